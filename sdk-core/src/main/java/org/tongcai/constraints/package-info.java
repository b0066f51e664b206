/**
 * Constraints of Jakarta Validation: identifiers, codes and texts as the standard judges them, on an application's own classes and on the generated
 * models, and whole documents by the full standard ({@link org.tongcai.constraints.Conforms}).
 *
 * <p>Whatever these constraints refuse in a generated model, the standard refuses, too; they know no dates, so the standard refuses more. Messages are
 * Chinese and English, say what is wrong, need no resource bundle and no expression language, and never repeat a value.
 *
 * <p>Jakarta Validation is an optional dependency. Nothing else in this artifact refers to this package, and the JVM passes over annotations whose
 * classes are not there: hosts without Jakarta Validation use the models all the same. Code lists and documents are judged by the standard on the class
 * path, as {@link org.tongcai.Standard#load()} finds it.
 */
@NullMarked
package org.tongcai.constraints;

import org.jspecify.annotations.NullMarked;
