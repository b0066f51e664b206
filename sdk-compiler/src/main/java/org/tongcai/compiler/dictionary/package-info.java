/** Build time only: turns a compiled bundle into the data dictionary, a folder of static HTML pages for people. */
@NullMarked
package org.tongcai.compiler.dictionary;

import org.jspecify.annotations.NullMarked;
