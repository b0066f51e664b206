package org.example.notices;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What all tests have in common: the host itself on a port of its own, started once, and a client. Nothing is mocked. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningHost {
    @LocalServerPort
    private int port;

    Host host() {
        return new Host(port);
    }
}
