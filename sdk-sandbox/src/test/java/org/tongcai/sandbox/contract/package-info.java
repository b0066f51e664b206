/** Requests and responses held against the published description of the operations, by a schema validator that is not ours. */
@NullMarked
package org.tongcai.sandbox.contract;

import org.jspecify.annotations.NullMarked;
