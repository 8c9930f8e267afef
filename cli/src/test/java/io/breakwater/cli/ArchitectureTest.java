package io.breakwater.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The arrows of the design: who may know whom. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.breakwater");

  @Test
  void arrowsPointDownOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("model")
        .definedBy("io.breakwater.model..")
        .layer("oci")
        .definedBy("io.breakwater.oci..")
        .layer("inventory")
        .definedBy("io.breakwater.inventory..")
        .layer("inspect")
        .definedBy("io.breakwater.inspect..")
        .layer("advisory")
        .definedBy("io.breakwater.advisory..")
        .layer("policy")
        .definedBy("io.breakwater.policy..")
        .layer("report")
        .definedBy("io.breakwater.report..")
        .layer("cli")
        .definedBy("io.breakwater.cli..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("inventory")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("oci")
        .mayOnlyBeAccessedByLayers("inventory", "inspect", "cli")
        .whereLayer("inspect")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("advisory")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("policy")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli")
        .check(HOUSE);
  }

  @Test
  void theInsideOfARoomIsNotSeenFromAnother() {
    for (String room :
        new String[] {"oci", "inventory", "inspect", "advisory", "policy", "report"}) {
      noClasses()
          .that()
          .resideOutsideOfPackage("io.breakwater." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.breakwater." + room + ".internal..")
          .check(HOUSE);
    }
  }

  @Test
  void theModelDoesNoInputAndOutput() {
    noClasses()
        .that()
        .resideInAPackage("io.breakwater.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.util.concurrent..")
        .check(HOUSE);
  }

  @Test
  void judgesArePure() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.breakwater.policy..", "io.breakwater.report..", "io.breakwater.advisory.version..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.io.File..", "java.time.Clock..")
        .check(HOUSE);
  }

  @Test
  void noReflectionMagic() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.breakwater.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(HOUSE);
  }

  @Test
  void formatsDoNotKnowEachOther() {
    SlicesRuleDefinition.slices()
        .matching("io.breakwater.inventory.internal.(*)..")
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }
}
