/** Profiles: what a province, a city or a sector adds to the standard, and where it may be stricter; never where it would be laxer. */
@NullMarked
package org.tongcai.compiler.profile;

import org.jspecify.annotations.NullMarked;
