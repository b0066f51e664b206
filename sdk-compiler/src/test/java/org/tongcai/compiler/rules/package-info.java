@NullMarked
package org.tongcai.compiler.rules;

import org.jspecify.annotations.NullMarked;
