/** The operations over HTTP: routes, authentication, limits, problems. Internal. */
@NullMarked
package org.tongcai.sandbox.http;

import org.jspecify.annotations.NullMarked;
