/**
 * Law as code: the rule language of {@code spec/technical/rules.md} at run time. {@link org.tongcai.rule.Facts} are the values that rules
 * look at, noted while a document is read; compiled rules are evaluated over them.
 */
@NullMarked
package org.tongcai.rule;

import org.jspecify.annotations.NullMarked;
