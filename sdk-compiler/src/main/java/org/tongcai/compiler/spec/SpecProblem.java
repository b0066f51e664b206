package org.tongcai.compiler.spec;

import org.tongcai.Bilingual;

/**
 * A fault that keeps a file from being understood. Immutable.
 *
 * @param id stable id of the check, {@code json.syntax}
 * @param place where
 * @param message what
 */
public record SpecProblem(String id, Place place, Bilingual message) {}
