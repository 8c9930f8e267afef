package io.breakwater.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line of a table is a document; a bar stands for the end of a line. */
class TomlTest {
  private static Json.Obj read(String lines) throws IOException {
    return Toml.object(lines.replace('|', '\n'));
  }

  /** A value in the form of JSON without blanks. */
  private static String shown(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        var out = new StringBuilder("{");
        members.forEach(
            (k, v) ->
                out.append(out.length() > 1 ? "," : "").append(k).append(':').append(shown(v)));
        yield out.append('}').toString();
      }
      case Json.Arr(var elements) ->
          "[" + String.join(",", elements.stream().map(TomlTest::shown).toList()) + "]";
      case Json.Str(String text) -> '\'' + text.replace("\n", "|") + '\'';
      case Json.Num(String digits) -> digits;
      case Json.Bool(boolean truth) -> String.valueOf(truth);
      case Json.Nil() -> throw new AssertionError("TOML has no null");
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "# only a comment => {}",
        "key = \"value\" # comment => {key:'value'}",
        "bare_key-1 = 1|1234 = 2|\"127.0.0.1\" = 3|'quoted \"x\"' = 4|\"\" = 5 =>"
            + " {bare_key-1:1,1234:2,127.0.0.1:3,quoted \"x\":4,:5}",
        "a.b . \"c.d\" = 1|a.e = 2 => {a:{b:{c.d:1},e:2}}",
        "3.14159 = 'pi' => {3:{14159:'pi'}}",
        "s = \"a\\tb\\\"\\\\ \\u00e9 \\U0001F600\" => {s:'a\tb\"\\ \u00e9 \uD83D\uDE00'}",
        "s = \"\"\"|Roses|Violets\"\"\" => {s:'Roses|Violets'}",
        "s = \"\"\"\\|   The quick \\|||   fox\\|  \"\"\" => {s:'The quick fox'}",
        "s = \"\"\"Two \"\" and three \"\"\\\".\"\"\"\"\" => {s:'Two \"\" and three \"\"\".\"\"'}",
        "s = 'C:\\Users' => {s:'C:\\Users'}",
        "s = '''|first|  ''two'' '''' => {s:'first|  ''two'' ''}",
        "a = +99|b = 0|c = -17|d = 1_000|e = 0xDEAD_beef|f = 0o755|g = 0b1101 =>"
            + " {a:99,b:0,c:-17,d:1000,e:3735928559,f:493,g:13}",
        "a = +1.0|b = -0.01|c = 5e+22|d = 6.626e-34|e = 224_617.445|f = -inf|g = nan =>"
            + " {a:1.0,b:-0.01,c:5e+22,d:6.626e-34,e:224617.445,f:'-inf',g:'nan'}",
        "a = true|b = false => {a:true,b:false}",
        "a = 1979-05-27T07:32:00Z|b = 1979-05-27T00:32:00.999999-07:00|c = 1979-05-27 07:32:00Z =>"
            + " {a:'1979-05-27T07:32:00Z',b:'1979-05-27T00:32:00.999999-07:00',c:'1979-05-27"
            + " 07:32:00Z'}",
        "a = 1979-05-27T07:32:00|b = 1979-05-27 # day|c = 07:32:00.5 =>"
            + " {a:'1979-05-27T07:32:00',b:'1979-05-27',c:'07:32:00.5'}",
        "a = [ 1, 2 ]|b = [[1], ['a', \"b\"]]|c = []|d = [|  1, # one|  2,|] =>"
            + " {a:[1,2],b:[[1],['a','b']],c:[],d:[1,2]}",
        "p = { x = 1, y.z = 'q' }|q = {} => {p:{x:1,y:{z:'q'}},q:{}}",
        "p = {|  x = 1, # TOML 1.1|  y = 2,|} => {p:{x:1,y:2}}",
        "[t]|k = 1|[ d . \"e.f\" ]|k = 2 => {t:{k:1},d:{e.f:{k:2}}}",
        "[x.y.z]|[x]|a = 1 => {x:{y:{z:{}},a:1}}",
        "[fruit]|apple.color = 'red'|[fruit.apple.texture]|smooth = true =>"
            + " {fruit:{apple:{color:'red',texture:{smooth:true}}}}",
        "[[p]]|n = 1|[[p]]|[[p]]|n = 3 => {p:[{n:1},{},{n:3}]}",
        "[[f]]|n = 'apple'|[f.physical]|c = 'red'|[[f.v]]|n = 'delicious'|[[f.v]]|n ="
            + " 'granny'|[[f]]|n = 'banana' =>"
            + " {f:[{n:'apple',physical:{c:'red'},v:[{n:'delicious'},{n:'granny'}]},{n:'banana'}]}",
      })
  void whatTheSpecificationShowsIsReadAsItSays(String document, String expected)
      throws IOException {
    assertThat(shown(read(document))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key =",
        "key",
        "= 1",
        "a = 1 b = 2",
        "a = 1|a = 2",
        "a.b = 1|a = 2",
        "a = 1|a.b = 2",
        "a = \"x",
        "a = 'x|y'",
        "a = \"x|y\"",
        "a = \"\\q\"",
        "a = \"\\u12\"",
        "a = \"\\ud800\"",
        "a = \"\"\"x",
        "a = '''x''''''",
        "a = \"\"\"\"\"\"\"\"\"",
        "\"\"\"k\"\"\" = 1",
        "a = 01",
        "a = 1__0",
        "a = _1",
        "a = 1_",
        "a = 0x",
        "a = +0x1",
        "a = .7",
        "a = 7.",
        "a = 3.e+20",
        "a = 9223372036854775808",
        "a = True",
        "a = 1979-13-01",
        "a = 1979-02-29",
        "a = 1979-05-27T25:00:00Z",
        "a = 1979-05-27T",
        "a = [1",
        "a = [1 2]",
        "a = [,1]",
        "a = {x = 1",
        "a = {, x = 1}",
        "a = {x = 1, x = 2}",
        "a = {x.y = 1, x = 2}",
        "a = {x = 1}|a.y = 2",
        "a = {x = 1}|[a.y]",
        "a = [1]|[[a]]",
        "a = [{}]|[a.b]",
        "[a]|[a]",
        "[a]|b = 1|[a.b]",
        "[a]|b.c = 1|[a.b]",
        "[a.b.c]|[a]|b.d = 1",
        "[[a]]|[a]",
        "[a]|[[a]]",
        "[a|b]",
        "[a] b = 1",
        "[]",
        "[ [a]]",
        "[[a] ]",
        "a = 1\rb = 2",
        "# \u0000",
        "a = '\u0007'",
      })
  void whatTheSpecificationForbidsIsRefusedWithItsLine(String document) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(InvalidTomlException.class)
        .hasMessageStartingWith("not TOML at line ");
  }

  @Test
  void theErrorNamesTheLine() {
    assertThatThrownBy(() -> read("a = 1||b = [|1,|x]"))
        .hasMessage("not TOML at line 5: no value is written like this");
    assertThatThrownBy(() -> read("a = 1|a = 1"))
        .hasMessageContaining("line 2: 'a' is there already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a=", "[{a.b=", "a.", "{a.b.c.d={"})
  void nestingIsBounded(String opening) {
    assertThatThrownBy(() -> Toml.object("k = " + opening.repeat(100_000)))
        .isInstanceOf(InvalidTomlException.class);
    assertThatThrownBy(() -> Toml.object("[" + "a.".repeat(100_000) + "b]"))
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void endsOfLinesOfOtherSystemsAndAByteOrderMarkAreRead() throws IOException {
    assertThat(shown(Toml.object("\uFEFFa = 1\r\nb = '''\r\nx\r\ny'''\r\n")))
        .isEqualTo("{a:1,b:'x|y'}");
  }

  /** No text does more harm than to be refused. */
  @FuzzTest
  void everyTextIsReadOrRefused(byte[] bytes) {
    try {
      Json.Obj document = Toml.object(new String(bytes, StandardCharsets.UTF_8));
      assertThat(shown(document)).startsWith("{");
    } catch (InvalidTomlException refused) {
      assertThat(refused).hasMessageStartingWith("not TOML at line ");
    }
  }
}
