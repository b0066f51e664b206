package org.tongcai.compiler.cases;

/** The shortest simple text that matches a pattern of the dialect's subset: the first of each class, each group once. */
final class PatternSample {
    private final String pattern;
    private int at;

    private PatternSample(String pattern) {
        this.pattern = pattern;
    }

    static String of(String pattern) {
        PatternSample sample = new PatternSample(pattern.substring(1, pattern.length() - 1));
        return sample.alternatives();
    }

    private String alternatives() {
        String first = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder out = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != ')' && pattern.charAt(at) != '|') {
            String atom = atom();
            out.append(atom.repeat(count()));
        }
        return out.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        switch (c) {
            case '(' -> {
                if (pattern.startsWith("?:", at)) {
                    at += 2;
                }
                String inner = alternatives();
                at++; // )
                return inner;
            }
            case '[' -> {
                return characterClass();
            }
            case '\\' -> {
                return String.valueOf(pattern.charAt(at++));
            }
            case '.' -> {
                return "x";
            }
            default -> {
                return String.valueOf(c);
            }
        }
    }

    private String characterClass() {
        boolean negated = pattern.charAt(at) == '^';
        int start = negated ? at + 1 : at;
        int end = start;
        while (pattern.charAt(end) != ']') {
            end += pattern.charAt(end) == '\\' ? 2 : 1;
        }
        at = end + 1;
        String body = pattern.substring(start, end);
        if (!negated) {
            return String.valueOf(body.charAt(body.charAt(0) == '\\' ? 1 : 0));
        }
        for (char c = 'a'; c <= 'z'; c++) {
            if (String.valueOf(c).matches("[^" + body + "]")) {
                return String.valueOf(c);
            }
        }
        return "0";
    }

    private int count() {
        if (at >= pattern.length()) {
            return 1;
        }
        char c = pattern.charAt(at);
        if (c == '?' || c == '*') {
            at++;
            return 0;
        }
        if (c == '+') {
            at++;
            return 1;
        }
        if (c != '{') {
            return 1;
        }
        int end = pattern.indexOf('}', at);
        String bounds = pattern.substring(at + 1, end);
        at = end + 1;
        int comma = bounds.indexOf(',');
        return Integer.parseInt(comma < 0 ? bounds : bounds.substring(0, comma));
    }
}
