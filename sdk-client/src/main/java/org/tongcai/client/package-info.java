/** The client of the service standard. */
@NullMarked
package org.tongcai.client;

import org.jspecify.annotations.NullMarked;
