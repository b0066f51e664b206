/** Holds a spec directory against the dialect and reports all faults at once. */
@NullMarked
package org.tongcai.compiler.lint;

import org.jspecify.annotations.NullMarked;
