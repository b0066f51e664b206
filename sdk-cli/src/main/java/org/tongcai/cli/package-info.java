/** The {@code tongcai} command: standard output carries results only, everything else goes to standard error. */
@NullMarked
package org.tongcai.cli;

import org.jspecify.annotations.NullMarked;
