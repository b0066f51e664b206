/**
 * Large batches judged together with the documents that they refer to. {@link org.tongcai.batch.Batch} does it all;
 * {@link org.tongcai.batch.ReferenceCollector} reads what may be referred to, {@link org.tongcai.batch.References} answers the rules: out of
 * memory while it is little, out of a temporary file beyond.
 */
@NullMarked
package org.tongcai.batch;

import org.jspecify.annotations.NullMarked;
