/** Documents judged, decided on and stored. Internal. */
@NullMarked
package org.tongcai.sandbox.submission;

import org.jspecify.annotations.NullMarked;
