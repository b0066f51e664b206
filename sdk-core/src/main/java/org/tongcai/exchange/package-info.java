/**
 * Offline exchange across an air gap: packages (BagIt, RFC 8493) written, verified, imported and answered by receipts, as laid down in
 * {@code spec/service/package.md}.
 */
@NullMarked
package org.tongcai.exchange;

import org.jspecify.annotations.NullMarked;
