package org.tongcai.compiler.spec;

/**
 * A position in a file of the standard. Immutable.
 *
 * @param file path relative to the spec directory, with {@code /}
 * @param line from 1
 * @param column in characters, from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    /** The beginning of a file. */
    public static Place start(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as editors understand it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
