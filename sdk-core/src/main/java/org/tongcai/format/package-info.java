/** The text formats of the dialect: dates, moments, months, decimals and URIs, judged without allocation. */
@NullMarked
package org.tongcai.format;

import org.jspecify.annotations.NullMarked;
