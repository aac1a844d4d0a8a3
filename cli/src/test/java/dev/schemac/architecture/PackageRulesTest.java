package dev.schemac.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom: the invariants of the architecture, over the classes of all modules. */
@AnalyzeClasses(
    packages = "dev.schemac",
    importOptions = {ImportOption.DoNotIncludeTests.class, PackageRulesTest.WithoutTestJars.class})
final class PackageRulesTest {
  /** The tests of the compiler come as a jar. */
  static final class WithoutTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String OURS = "dev.schemac..";
  private static final String[] RUNTIME = {
    "dev.schemac.model..",
    "dev.schemac.catalog..",
    "dev.schemac.connect..",
    "dev.schemac.diff..",
    "dev.schemac.diagnostic..",
    "dev.schemac.sql..",
    "dev.schemac.migrate..",
    "dev.schemac.guard.."
  };

  @ArchTest
  static final ArchRule MODEL_IMPORTS_NOTHING_OF_OURS =
      noClasses()
          .that()
          .resideInAPackage("dev.schemac.model..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(OURS).and(resideOutsideOfPackages("dev.schemac.model..")));

  @ArchTest
  static final ArchRule DIFF_IMPORTS_ONLY_MODEL =
      noClasses()
          .that()
          .resideInAPackage("dev.schemac.diff..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(OURS)
                  .and(resideOutsideOfPackages("dev.schemac.model..", "dev.schemac.diff..")));

  @ArchTest
  static final ArchRule RUNTIME_IMPORTS_ONLY_RUNTIME_AND_THE_PLATFORM =
      noClasses()
          .that()
          .resideInAnyPackage(RUNTIME)
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(RUNTIME)
                  .and(resideOutsideOfPackages("java..", "javax.sql..")));

  @ArchTest
  static final ArchRule PLAN_KNOWS_NO_DIALECT =
      noClasses()
          .that()
          .resideInAnyPackage("dev.schemac.plan..", "dev.schemac.ddl..", "dev.schemac.diff..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.schemac.dialect..");

  @ArchTest
  static final ArchRule DIALECTS_DO_NOT_SEE_EACH_OTHER =
      slices().matching("dev.schemac.dialect.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule NO_CYCLES_BETWEEN_PACKAGES =
      slices().matching("dev.schemac.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ANTLR_ONLY_IN_SYNTAX =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.schemac.syntax..", "dev.schemac.grammar..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.antlr..", "dev.schemac.grammar..");

  @ArchTest
  static final ArchRule PICOCLI_ONLY_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.schemac.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "org.eclipse.lsp4j..", "dev.schemac.cli..");

  @ArchTest
  static final ArchRule PROJECT_FACADE_KNOWS_NO_COMMAND_LINE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.schemac.cli.project..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "dev.schemac.cli");

  @ArchTest
  static final ArchRule JAVAPOET_ONLY_IN_CODEGEN =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.schemac.codegen..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.palantir.javapoet..", "com.squareup.javapoet..");

  @ArchTest
  static final ArchRule JDBC_ONLY_WHERE_THERE_IS_A_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.schemac.catalog..",
              "dev.schemac.connect..",
              "dev.schemac.migrate..",
              "dev.schemac.guard..",
              "dev.schemac.shadow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "com.mysql..");

  @ArchTest
  static final ArchRule FILES_ONLY_WHERE_FILES_ARE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.schemac.cli..",
              "dev.schemac.connect..",
              "dev.schemac.source..",
              "dev.schemac.emit..",
              "dev.schemac.migrate..",
              "dev.schemac.shadow..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.FileInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.FileOutputStream");

  @ArchTest
  static final ArchRule REPORT_IDE_AND_CODEGEN_ARE_FOR_THE_COMMAND_LINE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.schemac.cli..",
              "dev.schemac.report..",
              "dev.schemac.ide..",
              "dev.schemac.codegen..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.schemac.report..", "dev.schemac.ide..", "dev.schemac.codegen..");

  @ArchTest
  static final ArchRule NOTHING_FORMATS_IN_DIALECTS =
      noClasses()
          .that()
          .resideInAPackage("dev.schemac.dialect..")
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class);
}
