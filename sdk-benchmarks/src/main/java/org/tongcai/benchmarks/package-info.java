/** How fast, against whom. Explained in docs/benchmarks.md. */
@NullMarked
package org.tongcai.benchmarks;

import org.jspecify.annotations.NullMarked;
