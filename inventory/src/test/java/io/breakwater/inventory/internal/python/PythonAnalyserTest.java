package io.breakwater.inventory.internal.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.oci.zip.TestZip;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonAnalyserTest {
  private static final String SITE = "usr/lib/python3/site-packages/";

  private static RecordedFacts analyse(String path, String text) throws IOException {
    return RecordedFacts.of(new PythonAnalyser(), SITE + path, text);
  }

  @Test
  void aWheelIsReadFromItsMetadata() throws IOException {
    String metadata =
        """
        Metadata-Version: 2.1
        Name: Typing_Extensions
        Version: 4.5.0
        License: PSF
        Classifier: License :: OSI Approved :: MIT License

        Name: in the body
        """;
    var facts = analyse("typing_extensions-4.5.0.dist-info/METADATA", metadata);
    assertThat(facts.purls()).containsExactly("pkg:pypi/typing-extensions@4.5.0");
    assertThat(facts.packages.getFirst().name()).isEqualTo("Typing_Extensions");
    assertThat(facts.packages.getFirst().licences()).containsExactly("PSF");
    assertThat(facts.packages.getFirst().says()).isEqualTo("METADATA says Typing_Extensions 4.5.0");
  }

  @Test
  void theLicenceIsTheExpressionElseTheFieldElseClassifiers() throws IOException {
    String head = "Name: a\nVersion: 1\n";
    String path = "a-1.dist-info/METADATA";
    String classifiers =
        "Classifier: License :: OSI Approved\nClassifier: License :: OSI Approved :: BSD License\n";
    assertThat(
            analyse(path, head + "License: UNKNOWN\n" + classifiers).packages.getFirst().licences())
        .containsExactly("BSD License");
    assertThat(
            analyse(path, head + "License: x\n  y\n" + classifiers).packages.getFirst().licences())
        .containsExactly("BSD License");
    assertThat(
            analyse(path, head + "License: B\nLicense-Expression: MIT\n")
                .packages
                .getFirst()
                .licences())
        .containsExactly("MIT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "six-1.16.0.egg-info",
        "six-1.16.0-py3.egg-info/PKG-INFO",
        "six.egg/EGG-INFO/PKG-INFO"
      })
  void eggsOfEveryKindAreRead(String path) throws IOException {
    assertThat(analyse(path, "Name: six\nVersion: 1.16.0\n").purls())
        .containsExactly("pkg:pypi/six@1.16.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "six-1.16.0.egg-info",
        "six-1.16.0-py3.9.egg-info/PKG-INFO",
        "six-1.16.0.dist-info/METADATA",
        "six-1.16.0-py3.9.egg/EGG-INFO/PKG-INFO"
      })
  void missingHeadersAreTakenFromTheFolder(String path) throws IOException {
    assertThat(analyse(path, "Metadata-Version: 1.0\n").purls())
        .containsExactly("pkg:pypi/six@1.16.0");
  }

  @Test
  void aZippedEggIsOpened() throws IOException {
    byte[] egg = new TestZip().with("EGG-INFO/PKG-INFO", "Name: old\nVersion: 0.1\n").bytes();
    var facts = RecordedFacts.of(new PythonAnalyser(), SITE + "old-0.1-py2.7.egg", egg);
    assertThat(facts.purls()).containsExactly("pkg:pypi/old@0.1");
  }

  @Test
  void whatPipCarriesInsideItselfIsFound() throws IOException {
    String list =
        "# from\nurllib3==1.26.14\n    rich==12.6.0  # why\nrequests[socks]==2.28.2 ; x\nsetuptools==44.0.0\n-e .\n";
    assertThat(analyse("pip/_vendor/vendor.txt", list).purls())
        .containsExactly(
            "pkg:pypi/urllib3@1.26.14", "pkg:pypi/rich@12.6.0", "pkg:pypi/requests@2.28.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"METADATA", "a/METADATA", "x.dist-info/RECORD", "PKG-INFO", "vendor.txt"})
  void otherFilesAreNotWanted(String path) {
    assertThat(RecordedFacts.wants(new PythonAnalyser(), SITE + path, new byte[0])).isFalse();
  }
}
