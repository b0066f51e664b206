/** The compiled standard: definitions of types, code lists and terms, and how they are read. */
@NullMarked
package org.tongcai.bundle;

import org.jspecify.annotations.NullMarked;
