package org.tongcai.client;

import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.tongcai.signature.HttpMessage;
import org.tongcai.signature.MessageSigner;
import org.tongcai.signature.MessageVerifier;
import org.tongcai.signature.Verification;

/** Signs each attempt anew and demands that answers are signed for it (RFC 9421). */
final class SigningAuthenticator extends Authenticator {
    private final MessageSigner signer;
    private final MessageVerifier verifier;

    SigningAuthenticator(Credentials.Signing credentials) {
        super(credentials.algorithms);
        this.signer = MessageSigner.of(credentials.key);
        this.verifier = MessageVerifier.ofResponses(credentials.platform).withAlgorithms(credentials.algorithms);
    }

    @Override
    Request authenticate(Request request, boolean body) {
        return with(request, signer.sign(message(request), body));
    }

    @Override
    void check(Request request, int status, Headers headers, byte @Nullable [] body, boolean hasBody)
            throws BrokenAnswerException {
        if (request.header("Signature") == null) {
            super.check(request, status, headers, body, hasBody);
            return;
        }
        if (headers.get("Signature") == null && mayBeUnsigned(status)) {
            return;
        }
        HttpMessage message = message(request, status, headers);
        Verification verification =
                body == null || !hasBody ? verifier.verifyBeforeBody(message, hasBody) : verifier.verify(message, body);
        if (verification instanceof Verification.Refused refused) {
            throw new BrokenAnswerException("the signature of the answer (HTTP " + status + ") does not hold: "
                    + refused.text().en());
        }
    }

    /**
     * What a gateway says in front of the platform, or the platform to somebody whose key it cannot tell, is not signed. Nothing of that
     * is taken for a result: it ends in a failure, or in another attempt.
     */
    private static boolean mayBeUnsigned(int status) {
        return status == 401 || status == 408 || status == 429 || status >= 500;
    }
}
