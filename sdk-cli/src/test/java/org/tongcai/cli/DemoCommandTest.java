package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.cli.Shell.Outcome;

class DemoCommandTest {
    @TempDir
    Path directory;

    @Test
    void theLastLineIsAReportToLookAt() {
        Outcome outcome = Shell.english().run("demo", "-o", directory.toString());
        assertEquals(Exit.ACCEPTED, outcome.exit(), outcome.err());
        String[] lines = outcome.out().split("\n");
        assertTrue(Files.isRegularFile(Path.of(lines[lines.length - 1])), outcome.out());
        assertTrue(outcome.out().contains("not imported"), outcome.out());
    }

    @Test
    void aFullDiskIsASystemFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        OutputStream err = OutputStream.nullOutputStream();
        assertEquals(Exit.FAILURE, Shell.english().run(full, err, "demo", "-o", directory.toString()));
    }

    @Test
    void aFileInTheWayIsTheUsersMistake() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        Outcome outcome = Shell.chinese().run("demo", "-o", file.toString());
        assertEquals(Exit.USAGE, outcome.exit());
        assertEquals("x", Files.readString(file));
    }
}
