/** Documents out of files, folders, arrays, NDJSON, gzip and standard input, one after the other in bounded memory. */
@NullMarked
package org.tongcai.input;

import org.jspecify.annotations.NullMarked;
