/** Subscriptions and the delivery of events. Internal. */
@NullMarked
package org.tongcai.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
