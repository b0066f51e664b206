/** Derives self-contained W3C XML Schemas (XSD 1.0) from the dialect. */
@NullMarked
package org.tongcai.compiler.xsd;

import org.jspecify.annotations.NullMarked;
