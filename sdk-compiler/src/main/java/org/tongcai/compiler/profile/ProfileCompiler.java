package org.tongcai.compiler.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.Severity;
import org.tongcai.compiler.bundle.BundleWriter;
import org.tongcai.compiler.rules.CompiledRules;
import org.tongcai.compiler.rules.RuleCompiler;
import org.tongcai.compiler.rules.RuleFault;
import org.tongcai.compiler.spec.Spec;
import org.tongcai.compiler.spec.SpecProblem;
import org.tongcai.compiler.spec.SpecProfile;
import org.tongcai.compiler.spec.SpecRules;

/** Compiles profile directories. Stateless and thread-safe. */
public final class ProfileCompiler {
    /** More profiles than this in a chain are a circle or a mistake. */
    private static final int LONGEST_CHAIN = 8;

    private ProfileCompiler() {}

    /**
     * What compiling brought. Immutable.
     *
     * @param problems what the profile may not do or does not say, by file and position
     * @param files the files of the bundle that differ from the standard's: path with {@code /} → bytes; empty where there are problems
     */
    public record Result(List<SpecProblem> problems, SortedMap<String, byte[]> files) {
        public Result {
            problems = List.copyOf(problems);
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }

        /** Whether there are no problems. */
        public boolean succeeded() {
            return problems.isEmpty();
        }
    }

    /** Where the profiles that come with a standard stand, relative to its directory. */
    public static final String FOLDER = "profiles";

    /** The directories of the profiles that come with a standard, by name; none where there is no such folder. */
    public static List<Path> profiles(Path spec) throws IOException {
        Path folder = spec.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(path -> Files.isRegularFile(path.resolve(SpecProfile.FILE)))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Lays a profile, and before it those that it builds on, over the standard. A profile that it builds on is a directory beside it.
     *
     * @param core the standard, free of faults
     * @param directory the profile
     */
    public static Result compile(Spec core, Path directory) throws IOException {
        return compiled(core, null, directory);
    }

    /**
     * As {@link #compile(Spec, Path)}, for several profiles of one standard.
     *
     * @param standard the files of the standard's own bundle
     */
    public static Result compile(Spec core, SortedMap<String, byte[]> standard, Path directory) throws IOException {
        return compiled(core, standard, directory);
    }

    /** The standard's own files are made where they are not at hand, once there is nothing wrong with the profile. */
    private static Result compiled(Spec core, @Nullable SortedMap<String, byte[]> standard, Path directory)
            throws IOException {
        Problems problems = new Problems();
        Spec spec = core;
        SpecRules rules = SpecRules.read(core.root());
        for (SpecProfile profile : chain(directory, problems)) {
            spec = new Overlay(spec, profile, problems).spec();
            rules = new RuleOverlay(spec, rules, profile, problems).rules();
        }
        if (!problems.isEmpty()) {
            return new Result(problems.sorted(), new TreeMap<>());
        }
        CompiledRules compiled = RuleCompiler.compile(spec, rules);
        for (RuleFault fault : compiled.faults()) {
            if (fault.severity() == Severity.ERROR) {
                problems.add(new SpecProblem(fault.id(), fault.place(), fault.message()));
            }
        }
        return new Result(
                problems.sorted(),
                problems.isEmpty()
                        ? difference(standard == null ? BundleWriter.files(core) : standard, spec, compiled)
                        : new TreeMap<>());
    }

    /** The profiles of a chain, the national end first. */
    private static Deque<SpecProfile> chain(Path directory, Problems problems) {
        Deque<SpecProfile> chain = new ArrayDeque<>();
        Set<Path> seen = new HashSet<>();
        Path next = directory.toAbsolutePath().normalize();
        while (next != null && seen.add(next) && chain.size() < LONGEST_CHAIN) {
            SpecProfile profile = SpecProfile.read(next);
            chain.push(profile);
            String parent = profile.parent();
            if (parent == null) {
                return chain;
            }
            next = next.resolveSibling(parent);
            if (!Files.isRegularFile(next.resolve(SpecProfile.FILE)) || seen.contains(next)) {
                problems.base(
                        profile.source().placeOf("extends"),
                        "没有规范 " + parent + "，或者规范互相依赖",
                        "there is no profile " + parent + ", or profiles build on one another in a circle");
                return chain;
            }
        }
        return chain;
    }

    private static SortedMap<String, byte[]> difference(
            SortedMap<String, byte[]> standard, Spec spec, CompiledRules rules) throws IOException {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : BundleWriter.files(spec, rules).entrySet()) {
            if (!Arrays.equals(file.getValue(), standard.get(file.getKey()))) {
                changed.put(file.getKey(), file.getValue());
            }
        }
        return changed;
    }
}
