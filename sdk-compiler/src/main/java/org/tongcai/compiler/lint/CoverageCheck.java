package org.tongcai.compiler.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongcai.compiler.spec.Json;
import org.tongcai.compiler.spec.Place;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecCodeList;
import org.tongcai.compiler.spec.SpecCoverage;
import org.tongcai.compiler.spec.SpecRules;
import org.tongcai.compiler.spec.SpecType;

/** The coverage matrix: rows are numbered without gaps, everything named exists, and no row lives on plans alone. */
final class CoverageCheck {
    /** Work that is announced and not yet there. */
    private static final Set<String> WORK = Set.of("xml", "service", "client", "sandbox");

    private final Spec spec;
    private final Findings findings;
    private @Nullable Set<String> ruleIds;

    CoverageCheck(Spec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    void check() {
        SpecCoverage coverage = SpecCoverage.read(spec.root());
        if (coverage.rows().isEmpty()) {
            return;
        }
        if (!coverage.header().equals(SpecCoverage.COLUMNS)) {
            findings.add(LintCheck.LIST_HEADER, Place.start(SpecCoverage.FILE), String.join(",", SpecCoverage.COLUMNS));
        }
        int number = 0;
        for (SpecCoverage.Row row : coverage.rows()) {
            number++;
            if (!row.number().equals(Integer.toString(number))) {
                findings.add(LintCheck.COVERAGE_NUMBER, row.place(), number, row.number());
            }
            row(row);
        }
    }

    private void row(SpecCoverage.Row row) {
        if (row.cells() != SpecCoverage.COLUMNS.size()) {
            findings.add(LintCheck.LIST_COLUMNS, row.place(), SpecCoverage.COLUMNS.size(), row.cells());
        }
        for (String text : List.of(
                row.name().zh(), row.name().en(), row.how().zh(), row.how().en())) {
            if (text.isBlank()) {
                findings.add(LintCheck.COVERAGE_TEXT, row.place(), row.number());
            }
        }
        boolean carried = false;
        for (String carrier : row.carriers()) {
            if (!exists(carrier)) {
                findings.add(LintCheck.COVERAGE_REFERENCE, row.place(), carrier);
            }
            carried |= !carrier.startsWith("planned:") && !carrier.startsWith("page:");
        }
        if (!carried) {
            findings.add(LintCheck.COVERAGE_EMPTY, row.place(), row.number());
        }
    }

    private boolean exists(String carrier) {
        int colon = carrier.indexOf(':');
        if (colon < 0) {
            return isField(carrier);
        }
        String name = carrier.substring(colon + 1);
        return switch (carrier.substring(0, colon)) {
            case "codes" -> isCode(name);
            case "layout" -> Files.isRegularFile(spec.root().resolve("business/layouts/" + name + ".json"));
            case "page" -> isPage(name);
            case "rule" -> rules().contains(name);
            case "lifecycle" -> spec.lifecycles().containsKey(name);
            case "profile" -> isProfile(name);
            case "planned" -> WORK.contains(name);
            default -> false;
        };
    }

    private boolean isField(String name) {
        int dot = name.indexOf('.');
        SpecType type = spec.types().get(dot < 0 ? name : name.substring(0, dot));
        return type != null && (dot < 0 || type.property(name.substring(dot + 1)) != null);
    }

    private boolean isCode(String name) {
        int slash = name.indexOf('/');
        SpecCodeList list = spec.codeLists().get(slash < 0 ? name : name.substring(0, slash));
        return list != null
                && (slash < 0
                        || list.list().entries().stream()
                                .anyMatch(entry -> entry.code().equals(name.substring(slash + 1))));
    }

    /** Ids of all rules; read when first asked for. */
    private Set<String> rules() {
        Set<String> known = ruleIds;
        if (known == null) {
            known = new HashSet<>();
            for (SpecRules.File file : SpecRules.read(spec.root()).subjects()) {
                for (Json rule : file.source().items("rules")) {
                    if (rule instanceof Json.Obj object) {
                        known.add(object.text("id", ""));
                    }
                }
            }
            ruleIds = known;
        }
        return known;
    }

    private boolean isProfile(String name) {
        Path profiles = spec.root().resolve("profiles").normalize();
        Path profile = profiles.resolve(name).normalize();
        return profiles.equals(profile.getParent()) && Files.isRegularFile(profile.resolve("profile.json"));
    }

    private boolean isPage(String name) {
        Path page = spec.root().resolve(name).normalize();
        return page.startsWith(spec.root().normalize()) && Files.isRegularFile(page);
    }
}
