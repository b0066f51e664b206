/** What an embedding application sees: load the standard once, validate documents, read findings. */
@NullMarked
package org.tongcai;

import org.jspecify.annotations.NullMarked;
