package org.tongcai.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongcai.bundle.Bundle;
import org.tongcai.bundle.BundleReader;
import org.tongcai.bundle.CodeList;
import org.tongcai.bundle.Manifest;
import org.tongcai.bundle.Node;
import org.tongcai.bundle.Term;
import org.tongcai.bundle.TypeDefinition;

/** The artifact carries the whole standard, and every part of it can be read. */
class StandardOnClassPathTest {
    private final ClassLoader loader = StandardOnClassPathTest.class.getClassLoader();
    private final Bundle bundle = BundleReader.fromClassPath(loader);

    @Test
    void namesItself() {
        assertEquals("tongcai-cn", bundle.manifest().id());
        assertTrue(bundle.manifest().version().startsWith(bundle.manifest().edition() + "."));
        assertTrue(bundle.manifest().documentTypes().stream()
                .map(Manifest.DocumentType::name)
                .toList()
                .containsAll(List.of("organization", "product", "tenderNotice", "awardNotice", "contract")));
    }

    @Test
    void everyTypeAndCodeListCanBeReadAndRefersToWhatIsThere() {
        Set<String> types = new HashSet<>(bundle.manifest().types());
        for (String name : types) {
            TypeDefinition type = bundle.type(name);
            assertTrue(type.isUnion() == type.properties().isEmpty(), name);
            assertTrue(types.containsAll(type.branches().values()), name);
            for (TypeDefinition.Property property : type.properties()) {
                Node node = property.node() instanceof Node.Sequence list ? list.items() : property.node();
                if (node instanceof Node.Reference reference) {
                    assertTrue(types.contains(reference.type()), name + "." + property.name());
                } else if (node instanceof Node.Text text && text.codeList() != null) {
                    assertFalse(bundle.codeList(text.codeList()).entries().isEmpty());
                }
            }
        }
        for (Manifest.CodeListEntry list : bundle.manifest().codeLists()) {
            assertEquals(list.size(), bundle.codeList(list.id()).entries().size(), list.id());
        }
    }

    @Test
    void termsCoverEveryField() {
        Set<String> paths =
                new HashSet<>(bundle.terms().stream().map(Term::path).toList());
        for (String type : bundle.manifest().types()) {
            assertTrue(paths.contains(type));
            bundle.type(type)
                    .properties()
                    .forEach(property -> assertTrue(paths.contains(type + "." + property.name())));
        }
    }

    @Test
    void knowsHolidaysAndTheHistoryOfRegions() {
        assertTrue(bundle.calendar().isHoliday(LocalDate.of(2026, 10, 1)));
        CodeList.Entry chongwen = bundle.codeList("region").entries().stream()
                .filter(entry -> entry.code().equals("110103"))
                .findFirst()
                .orElseThrow();
        assertTrue(chongwen.inForce(LocalDate.of(2009, 1, 1)));
        assertFalse(chongwen.inForce(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void strictSchemasTravelWithIt() throws IOException {
        for (Manifest.DocumentType type : bundle.manifest().documentTypes()) {
            try (InputStream in =
                    loader.getResourceAsStream("org/tongcai/standard/strict/" + type.name() + ".schema.json")) {
                assertNotNull(in, type.name());
                assertTrue(in.readAllBytes().length > 0);
            }
        }
    }

    /** A bundle is shared by all threads of a host; each of them sees the same objects. */
    @Test
    void threadsShareWhatWasRead() {
        Bundle fresh = BundleReader.fromClassPath(loader);
        long distinct = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> System.identityHashCode(fresh.codeList("region")) + ":"
                        + System.identityHashCode(fresh.terms()) + ":"
                        + System.identityHashCode(fresh.type("Money")))
                .distinct()
                .count();
        assertEquals(1, distinct);
    }
}
