/** Talking to a platform of the service standard: pushing, publishing, being refused, following, receiving events. */
@NullMarked
package org.tongcai.examples.exchange;

import org.jspecify.annotations.NullMarked;
