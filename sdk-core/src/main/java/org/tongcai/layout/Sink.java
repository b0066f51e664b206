package org.tongcai.layout;

import java.util.List;

/** Takes the blocks of one notice in order. */
interface Sink {
    void title(List<Run> text);

    void paragraph(List<Run> text);

    void field(String label, List<Run> value);

    /** {@code depth} from 0. */
    void heading(int depth, String number, List<Run> text);

    void table(String caption, List<String> heads, List<Boolean> left, List<List<List<Run>>> rows);

    void signature(List<List<Run>> lines);
}
