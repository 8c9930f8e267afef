package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.breakwater.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The package URL specification's own tests, as its schema purl-test explains them. */
class PurlVectorsTest {
  private static final String VECTORS = "vectors/purl/";
  private static final Json NO = new Json.Bool(false);

  @TestFactory
  Stream<DynamicTest> everyTestOfTheSpecificationHolds() {
    var files = new ArrayList<>(Vectors.files(VECTORS + "spec", ".json"));
    files.addAll(Vectors.files(VECTORS + "types", ".json"));
    return files.stream()
        .flatMap(
            file ->
                read(file).objects("tests").stream()
                    .map(
                        test ->
                            DynamicTest.dynamicTest(
                                file.getFileName() + ": " + test.text("description"),
                                () -> run(test))));
  }

  private static void run(Json.Obj test) {
    if (test.isTrue("expected_failure")) {
      assertThatExceptionOfType(InvalidPurlException.class)
          .as("%s", test)
          .isThrownBy(() -> purl(test));
      return;
    }
    switch (test.text("test_type")) {
      case "parse" -> {
        var purl = purl(test);
        var expected = test.object("expected_output");
        assertThat(purl.type()).as("%s", test).isEqualTo(expected.text("type"));
        assertThat(purl.namespace().orElse("")).isEqualTo(expected.text("namespace"));
        assertThat(purl.name()).isEqualTo(expected.text("name"));
        assertThat(purl.version().orElse("")).isEqualTo(expected.text("version"));
        assertThat(purl.qualifiers()).isEqualTo(qualifiers(expected));
        assertThat(purl.subpath().orElse("")).isEqualTo(expected.text("subpath"));
      }
      case "build" -> assertThat(purl(test)).hasToString(test.text("expected_output"));
      case "validate", "roundtrip" ->
          assertThat(Purl.repair(test.text("input"))).hasToString(test.text("expected_output"));
      default -> throw new AssertionError("an unknown kind of test: " + test);
    }
  }

  /** The purl of the input, which is text to parse or an object with the parts. */
  private static Purl purl(Json.Obj test) {
    if (!(test.members().get("input") instanceof Json.Obj parts)) {
      return Purl.parse(test.text("input"));
    }
    return new Purl(
        parts.text("type"),
        Optional.of(parts.text("namespace")),
        parts.text("name"),
        Optional.of(parts.text("version")),
        qualifiers(parts),
        Optional.of(parts.text("subpath")));
  }

  /** The qualifiers among the parts; checksums may be given as a list. */
  private static SortedMap<String, String> qualifiers(Json.Obj parts) {
    var qualifiers = new TreeMap<String, String>();
    var given = parts.object("qualifiers");
    for (String key : given.members().keySet()) {
      String listed = String.join(",", given.texts(key));
      qualifiers.put(key, listed.isEmpty() ? given.text(key) : listed);
    }
    return qualifiers;
  }

  @TestFactory
  Stream<DynamicTest> everyTypeFollowsItsDefinition() {
    return Vectors.files(VECTORS + "definitions", "-definition.json").stream()
        .map(PurlVectorsTest::read)
        .map(
            definition ->
                DynamicTest.dynamicTest(definition.text("type"), () -> follow(definition)));
  }

  private static void follow(Json.Obj definition) {
    String type = definition.text("type");
    String need = definition.object("namespace_definition").text("requirement");
    for (String example : definition.texts("examples")) {
      var purl = Purl.parse(example);
      assertThat(Purl.parse(purl.toString())).isEqualTo(purl);
      assertThat(need).isNotEqualTo(purl.namespace().isPresent() ? "prohibited" : "required");
    }
    switch (type) {
      case "golang" -> {} // the namespace is not demanded: see PurlType
      case "chrome-extension" -> {} // its names and versions have a form of their own
      default -> {
        if (need.equals("required")) refuses(type, "");
        if (need.equals("prohibited")) refuses(type, "a");
        followsCase(definition, need.equals("prohibited") ? "" : "Some.Space");
      }
    }
  }

  private static void refuses(String type, String namespace) {
    assertThatExceptionOfType(InvalidPurlException.class)
        .isThrownBy(() -> sample(type, namespace))
        .satisfies(e -> assertThat(e.part()).isEqualTo(InvalidPurlException.Part.NAMESPACE));
  }

  private static void followsCase(Json.Obj definition, String namespace) {
    String type = definition.text("type");
    var purl = sample(type, namespace);
    assertThat(purl.namespace().orElse(""))
        .isEqualTo(type.equals("cpan") ? "SOME.SPACE" : folded(definition, "namespace", namespace));
    assertThat(purl.name())
        .isEqualTo(type.equals("pub") ? "some_name" : folded(definition, "name", "Some-Name"));
    assertThat(purl.version()).hasValue(folded(definition, "version", "1.0-RC"));
    assertThat(purl.subpath()).hasValue(folded(definition, "subpath", "Some/Path"));
  }

  private static String folded(Json.Obj definition, String part, String text) {
    boolean folds =
        definition.object(part + "_definition").get("case_sensitive").equals(Optional.of(NO));
    return folds ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static Purl sample(String type, String namespace) {
    return new Purl(
        type,
        Optional.of(namespace),
        "Some-Name",
        Optional.of("1.0-RC"),
        new TreeMap<>(Map.of("uuid", "x", "tag_id", "x")),
        Optional.of("Some/Path"));
  }

  private static Json.Obj read(Path file) {
    try {
      return Json.parseObject(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
