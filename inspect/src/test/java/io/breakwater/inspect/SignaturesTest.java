package io.breakwater.inspect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
  private static final byte[] BAD = "this is the bad file\n".getBytes(UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA-256|%s",
        "SHA-1|%s  evil.sh",
        "MD5|%s *evil.sh",
        "SHA-256|# a comment\n\n%s\tevil.sh",
        "SHA-256|%s:21:Evil.Sh",
        "MD5|%s:*:Evil.Sh:73",
        "SHA-256|first_seen_utc,sha256_hash,signature\n"
            + "\"2024-01-01 00:00:00\", \"%s\", \"evil.sh\"",
      })
  void aFileIsKnownByAnyKindOfList(String example) throws Exception {
    String[] parts = example.split("\\|", 2);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance(parts[0]).digest(BAD));
    Path list = write("list", parts[1].formatted(hash) + "\n");
    var signatures = Signatures.NONE.withHashes(List.of(list));
    List<Finding.OfCheck> found = findings(signatures, "opt/x", BAD);
    assertThat(found).extracting(Finding.OfCheck::id).containsExactly("known-malware");
    assertThat(found.getFirst().evidence()).contains(hash);
    if (parts[1].contains("vil")) {
      assertThat(found.getFirst().evidence()).containsIgnoringCase("evil.sh");
    }
    assertThat(findings(signatures, "opt/x", "other".getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "zz, :1: expected an MD5",
    "'# fine\nabc  name', :2: expected an MD5",
    "00112233445566778899aabbccddeeff:x:name, :1: expected an MD5",
  })
  void aWrongListIsOneErrorWithItsLine(String text, String message) throws IOException {
    Path list = write("list", text);
    assertThatThrownBy(() -> Signatures.NONE.withHashes(List.of(list)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(list + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ## ",
      quoteCharacter = '\u0001',
      textBlock =
          """
          rule a { condition: } ## :1:21: expected a condition, found }
          rule a { strings: $a = "x condition: $a } ## a text without end
          rule a { strings: $a = { 4G } condition: $a } ## in the string $a: expected a hexadecimal digit
          rule a { strings: $a = /a(/ condition: $a } ## not applied
          rule a { strings: $a = "abc" condition: $b } ## :1:41: there is no string $b
          rule a { strings: $a = "abc" condition: true } ## :1:6: the string $a of a is used nowhere
          rule a { condition: nothing } ## :1:21: expected a rule above this one or an imported module, found nothing
          rule a { condition: true } rule a { condition: true } ## :1:33: a second rule a
          import "foo" ## expected a module
          rool a {} ## :1:1: expected rule, import or include, found rool
          """)
  void wrongRulesAreOneErrorWithItsPlace(String rules, String message) throws IOException {
    Path file = write("r.yar", rules);
    if (message.equals("not applied")) {
      assertThat(Signatures.NONE.withYara(List.of(file)).notApplied()).hasSize(1);
      return;
    }
    assertThatThrownBy(() -> Signatures.NONE.withYara(List.of(file)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(message);
  }

  @Test
  void rulesAreFoundInFilesInArchivesAndInWideText() throws Exception {
    Files.createDirectories(folder.resolve("rules/sub"));
    write(
        "rules/a.yar",
        "include \"sub/b.inc\"\n"
            + "rule one : tag { meta: score = 95 strings: $a = \"needle\" ascii wide condition:"
            + " base and $a }");
    write("rules/sub/b.inc", "private rule base { condition: filesize < 1MB }");
    var signatures = Signatures.NONE.withYara(List.of(folder.resolve("rules")));
    assertThat(findings(signatures, "bin/x", "a needle".getBytes(UTF_8)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("yara-match");
              assertThat(finding.severity().id()).isEqualTo("critical");
              assertThat(finding.part()).isEqualTo("a.yar:one");
              assertThat(finding.evidence()).contains("$a at 0x2: needle");
            });
    assertThat(findings(signatures, "x.txt", "a needle of wide text".getBytes(UTF_16LE)))
        .hasSize(1);
    assertThat(findings(signatures, "x.zip", zip("in/it", "the needle".getBytes(UTF_8))))
        .extracting(finding -> finding.location().path())
        .containsExactly("/x.zip!/in/it");
    assertThat(findings(signatures, "bin/x", "nothing".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void aRuleThatNeedsAModuleIsListedAmongWhatWasNotAnalysed() throws Exception {
    Path file =
        write(
            "r.yar",
            "import \"pe\"\nrule p { condition: pe.imports(\"a.dll\", /x/) and for any s in"
                + " pe.sections : (s.name == \"x\") }\nrule q { condition: p or filesize > 0 }\n"
                + "rule r { condition: filesize > 0 }");
    var signatures = Signatures.NONE.withYara(List.of(file));
    Inspection.Outcome outcome = inspect(signatures, "x", BAD);
    assertThat(outcome.notAnalysed())
        .extracting(note -> note.detail())
        .satisfiesExactly(
            first -> assertThat(first).contains("rule p (" + file + ":2)", "pe.imports"),
            second -> assertThat(second).contains("rule q (" + file + ":3)"));
    assertThat(outcome.findings()).extracting(Finding.OfCheck::part).containsExactly("r.yar:r");
  }

  @Test
  void aRuleThatTakesTooLongCostsTheFileALineAndNothingElse() throws Exception {
    Path file =
        write(
            "r.yar",
            "rule slow { strings: $a = /(a|aa)+b?[^x]{900}z/ $b = {61 [-] 62} condition: for all i"
                + " in (1..filesize) : (for all j in (1..filesize) : (@a[i] != j or #b > j)) }\n");
    var signatures = Signatures.NONE.withYara(List.of(file));
    byte[] many = "a".repeat(300_000).getBytes(ISO_8859_1);
    assertThat(inspect(signatures, "x", many).notAnalysed())
        .singleElement()
        .satisfies(note -> assertThat(note.detail()).contains("YARA rules that take too long"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, ISO_8859_1);
  }

  static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static List<Finding.OfCheck> findings(Signatures signatures, String path, byte[] file)
      throws IOException {
    return inspect(signatures, path, file).findings();
  }

  static Inspection.Outcome inspect(Signatures signatures, String path, byte[] file)
      throws IOException {
    return new Inspection(EnumSet.of(Check.Area.MALWARE), InspectionOptions.NONE.with(signatures))
        .file(path, Content.of(file), LocalDate.of(2026, 11, 22));
  }
}
