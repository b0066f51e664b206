/** The rules of the standard: read, type-checked against the schemas, linted and brought into the form of the bundle. */
@NullMarked
package org.tongcai.compiler.rules;

import org.jspecify.annotations.NullMarked;
