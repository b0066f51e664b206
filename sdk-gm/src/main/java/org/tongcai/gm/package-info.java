/**
 * 国密: SM2, SM3 and SM4 for what {@code org.tongcai.signature} and {@code org.tongcai.exchange} leave open to other algorithms. On the
 * class path it is found by {@code Algorithms.installed()}; elsewhere pass {@link org.tongcai.gm.GmAlgorithms}. Uses the engines of
 * Bouncy Castle directly: no security provider is registered, so nothing changes for the host.
 */
@NullMarked
package org.tongcai.gm;

import org.jspecify.annotations.NullMarked;
