package org.tongcai.compiler.cases;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.Bundle;
import org.tongcai.compiler.profile.ProfileCompiler;

/**
 * The documents of all cases in XML, as files, for those who have no writer of their own: {@code <case id>.xml}; {@code
 * rules/<file>-<n>.xml} and its companions {@code rules/<file>-<n>/with-<m>.xml}; those of profiles likewise below {@code
 * profiles/<id>/}. Equal cases give equal bytes.
 */
public final class XmlTwinFiles {
    /** What entries of an archive are dated, so that it depends on nothing but the cases. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path cases;
    private final CaseDocuments documents;
    private final Target target;
    private int count;

    /** Takes files. */
    private interface Target {
        void write(String name, byte[] content) throws IOException;
    }

    private XmlTwinFiles(Bundle bundle, Path cases, Target target) {
        this.cases = cases;
        this.documents = new CaseDocuments(cases, bundle);
        this.target = target;
    }

    /**
     * Writes them.
     *
     * @param bundle the standard
     * @param cases a directory laid out like {@code spec/cases}, with profiles beside it
     * @param target a directory, made where it is missing; or, by its ending, a zip archive
     * @return how many were written
     */
    public static int write(Bundle bundle, Path cases, Path target) throws IOException {
        if (!target.toString().endsWith(".zip")) {
            XmlTwinFiles files = new XmlTwinFiles(bundle, cases, (name, content) -> {
                Path file = target.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            });
            return files.write();
        }
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            XmlTwinFiles files = new XmlTwinFiles(bundle, cases, (name, content) -> {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(EPOCH);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            });
            return files.write();
        }
    }

    private int write() throws IOException {
        CaseRunner.forEach(cases, testCase -> {
            byte[] document = documents.bytes(testCase.base(), testCase.patch());
            add(
                    testCase.id(),
                    testCase.wire() == Wire.XML
                            ? document
                            : documents.twin(document, testCase.documentType()).xml());
        });
        rules("rules/", RuleCaseFiles.read(cases));
        for (Path profile :
                ProfileCompiler.profiles(cases.toAbsolutePath().normalize().getParent())) {
            String folder = "profiles/" + profile.getFileName() + "/";
            for (ProfileCase each : ProfileCase.read(profile)) {
                add(folder + "restrictions" + number(each.id()), documents.bytes(each.document(), Wire.XML));
            }
            rules(folder, RuleCaseFiles.folder(profile.resolve("cases")));
        }
        return count;
    }

    private void rules(String folder, List<RuleCase> all) throws IOException {
        for (RuleCase each : all) {
            String name = folder + each.id().replaceFirst("\\.json#.*", "") + number(each.id());
            add(name, documents.bytes(each.document(), Wire.XML));
            int other = 0;
            for (RuleCase.Document companion : each.with()) {
                add(name + "/with-" + ++other, documents.bytes(companion, Wire.XML));
            }
        }
    }

    /** {@code -3} out of {@code tender.json#3}. */
    private static String number(String id) {
        return "-" + id.substring(id.indexOf('#') + 1);
    }

    private void add(String name, byte @Nullable [] xml) throws IOException {
        if (xml != null) {
            target.write(safe(name) + ".xml", xml);
            count++;
        }
    }

    /** The name as a path below a folder, whatever it holds. */
    static String safe(String name) {
        StringBuilder out = new StringBuilder();
        for (String segment : name.split("/", -1)) {
            out.append(out.length() == 0 ? "" : "/");
            if (segment.isEmpty()) {
                out.append('%');
            }
            for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
                boolean first = out.length() == 0 || out.charAt(out.length() - 1) == '/';
                boolean plain = b == '-' || b == '_' || b == '.' && !first || b > 0 && Character.isLetterOrDigit(b);
                out.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
            }
        }
        return out.toString();
    }
}
