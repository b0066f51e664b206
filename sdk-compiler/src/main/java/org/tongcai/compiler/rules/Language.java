package org.tongcai.compiler.rules;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongcai.rule.Function;

/**
 * The rule language as an environment of the type checker. Of CEL's own library only the equality of one type is declared (it cannot be told
 * from that of a decimal and a whole number, except by CEL itself); beyond it {@link Function} and the logical operators. What is not declared
 * cannot be used.
 */
final class Language {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHomogeneousLiterals(true)
            .enableHeterogeneousNumericComparisons(false)
            .build();
    private static final CelStandardDeclarations EQUALITY = CelStandardDeclarations.newBuilder()
            .filterFunctions((function, overload) -> function.functionName().equals(Function.EQ.symbol())
                    || function.functionName().equals(Function.NE.symbol()))
            .build();
    private static final List<CelFunctionDecl> FUNCTIONS = functions();
    private static final Map<String, Function> BY_OVERLOAD = overloads();

    /** Logical operators of CEL → operators of compiled rules. */
    static final Map<String, String> LOGIC = Map.of("_&&_", "&&", "_||_", "||", "!_", "!", "_?_:_", "?");

    private Language() {}

    /** An environment with the variables. */
    static CelCompiler environment(CelTypeProvider types, Map<String, String> variables) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(EQUALITY)
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.MAP,
                        CelStandardMacro.MAP_FILTER,
                        CelStandardMacro.FILTER)
                .setTypeProvider(types)
                .addFunctionDeclarations(FUNCTIONS);
        variables.forEach((name, type) -> builder.addVar(name, RuleType.cel(type)));
        return builder.build();
    }

    private static List<CelFunctionDecl> functions() {
        Map<String, List<CelOverloadDecl>> bySymbol = new LinkedHashMap<>();
        for (Function function : Function.values()) {
            if (function == Function.EQ || function == Function.NE) {
                continue;
            }
            bySymbol.computeIfAbsent(function.symbol(), symbol -> new ArrayList<>())
                    .add(overload(function));
        }
        CelType bool = SimpleType.BOOL;
        CelType any = TypeParamType.create("T");
        bySymbol.put("_&&_", List.of(CelOverloadDecl.newGlobalOverload("logical_and", bool, bool, bool)));
        bySymbol.put("_||_", List.of(CelOverloadDecl.newGlobalOverload("logical_or", bool, bool, bool)));
        bySymbol.put("!_", List.of(CelOverloadDecl.newGlobalOverload("logical_not", bool, bool)));
        bySymbol.put("_?_:_", List.of(CelOverloadDecl.newGlobalOverload("conditional", any, bool, any, any)));
        // What macros expand to.
        bySymbol.put(
                "@not_strictly_false", List.of(CelOverloadDecl.newGlobalOverload("not_strictly_false", bool, bool)));
        List<CelFunctionDecl> functions = new ArrayList<>();
        bySymbol.forEach(
                (symbol, overloads) -> functions.add(CelFunctionDecl.newFunctionDeclaration(symbol, overloads)));
        return List.copyOf(functions);
    }

    /** The function of an overload; null for logical operators and what macros expand to. */
    static @Nullable Function function(String overload) {
        return BY_OVERLOAD.get(overload);
    }

    private static Map<String, Function> overloads() {
        Map<String, Function> functions = new HashMap<>();
        for (Function function : Function.values()) {
            functions.put(function.id(), function);
        }
        functions.put("equals", Function.EQ);
        functions.put("not_equals", Function.NE);
        return Map.copyOf(functions);
    }

    private static CelOverloadDecl overload(Function function) {
        List<CelType> arguments =
                function.arguments().stream().map(RuleType::cel).toList();
        CelType result = RuleType.cel(function.result());
        return function.isMember()
                ? CelOverloadDecl.newMemberOverload(function.id(), result, arguments)
                : CelOverloadDecl.newGlobalOverload(function.id(), result, arguments);
    }
}
