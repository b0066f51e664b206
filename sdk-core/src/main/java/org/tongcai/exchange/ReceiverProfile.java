package org.tongcai.exchange;

/**
 * Who imports, as receipts say it. Immutable.
 *
 * @param party code and name
 * @param regionCode region of its platform, for the header of receipts
 */
public record ReceiverProfile(ExchangeParty party, String regionCode) {}
