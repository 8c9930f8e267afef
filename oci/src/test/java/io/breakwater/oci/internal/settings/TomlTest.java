package io.breakwater.oci.internal.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTest {
  @Test
  void tablesAndArraysOfTablesNest() throws Exception {
    Json.Obj document =
        Toml.parse(
            """
            # comment
            list = ["a", 'b\\n', # more
              "c",
            ]
            [[registry]]
            prefix = "one"   # first
            [[registry.mirror]]
            location = "m1"
            insecure = true
            [[registry.mirror]]
            location = "m2"
            [[registry]]
            "prefix" = 'two'
            [storage.options]
            size.'a b' = 10
            """);
    assertThat(document.texts("list")).containsExactly("a", "b\\n", "c");
    List<Json.Obj> registries = document.objects("registry");
    assertThat(registries).extracting(r -> r.text("prefix")).containsExactly("one", "two");
    List<Json.Obj> mirrors = registries.getFirst().objects("mirror");
    assertThat(mirrors).extracting(m -> m.text("location")).containsExactly("m1", "m2");
    assertThat(mirrors).extracting(m -> m.isTrue("insecure")).containsExactly(true, false);
    assertThat(document.object("storage").object("options").object("size").number("a b"))
        .hasValue(10);
  }

  @Test
  void textsAreUnescaped() throws Exception {
    Json.Obj document =
        Toml.parse(
            "a = \"\\t\\\"\\\\\\u00e9\\U0001F600\"\n"
                + "b = '''\nit's \\raw'''\n"
                + "c = \"\"\"\none \\\n   two\"\"\"\"\n"
                + "d = { e = [1, [2]], f.g = true }\r\n");
    assertThat(document.text("a")).isEqualTo("\t\"\\é\ud83d\ude00");
    assertThat(document.text("b")).isEqualTo("it's \\raw");
    assertThat(document.text("c")).isEqualTo("one two\"");
    assertThat(document.object("d").object("f").isTrue("g")).isTrue();
  }

  @Test
  void anErrorHasItsPlace() {
    assertThatThrownBy(() -> Toml.parse("a = 1\nb = oops\n"))
        .isInstanceOf(InvalidTomlException.class)
        .hasMessageContaining("line 2, column 9")
        .hasMessageContaining("oops");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a =",
        "= 1",
        "a = 1 b = 2",
        "a = \"x",
        "a = \"x\ny\"",
        "[a",
        "[a]]",
        "a = 1\na = 2",
        "[a]\nb = 1\n[a.b]",
        "a = 1\n[[a]]",
        "[[a]]\n[a]\n[[a.b]]\n[a.b.c]\n[[a.b.c]]",
        "a = [1 2]",
        "a = {b = 1,, c = 2}",
        "a = \"\\x\"",
        "a = \"\\ud800\"",
        "a = '''x",
        "a.b.c = 1\na.b = 2"
      })
  void whatIsMalformedIsRefused(String text) {
    assertThatThrownBy(() -> Toml.parse(text)).isInstanceOf(InvalidTomlException.class);
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> Toml.parse("a = " + "[".repeat(100_000)))
        .isInstanceOf(InvalidTomlException.class)
        .hasMessageContaining("nested");
    assertThatThrownBy(() -> Toml.parse("[" + "a.".repeat(100_000) + "a]"))
        .isInstanceOf(InvalidTomlException.class);
  }

  @FuzzTest
  void everyTextIsReadOrRefused(byte[] text) {
    try {
      RegistriesConf conf = RegistriesConf.parse(text);
      assertThat(conf.registries()).doesNotContainKey("");
      assertThat(Toml.parse(new String(text, UTF_8))).isNotNull();
    } catch (InvalidTomlException refused) {
      assertThat(refused).hasMessageContaining("line");
    }
  }
}
