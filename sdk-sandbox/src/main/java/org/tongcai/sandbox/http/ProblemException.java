package org.tongcai.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is answered with a problem. Without stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param code code of the error catalogue
     * @param detail what is wrong with this request, in English
     */
    public ProblemException(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** The code of the error catalogue. */
    public String code() {
        return code;
    }

    /** Further members of the problem. */
    public Map<String, Object> members() {
        return members;
    }

    /** Headers of the response. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The same with a member. */
    public ProblemException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** The same with a header. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }
}
