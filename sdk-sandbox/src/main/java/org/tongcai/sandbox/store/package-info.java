/** What the platform keeps: one SQL dialect for H2 and PostgreSQL. Internal. */
@NullMarked
package org.tongcai.sandbox.store;

import org.jspecify.annotations.NullMarked;
