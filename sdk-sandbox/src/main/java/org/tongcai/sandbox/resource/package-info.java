/** The operations of the business domains. Internal. */
@NullMarked
package org.tongcai.sandbox.resource;

import org.jspecify.annotations.NullMarked;
