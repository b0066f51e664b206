package org.tongcai.sandbox;

/** A process that is a platform, for being killed. */
final class PlatformProcess {
    private PlatformProcess() {}

    /** Port, URL of the database. */
    public static void main(String[] args) throws InterruptedException {
        Sandbox sandbox = Sandbox.builder()
                .port(Integer.parseInt(args[0]))
                .database(args[1])
                .start();
        sandbox.addTenant("demo", "示例平台");
        sandbox.addApplication(new Application("demo", "mall", KilledPlatformTest.SECRET));
        System.out.println("listens");
        System.out.flush();
        Thread.currentThread().join();
    }
}
