/**
 * Report writers: text for people at a terminal, JSON for programs, SARIF 2.1.0 for code hosts and editors, HTML for everybody else. All of them stream: a
 * million documents need no more memory than one. Start at {@link org.tongcai.report.Reports}.
 */
@NullMarked
package org.tongcai.report;

import org.jspecify.annotations.NullMarked;
