/** Tests of the tables. */
@org.jspecify.annotations.NullMarked
package org.tongcai.sandbox.store;
