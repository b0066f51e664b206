package org.tongcai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.cli.Shell.Outcome;

/** Profiles from the command line: checking, building, listing, judging by them. */
class ProfileCommandTest {
    private static final String SPEC = Shell.SPEC.toString();
    private static final String ORDER = Shell.EXAMPLES.resolve("order.json").toString();

    @TempDir
    Path directory;

    @Test
    void checkListsAllProblemsWithTheirPlaces() throws IOException {
        Path profile = Files.createDirectories(directory.resolve("cn-98"));
        Files.writeString(profile.resolve("profile.json"), """
                {"id": "cn-98", "version": "0.1.0", "title": {"zh": "例", "en": "Example"},
                 "description": {"zh": "例", "en": "Example"}, "owner": {"zh": "例", "en": "Example"}, "editions": ["0.1"],
                 "types": {"Order": {"required": ["colour"]}},
                 "rules": {"GP-CONTROL-006": {"severity": "info"}}}
                """);
        Outcome outcome = Shell.english().run("profile", "check", profile.toString(), "--spec", SPEC);
        assertEquals(Exit.REJECTED, outcome.exit(), outcome.err());
        assertTrue(outcome.out().contains("cn-98/profile.json:3:35  profile.namespace"), outcome.out());
        assertTrue(outcome.out().contains("cn-98/profile.json:4:31  profile.weaker"), outcome.out());
        assertTrue(outcome.out().endsWith("2 problems\n"), outcome.out());
    }

    @Test
    void aFolderWithoutAProfileIsWrongUsage() {
        Outcome outcome = Shell.chinese().run("profile", "check", directory.toString(), "--spec", SPEC);
        assertEquals(Exit.USAGE, outcome.exit());
        assertTrue(outcome.err().contains("没有 profile.json"), outcome.err());
        assertEquals(Exit.USAGE, Shell.english().run("profile").exit());
    }

    @Test
    void whatWasBuiltJudges() throws IOException {
        Path out = directory.resolve("built");
        String profile = Shell.SPEC.resolve("profiles/cn-62").toString();
        Outcome built = Shell.english().run("profile", "build", profile, "--spec", SPEC, "--out", out.toString());
        assertEquals(Exit.ACCEPTED, built.exit(), built.out() + built.err());
        assertTrue(built.out().contains("files differ from the standard"), built.out());
        Outcome judged = Shell.english().run("validate", "--profile", out.toString(), ORDER);
        assertEquals(Exit.REJECTED, judged.exit(), judged.err());
        assertTrue(judged.out().contains("structure.pattern"), judged.out());
        Path full = Files.createDirectories(directory.resolve("full"));
        Files.writeString(full.resolve("precious.txt"), "");
        Outcome refused = Shell.english().run("profile", "build", profile, "--spec", SPEC, "--out", full.toString());
        assertEquals(Exit.USAGE, refused.exit());
        assertTrue(Files.exists(full.resolve("precious.txt")));
    }

    @Test
    void thoseThatComeWithTheCommandAreListedAndUsed() {
        Outcome list = Shell.chinese().run("profile", "list");
        assertEquals(Exit.ACCEPTED, list.exit(), list.err());
        assertTrue(list.out().contains("cn-53 0.1.0  云南省"), list.out());
        assertTrue(list.out().contains("  < cn-62"), list.out());
        Outcome judged = Shell.chinese().run("validate", "--profile", "cn-33", ORDER);
        assertEquals(Exit.REJECTED, judged.exit(), judged.err());
        assertTrue(judged.out().contains("GP-33-102"), judged.out());
        assertEquals(
                Exit.ACCEPTED,
                Shell.chinese().run("validate", "--profile", "cn-53", ORDER).exit());
        Outcome codes = Shell.english().run("codes", "--profile", "cn-33", "cn-33-channel");
        assertTrue(codes.out().contains("Online supermarket"), codes.out() + codes.err());
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        Outcome unknown = Shell.english().run("validate", "--profile", "cn-99", ORDER);
        assertEquals(Exit.USAGE, unknown.exit());
        assertTrue(unknown.err().contains("cn-99") && unknown.err().contains("cn-53"), unknown.err());
        Outcome source = Shell.english()
                .run(
                        "validate",
                        "--profile",
                        Shell.SPEC.resolve("profiles/cn-62").toString(),
                        ORDER);
        assertEquals(Exit.USAGE, source.exit());
        assertTrue(source.err().contains("profile build"), source.err());
        Outcome both = Shell.english().run("validate", "--profile", "cn-53", "--standard", Shell.standard(), ORDER);
        assertEquals(Exit.USAGE, both.exit());
        assertFalse(both.err().isEmpty());
    }
}
