/** A host that takes in documents of the standard over HTTP. */
package org.example.notices;
