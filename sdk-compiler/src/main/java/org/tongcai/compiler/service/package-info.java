/** Publishes the service standard, {@code spec/service}, where its references resolve. */
@NullMarked
package org.tongcai.compiler.service;

import org.jspecify.annotations.NullMarked;
