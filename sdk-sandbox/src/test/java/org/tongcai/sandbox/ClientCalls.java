package org.tongcai.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongcai.binding.Model;
import org.tongcai.client.Document;
import org.tongcai.client.ProcurementClient;
import org.tongcai.client.Submission;

/** Calls methods of the client's groups by name, and knows afterwards which public ones nobody called. */
final class ClientCalls {
    private final Set<Method> made = ConcurrentHashMap.newKeySet();

    /** Calls the method of that name that takes such arguments. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> T call(Object group, String name, @Nullable Object... arguments) {
        Method method = Arrays.stream(group.getClass().getDeclaredMethods())
                .filter(each ->
                        Modifier.isPublic(each.getModifiers()) && each.getName().equals(name))
                .filter(each -> takes(each.getParameterTypes(), arguments))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + Arrays.toString(arguments)));
        made.add(method);
        try {
            return (T) method.invoke(group, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean takes(Class<?>[] types, @Nullable Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            Object argument = arguments[i];
            boolean fits = types[i] == int.class
                    ? argument instanceof Integer
                    : argument == null || types[i].isInstance(argument);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The value of a future that the group gave. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    <T> T later(Object group, String name, @Nullable Object... arguments) {
        CompletableFuture<T> future = call(group, name, arguments);
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Submits the same document as a model, as bytes, and as bytes in the background: it is taken once, and both others are told the first
     * result.
     *
     * @param place what stands in front of the document: nothing, or platform code and number of what it belongs to
     */
    Submission thrice(Object group, String name, String json, Object... place) {
        Model model = model(json);
        Object[] arguments = Arrays.copyOf(place, place.length + 1);
        arguments[place.length] = model;
        Submission first = call(group, name, arguments);
        taken(first);
        assertFalse(first.duplicate(), name);
        arguments[place.length] = Document.of(Samples.STANDARD.json().write(model));
        again(first, call(group, name, arguments));
        again(first, later(group, name + "Async", arguments));
        return first;
    }

    /** As {@link #thrice} where a group takes no models at that place. */
    Submission twice(Object group, String name, String json, Object... place) {
        Object[] arguments = Arrays.copyOf(place, place.length + 1);
        arguments[place.length] = Document.of(json);
        Submission first = call(group, name, arguments);
        taken(first);
        again(first, later(group, name + "Async", arguments));
        return first;
    }

    static void taken(Submission submission) {
        assertTrue(submission.accepted(), () -> submission + " " + submission.findings());
        assertNull(submission.problem());
        assertTrue(submission.receipt().state().startsWith("TAKEN"), submission::toString);
    }

    static void again(Submission first, Submission second) {
        assertTrue(second.accepted() && second.duplicate(), second::toString);
        assertEquals("DUPLICATE", second.receipt().state());
        assertEquals(first.receipt().receiptId(), second.receipt().receiptId());
        assertEquals(first.receipt().digest(), second.receipt().digest());
    }

    static <T> List<T> all(Stream<T> stream) {
        return stream.toList();
    }

    static Model model(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String type = Samples.STANDARD.validate(bytes).documentType();
        try {
            Class<? extends Model> model = Class.forName(
                            "org.tongcai.model." + type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1))
                    .asSubclass(Model.class);
            return Samples.STANDARD.json().read(bytes, model);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Public methods of all groups of a client that were not called. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (Method group : ProcurementClient.class.getMethods()) {
            Class<?> type = group.getReturnType();
            if (group.getParameterCount() == 0
                    && !Modifier.isStatic(group.getModifiers())
                    && type.getPackage() == ProcurementClient.class.getPackage()) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !made.contains(method))
                        .forEach(method -> missing.add(method.toGenericString()));
            }
        }
        return missing;
    }
}
