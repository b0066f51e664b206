/** What a push has sent, kept on disk so that it can go on after a crash. Internal to the client. */
@NullMarked
package org.tongcai.client.journal;

import org.jspecify.annotations.NullMarked;
