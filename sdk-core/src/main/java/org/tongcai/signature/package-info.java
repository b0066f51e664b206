/**
 * Who sent it, and is it what was sent: keys, HTTP message signatures (RFC 9421) with content digests (RFC 9530) in the profile of the
 * service standard, and signatures of webhooks. Knows no HTTP library: both sides build an {@link org.tongcai.signature.HttpMessage}.
 *
 * <p>Entries: {@link org.tongcai.signature.Keys}, {@link org.tongcai.signature.MessageSigner},
 * {@link org.tongcai.signature.MessageVerifier}, {@link org.tongcai.signature.WebhookSignature}. Algorithms beyond the JDK come in
 * through {@link org.tongcai.signature.Algorithms}.
 */
@NullMarked
package org.tongcai.signature;

import org.jspecify.annotations.NullMarked;
