package org.tongcai.signature;

/** A secret that both sides have: it signs and verifies. */
public interface SharedKey extends SigningKey, VerifyingKey {}
