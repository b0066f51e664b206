package org.tongcai.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.tongcai.Layer;

/** The arrows of docs/design/architecture.md only point down. */
@AnalyzeClasses(packages = "org.tongcai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CORE = {
        "org.tongcai",
        "org.tongcai.binding..",
        "org.tongcai.bundle..",
        "org.tongcai.engine..",
        "org.tongcai.input..",
        "org.tongcai.layout..",
        "org.tongcai.report..",
        "org.tongcai.format..",
        "org.tongcai.identifier..",
        "org.tongcai.calendar..",
        "org.tongcai.amount..",
        "org.tongcai.exchange..",
        "org.tongcai.protection..",
        "org.tongcai.rule..",
        "org.tongcai.lifecycle..",
        "org.tongcai.signature.."
    };

    @ArchTest
    static final ArchRule coreKnowsNothingAboveIt = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(
                    CORE, "java..", "javax.crypto..", "com.fasterxml.jackson.core..", "org.jspecify.annotations.."))
            .because("an embedder takes core and jackson-core, nothing else");

    @ArchTest
    static final ArchRule nationalCryptographyIsTheHostsChoice = classes()
            .that()
            .resideInAPackage("org.tongcai.gm..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.tongcai.gm..",
                    "org.tongcai.signature..",
                    "org.bouncycastle..",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify.annotations..")
            .because("it brings algorithms and knows nothing of documents");

    @ArchTest
    static final ArchRule nobodyButItDependsOnBouncyCastle = noClasses()
            .that()
            .resideOutsideOfPackages("org.tongcai.gm..", "org.bouncycastle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..")
            .because("hosts without national cryptography take no 7 MB with them");

    @ArchTest
    static final ArchRule signaturesKnowNoDocuments = classes()
            .that()
            .resideInAPackage("org.tongcai.signature..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.tongcai",
                    "org.tongcai.signature..",
                    "com.fasterxml.jackson.core..",
                    "java..",
                    "javax.crypto..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule constraintsAreTheHostsChoice = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcai.constraints..", "jakarta..")
            .because("a host without Jakarta Validation never loads them");

    @ArchTest
    static final ArchRule constraintsStandOnTheFrontDoor = classes()
            .that()
            .resideInAPackage("org.tongcai.constraints..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.tongcai",
                    "org.tongcai.binding..",
                    "org.tongcai.bundle..",
                    "org.tongcai.constraints..",
                    "org.tongcai.format..",
                    "org.tongcai.identifier..",
                    "jakarta.validation..",
                    "java..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule modelsDependOnTheirInterfacesOnly = noClasses()
            .that()
            .resideInAPackage("org.tongcai.model..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(concat(CORE, "org.tongcai.compiler..", "org.tongcai.cli.."))
                    .and(not(resideInAPackage("org.tongcai.binding..")))
                    // A value of the annotation that judges documents as a whole.
                    .and(not(equivalentTo(Layer.class))))
            .allowEmptyShould(true)
            .because("the models are read by hosts that take nothing else; the engine comes to them, not they to it");

    @ArchTest
    static final ArchRule compilerIsNoneOfTheRunTime = noClasses()
            .that()
            .resideOutsideOfPackages("org.tongcai.compiler..", "org.tongcai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongcai.compiler..");

    @ArchTest
    static final ArchRule batchesAreTheHostsChoice = noClasses()
            .that()
            .resideOutsideOfPackages("org.tongcai.batch..", "org.tongcai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcai.batch..", "org.h2..")
            .because("who judges document by document takes no store with it");

    @ArchTest
    static final ArchRule clientTakesLittleAlong = classes()
            .that()
            .resideInAPackage("org.tongcai.client..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(
                    CORE,
                    "org.tongcai.client..",
                    "org.tongcai.model..",
                    "okhttp3..",
                    "okio..",
                    "kotlin..",
                    "com.fasterxml.jackson.core..",
                    "org.slf4j..",
                    "java..",
                    "javax.net..",
                    "org.jspecify.annotations.."))
            .because("hosts embed it beside libraries of their own");

    @ArchTest
    static final ArchRule clientAndSandboxMeetOverHttpOnly = noClasses()
            .that()
            .resideInAPackage("org.tongcai.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcai.client..", "org.tongcai.examples..")
            .because("one would otherwise agree with the other's mistakes");

    @ArchTest
    static final ArchRule theSandboxCallsNobodyButReceiversOfEvents = noClasses()
            .that()
            .resideInAPackage("org.tongcai.sandbox..")
            .and()
            .resideOutsideOfPackage("org.tongcai.sandbox.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..");

    @ArchTest
    static final ArchRule onlyExamplesAndCommandStartSandboxes = noClasses()
            .that()
            .resideOutsideOfPackages("org.tongcai.sandbox..", "org.tongcai.examples..", "org.tongcai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongcai.sandbox..");

    @ArchTest
    static final ArchRule onlyExamplesCallPlatforms = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.tongcai.client..",
                    "org.tongcai.sandbox.webhook..",
                    "org.tongcai.examples..",
                    "org.tongcai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcai.client..", "okhttp3..")
            .because("the engine never opens a connection");

    @ArchTest
    static final ArchRule nobodyDependsOnTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage("org.tongcai.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongcai.cli..");

    @ArchTest
    static final ArchRule engineIsUsedByTheFrontDoorOnly = noClasses()
            .that()
            .resideOutsideOfPackages("org.tongcai", "org.tongcai.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongcai.engine..")
            .because("reports, layouts, input and bundles do not know how documents are judged");

    @ArchTest
    static final ArchRule printingNeedsTheBundleOnly = noClasses()
            .that()
            .resideInAPackage("org.tongcai.layout..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcai.report..", "org.tongcai.input..", "org.tongcai.identifier..");

    @ArchTest
    static final ArchRule readersAndWritersAreApart = noClasses()
            .that()
            .resideInAnyPackage("org.tongcai.input..", "org.tongcai.identifier..", "org.tongcai.calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tongcai.report..", "org.tongcai.bundle..", "org.tongcai.engine..");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("org.tongcai.(*)..").should().beFreeOfCycles();

    private static String[] concat(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
