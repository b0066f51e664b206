@NullMarked
package org.tongcai.input;

import org.jspecify.annotations.NullMarked;
