/**
 * Lifecycles: whether what happened to a thing may have happened, in this order and in time, and what may happen next. The states, events
 * and terms are data of the standard ({@code spec/technical/lifecycles.md}).
 */
@NullMarked
package org.tongcai.lifecycle;

import org.jspecify.annotations.NullMarked;
