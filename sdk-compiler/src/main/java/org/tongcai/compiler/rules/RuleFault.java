package org.tongcai.compiler.rules;

import org.tongcai.Bilingual;
import org.tongcai.Severity;
import org.tongcai.compiler.spec.Place;

/**
 * A fault of the rules, the limits, the wordings or their cases. Immutable.
 *
 * @param id stable id of the check, {@code rule.expression}
 * @param place where
 * @param severity how grave
 * @param message what
 */
public record RuleFault(String id, Place place, Severity severity, Bilingual message) {}
