/** The XML Schemas, judged by validators that are not ours. */
@NullMarked
package org.tongcai.compiler.xsd;

import org.jspecify.annotations.NullMarked;
