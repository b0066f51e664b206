package org.tongcai;

/** How much a finding weighs: an error rejects the document, a warning or an information does not. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
