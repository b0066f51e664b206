/** Personal data in documents, taken out, masked and carried encrypted, as laid down in {@code spec/technical/protection.md}. */
@NullMarked
package org.tongcai.protection;

import org.jspecify.annotations.NullMarked;
