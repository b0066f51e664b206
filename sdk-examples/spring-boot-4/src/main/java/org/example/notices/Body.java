package org.example.notices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.tongcai.Limits;
import org.tongcai.binding.Model;

/** A body as it came, kept while a mapper reads it: where that fails, the standard can still tell what is wrong, and in which line. */
record Body(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
    /** All bytes, but never many more than the standard would look at: that one too many makes it say so. */
    static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(Limits.DEFAULT.documentBytes() + 1);
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    /** From the beginning, each time. */
    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    /** Keeps the bodies that become models of the standard. */
    @ControllerAdvice
    static class Keeper extends RequestBodyAdviceAdapter {
        @Override
        public boolean supports(
                MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
            return Model.class.isAssignableFrom(parameter.getParameterType());
        }

        @Override
        public HttpInputMessage beforeBodyRead(
                HttpInputMessage message,
                MethodParameter parameter,
                Type type,
                Class<? extends HttpMessageConverter<?>> converter)
                throws IOException {
            return new Body(message.getHeaders(), read(message.getBody()));
        }
    }
}
