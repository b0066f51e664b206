package org.tongcai.compiler.cases;

/** What a document is written in. */
public enum Wire {
    JSON,
    XML
}
