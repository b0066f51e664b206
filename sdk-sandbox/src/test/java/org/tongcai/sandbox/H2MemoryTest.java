package org.tongcai.sandbox;

/** The kernel on H2 in memory. */
class H2MemoryTest extends KernelSuite {
    @Override
    String database() {
        return "jdbc:h2:mem:";
    }
}
