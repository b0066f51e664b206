package org.tongcai.identifier;

/** One message in both languages. */
record Words(String zh, String en) {}
