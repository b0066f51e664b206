/** The reference platform. */
@NullMarked
package org.tongcai.sandbox;

import org.jspecify.annotations.NullMarked;
