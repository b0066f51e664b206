/** The standard's own test cases: generated from the bundle, written to {@code spec/cases}, run against an engine. */
@NullMarked
package org.tongcai.compiler.cases;

import org.jspecify.annotations.NullMarked;
