package org.tongcai.compiler.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongcai.compiler.Main;
import org.tongcai.compiler.MiniSpec;
import org.tongcai.compiler.spec.SpecReader;

class ModelGeneratorTest {
    /** The JIT compiles no method that is longer. */
    private static final int HUGE_METHOD = 8000;

    private static final GeneratedModels MODELS = GeneratedModels.get();

    @TempDir
    Path directory;

    @Test
    void equalInputGivesEqualBytes() {
        Map<String, byte[]> again = ModelGenerator.sources(GeneratedModels.spec());
        assertEquals(MODELS.sources().keySet(), again.keySet());
        again.forEach((path, bytes) -> assertArrayEquals(MODELS.sources().get(path), bytes, path));
    }

    @Test
    void javacAndDoclintHaveNothingToSay() {
        assertEquals(List.of(), MODELS.diagnostics());
    }

    @Test
    void aHostWithoutJakartaCompilesAgainstTheModelsWithoutAWarning() throws IOException {
        Path host = directory.resolve("Host.java");
        Files.writeString(host, """
                import org.tongcai.model.*;
                class Host {
                    Order order = new Order().withStatus(OrderStatus.DONE)
                            .withPrice(new TotalPrice().withMoney(new Money().withCurrency(CurrencyCode.of("CNY"))));
                }
                """);
        assertEquals(List.of(), MODELS.compileHost(host, "jackson-annotations-", "jspecify-"));
    }

    @Test
    void anUnchangedFileIsNotTouchedSoThatJavacNeedNotCompileItAgain() throws IOException {
        ModelGenerator.generate(GeneratedModels.spec(), directory);
        Path file = directory.resolve("org/tongcai/model/Order.java");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, old);
        ModelGenerator.generate(GeneratedModels.spec(), directory);
        assertEquals(old, Files.getLastModifiedTime(file));
    }

    @Test
    void aChangedFileIsWrittenAgainAndOneThatIsGoneIsDeleted() throws IOException {
        Path stale = directory.resolve("org/tongcai/model/Gone.java");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "class Gone {}");
        Path spoilt = directory.resolve("org/tongcai/model/Order.java");
        Files.writeString(spoilt, "class Order {}");
        ModelGenerator.generate(GeneratedModels.spec(), directory);
        assertFalse(Files.exists(stale));
        assertArrayEquals(MODELS.sources().get("org/tongcai/model/Order.java"), Files.readAllBytes(spoilt));
    }

    @Test
    void onlyAnnotationsOfJacksonAreUsed() {
        MODELS.sources().forEach((path, bytes) -> {
            String source = new String(bytes, StandardCharsets.UTF_8);
            assertFalse(source.contains("databind"), path);
            assertFalse(source.contains("com.fasterxml.jackson.core"), path);
        });
    }

    @Test
    void noFieldIsAnObject() {
        for (String path : MODELS.sources().keySet()) {
            String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
            if (!name.equals("package-info")) {
                for (Field field : MODELS.type(name).getDeclaredFields()) {
                    assertFalse(field.getGenericType().getTypeName().contains("java.lang.Object"), field.toString());
                    assertTrue(Modifier.isPrivate(field.getModifiers()) || Modifier.isFinal(field.getModifiers()));
                }
            }
        }
    }

    @Test
    void noMethodIsTooLongForTheJit() throws IOException {
        ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
        Pattern offset = Pattern.compile("^ +([0-9]+): [a-z]", Pattern.MULTILINE);
        int longest = 0;
        for (Path file : MODELS.classFiles()) {
            StringWriter out = new StringWriter();
            assertEquals(0, javap.run(new PrintWriter(out), new PrintWriter(out), "-c", "-p", file.toString()));
            Matcher matcher = offset.matcher(out.toString());
            while (matcher.find()) {
                longest = Math.max(longest, Integer.parseInt(matcher.group(1)));
            }
        }
        assertTrue(longest > 0 && longest < HUGE_METHOD, "longest method: " + longest);
    }

    @Test
    void aStandardThatCannotBeUnderstoodIsRefused() {
        Path spec = MiniSpec.copy(directory);
        MiniSpec.edit(spec, "standard.json", "{", "");
        assertThrows(
                ModelException.class, () -> ModelGenerator.generate(SpecReader.read(spec), directory.resolve("out")));
    }

    @Test
    void theProgramGeneratesModelsAndSaysWhatIsWrong() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        Path target = directory.resolve("out");
        Path spec = MiniSpec.copy(directory.resolve("spec"));
        List<String> arguments = List.of("models", "--spec", spec.toString(), "--out", target.toString());
        assertEquals(0, Main.run(arguments, out));
        assertTrue(Files.exists(target.resolve("org/tongcai/model/AwardNotice.java")));
        MiniSpec.edit(spec, "standard.json", "{", "");
        assertEquals(1, Main.run(arguments, out));
        assertTrue(text.toString(StandardCharsets.UTF_8).contains("standard.json"), text::toString);
    }

    @Test
    void aBranchOfTwoUnionsIsRefusedBecauseJavaHasNoSuchClass() throws IOException {
        Path spec = MiniSpec.copy(directory);
        Path folder = spec.resolve("business/schemas/common");
        Files.copy(folder.resolve("Price.schema.json"), folder.resolve("SecondPrice.schema.json"));
        ModelException e = assertThrows(
                ModelException.class, () -> ModelGenerator.generate(SpecReader.read(spec), directory.resolve("out")));
        assertTrue(e.getMessage().contains("TotalPrice") && e.getMessage().contains("SecondPrice"), e.getMessage());
    }

    @Test
    void javadocSpeaksBothLanguagesAndEscapesWhatHtmlAndJavaWouldMisread() {
        String money = new String(MODELS.sources().get("org/tongcai/model/Money.java"), StandardCharsets.UTF_8);
        assertTrue(money.contains("* 金额 · Money."), money);
        assertTrue(money.contains("不得写成 &lt;b&gt;万元&lt;/b&gt; &amp; 含 &#42;/ 或 &#123;&#64;code&#125;"), money);
        assertTrue(money.contains("GP-0006 · D14,2 · CNY · 《中华人民共和国政府采购法》第二条"), money);
    }
}
