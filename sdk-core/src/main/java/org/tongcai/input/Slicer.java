package org.tongcai.input;

/**
 * Cuts a source into documents without parsing: it only knows texts, brackets and line ends. Well-formed input is cut exactly; of
 * malformed input nothing but blanks and the commas and brackets of a sound array is left out, so that the engine sees every mistake.
 *
 * <p>The first byte that is no blank decides. {@code <} means XML, which is one document from the first byte of the source on: a blank
 * in front of its declaration is a mistake that the engine is to see. A record separator means RFC 7464, {@code [} an array of documents, {@code {} a document. Where that ends
 * in its own line, every line is a document (NDJSON); otherwise documents follow one another, each as many lines as it takes. A document
 * whose brackets do not add up ends at the latest before a line that opens an object where no value can stand: no sound document is ever
 * cut there, and the next document is judged for itself.
 */
final class Slicer {
    private static final byte RECORD_SEPARATOR = 0x1e;

    private final Window in;
    private final Brackets brackets = new Brackets();

    /** What ended the scan of a container. */
    private enum Stop {
        /** Its closing bracket, which has been passed. */
        CLOSED,
        /** A line that opens the next document, or the closing bracket of the array around it; not passed. */
        BROKEN,
        /** The end of the source. */
        END
    }

    Slicer(Window in) {
        this.in = in;
    }

    void run() throws InputException {
        if (!in.fill()) {
            in.finish();
            return;
        }
        while (in.end < 4 && in.fill()) {
            continue;
        }
        if (Bytes.looksWide(in.buffer, in.end)) {
            in.begin();
            rest();
            in.emit();
        } else {
            utf8();
        }
        in.finish();
    }

    private void utf8() throws InputException {
        in.begin();
        boolean marked = Bytes.startsWithUtf8Mark(in.buffer, in.end);
        if (marked) {
            in.position += 3;
        }
        boolean more = skipBlanks();
        if (more && in.buffer[in.position] == '<') {
            rest();
            in.emit();
            return;
        }
        if (!marked) {
            in.forget();
        }
        while (more && skipBlanks()) {
            switch (in.buffer[in.position]) {
                case RECORD_SEPARATOR -> more = records();
                case '[' -> more = array();
                case '{' -> more = documents();
                default -> more = garbage();
            }
        }
        if (in.began()) {
            in.emit();
        }
    }

    /** RFC 7464: what stands between record separators is a document. */
    private boolean records() throws InputException {
        if (in.began()) {
            in.emit();
        }
        do {
            in.position++;
            boolean any = skipBlanks();
            if (any && in.buffer[in.position] != RECORD_SEPARATOR) {
                in.begin();
                find(RECORD_SEPARATOR);
                in.emit();
            }
        } while (in.position < in.end);
        return false;
    }

    /** Something that no document begins with: up to a line that opens an object. */
    private boolean garbage() throws InputException {
        beginUnlessBegun();
        boolean more = skipToLineWithObject();
        in.emit();
        return more;
    }

    /** NDJSON, or documents one after the other. */
    private boolean documents() throws InputException {
        beginUnlessBegun();
        int firstLine = in.line;
        boolean first = true;
        while (true) {
            Stop stop = container(false);
            if (stop == Stop.CLOSED && first && in.line == firstLine) {
                boolean more = restOfLine();
                in.emit();
                return more && lines();
            }
            if (stop == Stop.BROKEN) {
                boolean oneLine = in.hasOneLine();
                in.emit();
                if (oneLine) {
                    // A broken line tells nothing about the format: the next one decides.
                    return true;
                }
            } else if (stop == Stop.END || !afterDocument()) {
                in.emit();
                return false;
            }
            first = false;
            in.begin();
        }
    }

    /** Behind a document of several lines: hands it on with the garbage that follows it; false at the end of the source. */
    private boolean afterDocument() throws InputException {
        if (!skipBlanks()) {
            return false;
        }
        if (in.buffer[in.position] != '{' && !skipToLineWithObject()) {
            return false;
        }
        in.emit();
        return true;
    }

    /** Every line that is not blank is a document. */
    private boolean lines() throws InputException {
        while (skipBlanks()) {
            in.begin();
            restOfLine();
            in.emit();
        }
        return false;
    }

    private boolean array() throws InputException {
        if (in.began()) {
            in.emit();
        }
        long atByte = in.byteOffset();
        int atLine = in.line;
        int atColumn = in.column();
        in.position++;
        boolean first = true;
        while (skipBlanks()) {
            byte next = in.buffer[in.position];
            if (next == ']' && first) {
                in.begin();
                in.emit();
                in.position++;
                return true;
            }
            in.begin();
            if (next == ']' || next == ',') {
                // A comma too many: the engine shall see what stands in the place of a document.
                in.position++;
                in.emit();
                if (next == ']') {
                    return true;
                }
                continue;
            }
            first = false;
            if ((next == '{' || next == '[') && container(true) == Stop.BROKEN && in.buffer[in.position] == '{') {
                in.emit();
                continue;
            }
            boolean more = toDelimiter();
            in.emit();
            if (more && in.buffer[in.position++] == ']') {
                return true;
            }
        }
        // Not closed: the bracket itself is handed on, for the engine to say so.
        in.handOn(new byte[] {'['}, 0, 1, atByte, atLine, atColumn);
        return false;
    }

