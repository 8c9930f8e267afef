package io.breakwater.inventory.internal.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.RecordedFacts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblyAnalyserTest {
  private static List<String> purls(String path, byte[] bytes) throws IOException {
    return RecordedFacts.of(new AssemblyAnalyser(), path, bytes).purls();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          13.0.3+0a2e291c0d9c0c7675d445703e51750363a549ef | 13.0.3.27908 | 13.0.3
          8.0.0-preview.7.23375.6+abc                     | 8.0.23.37506 | 8.0.0-preview.7.23375.6
          1.0.0                                           | 1.0.0.0      | 1.0.0
          3.2.1.0                                         | 3.2.1.0      | 3.2.1
          3.5.0.2                                         | 3.5.0.2      | 3.5.0.2
          6.0.8.18111                                     | 6.0.8.18111  | 6.0.8
          5.2.7 (release)                                 | 1.1          | 5.2.7
          v2 of the product                               | 2.4.1        | 2.4.1
          ''                                              | 4.5          | 4.5
          0.0.0.0                                         | 0.0.0.0      | ''
          4.6.26515.06 @BuiltBy: dlab14-DDVSOWINAGE059    | 4.6.26515.06 | ''
          what                                            | ever         | ''
          7                                               | ''           | ''
          1.2.3-                                          | ''           | ''
          99999999999.1                                   | ''           | ''
          """)
  void theVersionIsThePackagesAsFarAsTheWordsTell(String product, String file, String version)
      throws IOException {
    byte[] dll =
        TestAssembly.of(
            true,
            Map.of("InternalName", "A.B.dll", "ProductVersion", product, "FileVersion", file));
    String purl = "pkg:nuget/A.B@" + version;
    assertThat(purls("app/A.B.dll", dll))
        .containsExactlyElementsOf(version.isEmpty() ? List.of() : List.of(purl));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A.B.dll                       | ''        | A.B
          ''                            | C.D.EXE   | C.D
          Some product, by someone      | ''        | file
          ../../etc/passwd              | E         | E
          """)
  void theNameIsTheAssemblys(String internal, String original, String name) throws IOException {
    byte[] dll =
        TestAssembly.of(
            true,
            Map.of(
                "InternalName", internal, "OriginalFilename", original, "ProductVersion", "1.2.3"));
    assertThat(purls("app/file.dll", dll)).containsExactly("pkg:nuget/" + name + "@1.2.3");
  }

  @Test
  void whatIsNoAssemblyOrNoPackageIsLeftOut() throws IOException {
    Map<String, String> words = Map.of("InternalName", "a", "ProductVersion", "1.2.3");
    assertThat(purls("windows/a.dll", TestAssembly.of(false, words))).as("native").isEmpty();
    byte[] managed = TestAssembly.of(true, words);
    assertThat(purls("a.DLL", managed)).hasSize(1);
    for (String path :
        List.of(
            "app/fr/a.resources.dll",
            "dotnet/packs/Microsoft.NETCore.App.Ref/8.0.0/ref/net8.0/a.dll",
            "Files/Windows/Microsoft.NET/Framework64/v4.0.30319/a.dll",
            "app/a.bin")) {
      assertThat(purls(path, managed)).as(path).isEmpty();
    }
    assertThat(purls("a.dll", TestAssembly.of(true, Map.of()))).isEmpty();
  }

  @Test
  void everyCutOfAResourceGivesStringsOrNone() {
    byte[] whole = TestAssembly.version(Map.of("ProductVersion", "1.2.3"));
    assertThat(VersionResource.strings(whole)).containsEntry("ProductVersion", "1.2.3");
    for (int length = 0; length < whole.length; length++) {
      assertThat(VersionResource.strings(java.util.Arrays.copyOf(whole, length)))
          .as("cut at " + length)
          .hasSizeLessThan(2);
    }
  }
}
