/** What answers of a platform are read with: bounded, without nulls, unknown members ignored. Internal to the client. */
@NullMarked
package org.tongcai.client.json;

import org.jspecify.annotations.NullMarked;
