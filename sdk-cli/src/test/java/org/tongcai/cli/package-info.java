@NullMarked
package org.tongcai.cli;

import org.jspecify.annotations.NullMarked;
