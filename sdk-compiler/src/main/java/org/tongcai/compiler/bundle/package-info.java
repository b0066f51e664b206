/** Writes the bundle that {@code org.tongcai.bundle.BundleReader} reads. */
@NullMarked
package org.tongcai.compiler.bundle;

import org.jspecify.annotations.NullMarked;
