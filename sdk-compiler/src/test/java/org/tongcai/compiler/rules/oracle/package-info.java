/** The evaluator of rules held against CEL's own runtime, which knows nothing of it. */
@NullMarked
package org.tongcai.compiler.rules.oracle;

import org.jspecify.annotations.NullMarked;
