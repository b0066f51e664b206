/** Notices as people read them: documents printed by the official layouts of the standard. Knows the layout language, no document type. */
@NullMarked
package org.tongcai.layout;

import org.jspecify.annotations.NullMarked;
