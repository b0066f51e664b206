package org.tongcai.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;
import org.tongcai.signature.ContentDigest;

/** Reads bodies into memory, never more than was agreed. */
final class Bodies {
    private static final int TRUSTED = 1 << 20;

    private Bodies() {}

    static byte[] read(Response response, long most) throws IOException {
        if ("HEAD".equals(response.request().method()) || response.code() == 204 || response.code() == 304) {
            return Operation.NO_BODY;
        }
        long length = response.body().contentLength();
        if (length > most) {
            throw new BrokenAnswerException("the answer has " + length + " bytes, more than " + most);
        }
        InputStream in = response.body().byteStream();
        if (length >= 0) {
            return whole(in, (int) length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 << 10];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > most) {
                throw new BrokenAnswerException("the answer has more than " + most + " bytes");
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private static byte[] whole(InputStream in, int length) throws IOException {
        // Memory is not given away on the word of a header.
        byte[] whole = length <= TRUSTED ? new byte[length] : in.readNBytes(length);
        int there = length <= TRUSTED ? in.readNBytes(whole, 0, length) : whole.length;
        if (there != length) {
            throw new BrokenAnswerException("the answer ends too early");
        }
        return whole;
    }

    /** Hands a body on as it arrives, held against its digest at the end. */
    static void stream(Response response, long most, Operation.Sink sink, Authenticator authenticator)
            throws IOException {
        authenticator.check(response.request(), response.code(), response.headers(), null, true);
        ContentDigest.Checker checker = authenticator.checker(response.request(), response.code(), response.headers());
        InputStream in = response.body().byteStream();
        sink.begin();
        byte[] buffer = new byte[64 << 10];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
            if (total > most) {
                throw new BrokenAnswerException("the answer has more than " + most + " bytes");
            }
            checker.update(buffer, 0, n);
            sink.write(buffer, n);
        }
        ContentDigest.Match match = checker.match();
        boolean signed = response.request().header("Signature") != null;
        if (match != ContentDigest.Match.MATCHES && (signed || match != ContentDigest.Match.ABSENT)) {
            throw new BrokenAnswerException("the body of the answer is not that of its Content-Digest");
        }
    }
}
