/** Reads a spec directory into an immutable model; every fault is collected with file, line and column. */
@NullMarked
package org.tongcai.compiler.spec;

import org.jspecify.annotations.NullMarked;
