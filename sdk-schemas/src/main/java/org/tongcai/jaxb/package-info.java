/**
 * The models on JAXB, for hosts that have it: {@code jakarta.xml.bind-api} and a runtime are theirs to bring. What stands here writes XML as
 * the standard wants it and reads none that is dangerous; the SDK itself reads and writes XML without JAXB.
 */
@NullMarked
package org.tongcai.jaxb;

import org.jspecify.annotations.NullMarked;
