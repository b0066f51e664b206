/** Resumable uploads. Internal. */
@NullMarked
package org.tongcai.sandbox.attachment;

import org.jspecify.annotations.NullMarked;
