/** 国密: SM2, SM3 and SM4 for what {@code org.tongcai.signature} and {@code org.tongcai.exchange} leave open to other algorithms. */
@NullMarked
package org.tongcai.gm;

import org.jspecify.annotations.NullMarked;
