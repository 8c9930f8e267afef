package io.breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ len . }}                                                              ! 10",
        "{{ range . }}{{ .Class }},{{ end }}                                      !"
            + " os-pkgs,lang-pkgs,lang-pkgs,lang-pkgs,config,secret,config,config,secret,license,",
        "{{ range . }}{{ range .Vulnerabilities }}{{ .VulnerabilityID }} {{ end }}{{ end }} ! CVE",
        "{{ (index . 0).Type }}                                                   ! debian",
        "{{ with index . 0 }}{{ .Type | toUpper }}{{ end }}                       ! DEBIAN",
        "{{ if eq (len .) 0 }}none{{ else if gt (len .) 3 }}many{{ else }}few{{ end }} ! many",
        "{{ $n := 0 }}{{ range . }}{{ $n = add $n 1 }}{{ end }}{{ $n }}           ! 10",
        "{{ range $i, $r := . }}{{ if lt $i 2 }}{{ $i }}{{ $r.Class }} {{ end }}{{ end }} !"
            + " 0os-pkgs 1lang-pkgs",
        "{{ escapeXML \"<a> & 'b'\" }}                                            ! &lt;a&gt; &amp;"
            + " &#39;b&#39;",
        "{{ printf \"%s-%d\" (toLower \"ABC\") 7 }}                               ! abc-7",
        "{{ \"x\" | printf \"[%q]\" }}                                            ! [\"x\"]",
        "a {{- /* nothing */ -}} b                                                ! ab",
        "{{ report.image.name }}                                                  ! refused",
        "{{ (report).image.name }}                                                !"
            + " shop/cart:1.8.2",
        "{{ range .Nothing }}x{{ else }}empty{{ end }}                            ! empty",
        "{{ not true }} {{ and 1 \"\" }}{{ or \"\" \"b\" }}                       ! false b",
        "{{ .Not.There }}                                                         ! ",
      })
  void aTemplateSaysWhatItSaysInGo(String line) throws IOException {
    int bang = line.lastIndexOf(" ! ");
    String template =
        bang < 0 ? line.substring(0, line.lastIndexOf(" !")) : line.substring(0, bang);
    String expected = bang < 0 ? "" : line.substring(bang + 3).strip();
    if (expected.equals("refused")) {
      assertThatThrownBy(() -> fill(template.strip())).isInstanceOf(InvalidTemplateException.class);
    } else if (expected.equals("CVE")) {
      assertThat(fill(template.strip())).contains("CVE-2021-44228 ", "MAL-2024-1 ");
    } else {
      assertThat(fill(template.strip()).strip()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ range . }}                  | has no end",
        "{{ end }}                      | without something to end",
        "{{ nofunction 1 }}             | there is no function nofunction",
        "{{ \"x }}                      | a string has no end",
        "{{ .A                          | an action has no end",
        "{{ }}                          | an action is empty",
        "{{ ( }}                        | parenthesis",
        "{{ $missing }}                 | no variable $missing",
        "{{ len }}                      | it takes one value",
        "{{ printf \"%z\" 1 }}          | %z is not known",
      })
  void whatATemplateCannotSayIsToldWithItsLine(String template, String reason) {
    assertThatThrownBy(() -> fill("\n" + template))
        .isInstanceOf(InvalidTemplateException.class)
        .hasMessageContaining(reason)
        .extracting(e -> ((InvalidTemplateException) e).line())
        .isEqualTo(2);
  }

  @Test
  void aTemplateThatGrowsWithoutEndIsStopped() {
    var bomb = new StringBuilder("{{ $x := \"aaaaaaaaaaaaaaaa\" }}");
    for (int i = 0; i < 40; i++) bomb.append("{{ $x = print $x $x }}");
    assertThatThrownBy(() -> fill(bomb.toString()))
        .isInstanceOf(InvalidTemplateException.class)
        .hasMessageContaining("bounds");
    String deep = "{{ if 1 }}".repeat(1_000);
    assertThatThrownBy(() -> fill(deep)).hasMessageContaining("nested too deeply");
  }

  private static String fill(String template) throws IOException {
    return Fixture.print(
        TemplatePrinter.of(template), Fixture.document(), Context.of(Language.ENGLISH));
  }

  @FuzzTest
  void anyTemplateIsReadOrRefused(byte[] bytes) throws IOException {
    try {
      TemplatePrinter printer = TemplatePrinter.of(new String(bytes, StandardCharsets.UTF_8));
      Fixture.print(printer, Fixture.clean(), Context.of(Language.ENGLISH));
    } catch (InvalidTemplateException refused) {
      assertThat(refused.line()).isPositive();
    }
  }

  @FuzzTest
  void anyDocumentIsPrintedOrRefused(byte[] bytes) throws IOException {
    Document document;
    try {
      document = Document.read(bytes);
    } catch (InvalidDocumentException refused) {
      return;
    }
    Context context = Context.of(Language.ENGLISH).with(Fixture.DOCKERFILE);
    for (Printer each : Printers.all()) {
      assertThat(Fixture.print(each, document, context)).isNotEmpty();
    }
  }
}
