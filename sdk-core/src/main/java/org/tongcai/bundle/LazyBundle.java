package org.tongcai.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongcai.bundle.JsonTree.Members;
import org.tongcai.calendar.WorkCalendar;

/** A bundle over some store of files: the manifest is read at once, everything else when first asked for. */
final class LazyBundle implements Bundle {
    static final String MANIFEST = "bundle.json";

    /** Opens the file at a path with {@code /}; null where there is none. */
    @FunctionalInterface
    interface Files {
        @Nullable
        InputStream open(String path) throws IOException;
    }

    /** Makes a part out of a file's bytes. */
    @FunctionalInterface
    private interface Parser<T> {
        T parse(byte[] bytes) throws IOException;
    }

    /** Makes a part out of the members of a file. */
    @FunctionalInterface
    private interface PartParser<T> {
        T parse(Members members) throws IOException;
    }

    private final Files files;
    private final String where;
    private final Manifest manifest;
    private final Set<String> typeNames;
    private final Set<String> listIds;
    private final ConcurrentHashMap<String, TypeDefinition> types = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, CodeList> codeLists = new ConcurrentHashMap<>();
    private final Set<String> documentTypes;
    private final ConcurrentHashMap<String, Optional<LayoutDefinition>> layouts = new ConcurrentHashMap<>();
    private final Once<List<Term>> terms;
    private final Once<List<LifecycleDefinition>> lifecycles;
    private final ConcurrentHashMap<String, List<RuleDefinition>> rules = new ConcurrentHashMap<>();
    private final Once<RuleIndex> ruleIndex;
    private final Once<Map<String, List<String>>> slots;
    private final Once<List<RuleLimit>> limits;
    private final Once<List<WordingGroup>> wordings;
    private final Once<List<EnterpriseSizeBounds>> enterpriseSizes;
    private final Once<WorkCalendar> calendar;

    LazyBundle(Files files, String where) {
        this.files = files;
        this.where = where;
        this.manifest = read(MANIFEST, bytes -> BundleParts.manifest(Members.of(JsonTree.read(bytes))));
        this.typeNames = Set.copyOf(manifest.types());
        this.listIds =
                manifest.codeLists().stream().map(Manifest.CodeListEntry::id).collect(Collectors.toUnmodifiableSet());
        this.documentTypes = manifest.documentTypes().stream()
                .map(Manifest.DocumentType::name)
                .collect(Collectors.toUnmodifiableSet());
        this.terms = new Once<>(() -> read("terms.json", bytes -> BundleParts.terms(JsonTree.read(bytes))));
        this.lifecycles = optional("lifecycles.json", LifecycleParts::lifecycles, List.of());
        this.ruleIndex = optional("rules/index.json", RuleParts::index, RuleIndex.EMPTY);
        this.slots = optional("rules/slots.json", RuleParts::slots, Map.of());
        this.limits = optional("limits.json", RuleParts::limits, List.of());
        this.wordings = optional("wordings.json", RuleParts::wordings, List.of());
        this.enterpriseSizes = optional("sme-thresholds.json", RuleParts::sizes, List.of());
        this.calendar = new Once<>(
                () -> read("calendar/cn-holidays.csv", bytes -> WorkCalendar.read(new ByteArrayInputStream(bytes))));
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public TypeDefinition type(String name) {
        // Only names of the manifest become paths.
        if (!typeNames.contains(name)) {
            throw new BundleException("the standard has no type " + name, null);
        }
        return types.computeIfAbsent(
                name,
                key -> read("types/" + key + ".json", bytes -> BundleParts.type(Members.of(JsonTree.read(bytes)))));
    }

    @Override
    public CodeList codeList(String id) {
        if (!listIds.contains(id)) {
            throw new BundleException("the standard has no code list " + id, null);
        }
        return codeLists.computeIfAbsent(id, key -> {
            List<CodeList.Entry> entries = read("codelists/" + key + ".tsv", CodeTable::read);
            return read(
                    "codelists/" + key + ".json",
                    bytes -> BundleParts.codeList(Members.of(JsonTree.read(bytes)), entries));
        });
    }

    @Override
    public List<Term> terms() {
        return terms.get();
    }

    @Override
    public Optional<LayoutDefinition> layout(String documentType) {
        if (!documentTypes.contains(documentType)) {
            return Optional.empty();
        }
        return layouts.computeIfAbsent(documentType, key -> {
            String path = "layouts/" + key + ".json";
            return Optional.ofNullable(
                    readIfThere(path, bytes -> LayoutParts.layout(Members.of(JsonTree.read(bytes)))));
        });
    }

    @Override
    public List<LifecycleDefinition> lifecycles() {
        return lifecycles.get();
    }

    @Override
    public List<RuleDefinition> rules(String documentType) {
        if (!documentTypes.contains(documentType)) {
            return List.of();
        }
        return rules.computeIfAbsent(documentType, key -> {
            List<RuleDefinition> read =
                    readIfThere("rules/" + key + ".json", bytes -> RuleParts.rules(Members.of(JsonTree.read(bytes))));
            return read == null ? List.of() : read;
        });
    }

    @Override
    public RuleIndex ruleIndex() {
        return ruleIndex.get();
    }

    @Override
    public Map<String, List<String>> slots() {
        return slots.get();
    }

    @Override
    public List<RuleLimit> limits() {
        return limits.get();
    }

    @Override
    public List<WordingGroup> wordings() {
        return wordings.get();
    }

    @Override
    public List<EnterpriseSizeBounds> enterpriseSizes() {
        return enterpriseSizes.get();
    }

    @Override
    public WorkCalendar calendar() {
        return calendar.get();
    }

    private <T> Once<T> optional(String path, PartParser<T> parser, T absent) {
        return new Once<>(() -> {
            T part = readIfThere(path, bytes -> parser.parse(Members.of(JsonTree.read(bytes))));
            return part == null ? absent : part;
        });
    }

    private <T> T read(String path, Parser<T> parser) {
        T part = readIfThere(path, parser);
        if (part == null) {
            throw new BundleException("no compiled standard " + where + ": " + path + " is missing", null);
        }
        return part;
    }

    private <T> @Nullable T readIfThere(String path, Parser<T> parser) {
        try (InputStream in = files.open(path)) {
            return in == null ? null : parser.parse(in.readAllBytes());
        } catch (IOException | ArithmeticException | IllegalArgumentException e) {
            throw new BundleException(
                    "the compiled standard " + where + " is damaged: " + path + ": " + e.getMessage(), e);
        }
    }

    /** A value made when first asked for; a failure is not kept, so that a repaired installation works. */
    private static final class Once<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T value;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        T get() {
            T made = value;
            if (made == null) {
                synchronized (this) {
                    made = value;
                    if (made == null) {
                        made = maker.get();
                        value = made;
                    }
                }
            }
            return made;
        }
    }
}
