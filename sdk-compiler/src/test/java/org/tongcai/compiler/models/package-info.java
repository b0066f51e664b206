/** Tests of the generated models: what is generated, and how it behaves once compiled. */
@NullMarked
package org.tongcai.compiler.models;

import org.jspecify.annotations.NullMarked;
