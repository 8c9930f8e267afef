package io.breakwater.inventory.internal.classifier;

import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The source of the classifiers: YAML files beside this class, an entry each by its id. */
final class ClassifierYaml {
  private static final List<String> FILES =
      List.of(
          "languages.yaml",
          "databases.yaml",
          "servers.yaml",
          "tools.yaml",
          "libraries.yaml",
          "platforms.yaml");

  private static final Set<String> KEYS =
      Set.of("paths", "text", "match", "purl", "cpe", "over", "examples", "not", "verified");

  private ClassifierYaml() {}

  /**
   * An entry with what only its test needs.
   *
   * @param examples by version what says it
   * @param counterExamples what does not match
   * @param verified what the patterns were tried on, or where they are from
   */
  record Entry(
      Classifier classifier,
      Map<String, Json> examples,
      List<String> counterExamples,
      String verified) {
    @Override
    public String toString() {
      return classifier.id();
    }
  }

  static List<Classifier> all() throws IOException {
    return entries().stream().map(Entry::classifier).toList();
  }

  static List<Entry> entries() throws IOException {
    var entries = new ArrayList<Entry>();
    for (String file : FILES) {
      try (InputStream in = ClassifierYaml.class.getResourceAsStream(file)) {
        if (in == null) throw new FileNotFoundException(file);
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (Map.Entry<String, Json> member : Yaml.object(text).members().entrySet()) {
          if (!(member.getValue() instanceof Json.Obj object)) {
            throw new IOException(file + ": " + member.getKey() + " is no mapping");
          }
          for (String key : object.members().keySet()) {
            if (!KEYS.contains(key)) {
              throw new IOException(file + ": " + member.getKey() + " has an unknown key " + key);
            }
          }
          entries.add(entry(member.getKey(), object));
        }
      }
    }
    return entries;
  }

  private static Entry entry(String id, Json.Obj object) {
    String purl = object.text("purl");
    var classifier =
        new Classifier(
            id,
            object.text("text").equals("true"),
            texts(object, "paths"),
            texts(object, "match"),
            purl.isEmpty() ? "pkg:generic/" + id : purl,
            texts(object, "cpe"),
            texts(object, "over"));
    return new Entry(
        classifier,
        object.object("examples").members(),
        texts(object, "not"),
        object.text("verified"));
  }

  private static List<String> texts(Json.Obj object, String key) {
    return switch (object.members().get(key)) {
      case Json.Str(String text) -> List.of(text);
      case Json.Arr(List<Json> elements) -> {
        var texts = new ArrayList<String>();
        for (Json element : elements) {
          if (element instanceof Json.Str(String text)) texts.add(text);
        }
        yield texts;
      }
      case null, default -> List.of();
    };
  }
}
