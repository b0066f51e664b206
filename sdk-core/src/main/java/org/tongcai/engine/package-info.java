/** The plan: definitions of the bundle compiled to closures over an event stream. Internal; use {@link org.tongcai.Standard}. */
@NullMarked
package org.tongcai.engine;

import org.jspecify.annotations.NullMarked;
