package org.tongcai.exchange;

/**
 * A node of the exchange network. Immutable.
 *
 * @param code its code, usually that of the platform
 * @param name its name
 */
public record ExchangeParty(String code, String name) {}
