/** Build time only: turns a spec directory into the bundle, the strict schemas and the published tables. */
@NullMarked
package org.tongcai.compiler;

import org.jspecify.annotations.NullMarked;
