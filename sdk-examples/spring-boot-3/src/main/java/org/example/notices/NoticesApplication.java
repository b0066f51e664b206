package org.example.notices;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.tongcai.Standard;

/** The host. */
@SpringBootApplication
public class NoticesApplication {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(NoticesApplication.class, args);
    }

    /** Loaded once and kept: it is immutable and safe for all threads. */
    @Bean
    Standard standard() {
        return Standard.load();
    }
}
