package io.breakwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The package URL specification's own tests, as its schema purl-test.schema-0.2 explains them. */
class PurlVectorsTest {
  private static final String VECTORS = "vectors/purl/";

  @TestFactory
  Stream<DynamicTest> everyTestOfTheSpecificationHolds() {
    var files = new ArrayList<>(Vectors.files(VECTORS + "spec", ".json"));
    files.addAll(Vectors.files(VECTORS + "types", ".json"));
    return files.stream()
        .flatMap(
            file ->
                TestJson.read(file).objects("tests").stream()
                    .map(
                        test ->
                            DynamicTest.dynamicTest(
                                file.getFileName() + ": " + test.text("description").orElse("?"),
                                () -> run(test))));
  }

  private static void run(TestJson test) {
    if (test.text("expected_failure").equals(Optional.of("true"))) {
      assertThatExceptionOfType(InvalidPurlException.class)
          .as("%s", test)
          .isThrownBy(() -> read(test));
      return;
    }
    switch (test.text("test_type").orElse("")) {
      case "parse" ->
          assertThat(parts(read(test)))
              .as("%s", test)
              .isEqualTo(withoutEmpty(test.object("expected_output")));
      case "build" ->
          assertThat(read(test)).hasToString(test.text("expected_output").orElseThrow());
      case "validate" ->
          assertThat(Purl.repair(test.text("input").orElseThrow()))
              .hasToString(test.text("expected_output").orElseThrow());
      default -> throw new AssertionError("an unknown kind of test: " + test);
    }
  }

  /** The input, which is text to parse or an object with the parts. */
  private static Purl read(TestJson test) {
    if (!(test.members().get("input") instanceof Map)) {
      return Purl.parse(test.text("input").orElseThrow());
    }
    var parts = test.object("input");
    var qualifiers = new TreeMap<String, String>();
    parts.object("qualifiers").members().forEach((k, value) -> qualifiers.put(k, joined(value)));
    return new Purl(
        parts.text("type").orElse(""),
        parts.text("namespace"),
        parts.text("name").orElse(""),
        parts.text("version"),
        qualifiers,
        parts.text("subpath"));
  }

  /** Checksums may be given as a list. */
  private static String joined(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object::toString).collect(Collectors.joining(","))
        : value.toString();
  }

  private static Map<String, Object> parts(Purl purl) {
    var parts = new TreeMap<String, Object>();
    parts.put("type", purl.type());
    purl.namespace().ifPresent(text -> parts.put("namespace", text));
    parts.put("name", purl.name());
    purl.version().ifPresent(text -> parts.put("version", text));
    if (!purl.qualifiers().isEmpty()) parts.put("qualifiers", purl.qualifiers());
    purl.subpath().ifPresent(text -> parts.put("subpath", text));
    return parts;
  }

  private static Map<String, Object> withoutEmpty(TestJson expected) {
    var parts = new TreeMap<>(expected.members());
    if (expected.object("qualifiers").members().isEmpty()) parts.remove("qualifiers");
    return parts;
  }

  @TestFactory
  Stream<DynamicTest> everyTypeFollowsItsDefinition() {
    return Vectors.files(VECTORS + "definitions", "-definition.json").stream()
        .map(TestJson::read)
        .map(
            definition ->
                DynamicTest.dynamicTest(
                    definition.text("type").orElseThrow(), () -> follow(definition)));
  }

  private static void follow(TestJson definition) {
    String type = definition.text("type").orElseThrow();
    String need = definition.object("namespace_definition").text("requirement").orElse("");
    for (Object example : definition.list("examples")) {
      var purl = Purl.parse(example.toString());
      assertThat(Purl.parse(purl.toString())).isEqualTo(purl);
      assertThat(need).isNotEqualTo(purl.namespace().isPresent() ? "prohibited" : "required");
    }
    switch (type) {
      case "golang" -> {} // the namespace is not demanded: see PurlType
      case "chrome-extension" -> {} // its names and versions have a form of their own
      default -> {
        if (need.equals("required")) refuses(type, "");
        if (need.equals("prohibited")) refuses(type, "a");
        followsCase(type, definition, need.equals("prohibited") ? "" : "Some.Space");
      }
    }
  }

  private static void refuses(String type, String namespace) {
    assertThatExceptionOfType(InvalidPurlException.class)
        .isThrownBy(() -> sample(type, namespace))
        .satisfies(e -> assertThat(e.part()).isEqualTo(InvalidPurlException.Part.NAMESPACE));
  }

  private static void followsCase(String type, TestJson definition, String namespace) {
    var purl = sample(type, namespace);
    assertThat(purl.namespace().orElse(""))
        .isEqualTo(type.equals("cpan") ? "SOME.SPACE" : folded(definition, "namespace", namespace));
    assertThat(purl.name())
        .isEqualTo(type.equals("pub") ? "some_name" : folded(definition, "name", "Some-Name"));
    assertThat(purl.version()).hasValue(folded(definition, "version", "1.0-RC"));
    assertThat(purl.subpath()).hasValue(folded(definition, "subpath", "Some/Path"));
  }

  private static String folded(TestJson definition, String part, String text) {
    return definition
            .object(part + "_definition")
            .text("case_sensitive")
            .equals(Optional.of("false"))
        ? text.toLowerCase(Locale.ROOT)
        : text;
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
}
