/**
 * Generates the Java models from the standard, with jsonschema2pojo and rules of our own.
 *
 * <p>jsonschema2pojo knows neither unions nor open code lists nor our text formats. So the types are first restated in the words that it knows
 * ({@link org.tongcai.compiler.models.DerivedSchemas}), and our rules take over where a class or a property is written.
 */
@NullMarked
package org.tongcai.compiler.models;

import org.jspecify.annotations.NullMarked;