    /** Goes to the comma or bracket that ends the element of an array; what stands in between belongs to the element. */
    private boolean toDelimiter() throws InputException {
        brackets.clear();
        while (true) {
            for (; in.position < in.end; in.position++) {
                switch (Bytes.kind(in.buffer[in.position])) {
                    case Bytes.COMMA -> {
                        if (brackets.isEmpty()) {
                            return true;
                        }
                    }
                    case Bytes.OPEN -> brackets.open(in.buffer[in.position]);
                    case Bytes.CLOSE -> {
                        if (!brackets.close(in.buffer[in.position]) && in.buffer[in.position] == ']') {
                            return true;
                        }
                    }
                    case Bytes.FEED -> in.lineEnds(in.position);
                    case Bytes.QUOTE -> {
                        in.position++;
                        text();
                        in.position--;
                    }
                    default -> {}
                }
            }
            if (!in.fill()) {
                return false;
            }
        }
    }

    /** Passes the object or array that begins at the position. */
    private Stop container(boolean inArray) throws InputException {
        brackets.clear();
        while (true) {
            byte[] buffer = in.buffer;
            int end = in.end;
            int i = in.position;
            while (i < end) {
                i = Bytes.skipPlain(buffer, i, end);
                if (i == end) {
                    break;
                }
                byte kind = Bytes.kind(buffer[i]);
                if (kind == Bytes.QUOTE) {
                    int close = Bytes.skipText(buffer, i + 1, end);
                    if (close < end && buffer[close] == '"') {
                        i = close + 1;
                        continue;
                    }
                    in.position = close;
                    text();
                    buffer = in.buffer;
                    end = in.end;
                    i = in.position;
                    continue;
                }
                switch (kind) {
                    case Bytes.OPEN -> {
                        if (buffer[i] == '{' && !brackets.isEmpty()) {
                            in.position = i;
                            if (opensNextDocument()) {
                                return Stop.BROKEN;
                            }
                        }
                        brackets.open(buffer[i]);
                    }
                    case Bytes.CLOSE -> {
                        in.position = i;
                        if (!brackets.close(buffer[i])) {
                            if (inArray && buffer[i] == ']') {
                                return Stop.BROKEN;
                            }
                        } else if (brackets.isEmpty()) {
                            in.position++;
                            return Stop.CLOSED;
                        }
                    }
                    case Bytes.FEED -> in.lineEnds(i);
                    default -> {}
                }
                i++;
            }
            in.position = i;
            if (!in.fill()) {
                return Stop.END;
            }
        }
    }

    /** Whether the opening brace at the position begins its line and no value can stand there. */
    private boolean opensNextDocument() {
        if (!in.atLineStart()) {
            return false;
        }
        byte before = in.lastBefore();
        return brackets.inObject() ? before != ':' : before != '[' && before != ',';
    }

    /** Passes a text from behind its opening quote; a line feed, which no text may hold, ends it and is not passed. */
    private void text() throws InputException {
        while (true) {
            in.position = Bytes.skipText(in.buffer, in.position, in.end);
            if (in.position < in.end) {
                byte stop = in.buffer[in.position];
                if (stop == '\n') {
                    return;
                }
                in.position++;
                if (stop == '"') {
                    return;
                }
                if (in.position == in.end && !in.fill()) {
                    return;
                }
                if (in.buffer[in.position] != '\n') {
                    in.position++;
                }
            } else if (!in.fill()) {
                return;
            }
        }
    }

    private void beginUnlessBegun() {
        if (!in.began()) {
            in.begin();
        }
    }

    /** Goes to the next non-blank byte; false at the end of the source. */
    private boolean skipBlanks() throws InputException {
        while (true) {
            for (; in.position < in.end; in.position++) {
                byte value = in.buffer[in.position];
                if (value == '\n') {
                    in.lineEnds(in.position);
                } else if (!Bytes.isBlank(value)) {
                    return true;
                }
            }
            if (!in.fill()) {
                return false;
            }
        }
    }

    /** Goes to the opening brace of a line that begins with one; false at the end of the source. */
    private boolean skipToLineWithObject() throws InputException {
        while (restOfLine() && skipBlanks()) {
            if (in.buffer[in.position] == '{') {
                return true;
            }
        }
        return false;
    }

    /** Goes to the line feed that ends the line; false at the end of the source. */
    private boolean restOfLine() throws InputException {
        while (true) {
            in.position = Bytes.find((byte) '\n', in.buffer, in.position, in.end);
            if (in.position < in.end) {
                return true;
            }
            if (!in.fill()) {
                return false;
            }
        }
    }

    /** Goes to the next {@code wanted}, or to the end of the source. */
    private void find(byte wanted) throws InputException {
        while (true) {
            in.position = Bytes.find(wanted, in.buffer, in.position, in.end);
            if (in.position == in.end) {
                if (!in.fill()) {
                    return;
                }
            } else if (in.buffer[in.position] == wanted) {
                return;
            } else {
                in.lineEnds(in.position++);
            }
        }
    }

    /** Goes to the end of the source. */
    private void rest() throws InputException {
        while (restOfLine()) {
            in.lineEnds(in.position++);
        }
    }
}
