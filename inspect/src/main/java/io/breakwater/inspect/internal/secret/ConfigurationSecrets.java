package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.Subject;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Secrets in an image's environment, labels, commands and history. */
final class ConfigurationSecrets {
  private static final int MOST_TEXTS = 2_000;
  private static final int MOST_TEXT = 256 << 10;
  private static final Place PLACE = Place.of("Dockerfile");

  private final SecretFinder finder;
  private final SecretOptions options;
  private final List<Map.Entry<String, Found>> found = new ArrayList<>();
  private final HashSet<String> known = new HashSet<>();
  private int texts;

  ConfigurationSecrets(SecretOptions options) {
    this.finder = new SecretFinder(options);
    this.options = options;
  }

  /** Each with the part of the configuration that it is in. The same one is told once. */
  List<Map.Entry<String, Found>> in(Subject subject) {
    Json.Obj document = subject.configuration();
    Json.Obj config = document.object("config");
    for (Json value : config.array("Env")) {
      if (!(value instanceof Json.Str text)) continue;
      int equals = text.value().indexOf('=');
      String name = equals < 0 ? text.value() : text.value().substring(0, equals);
      take("Env " + name, text.value());
    }
    config
        .object("Labels")
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof Json.Str text) take("Label " + name, name + "=" + text.value());
            });
    for (String list : List.of("Entrypoint", "Cmd")) {
      var words = new StringBuilder();
      for (Json value : config.array(list)) {
        if (value instanceof Json.Str text) words.append(text.value()).append(' ');
      }
      take(list, words.toString());
    }
    int number = 0;
    for (Json value : document.array("history")) {
      number++;
      if (value instanceof Json.Obj step) {
        take("history " + number, step.text("created_by"));
      }
    }
    return found;
  }

  private void take(String part, String text) {
    if (text.length() < 8 || ++texts > MOST_TEXTS) return;
    String cut = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    var all = new ArrayList<>(finder.in(cut, PLACE));
    byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
    options.custom().in(bytes, PLACE.name(), null, 0, 0, bytes.length, all);
    for (Found one : all) {
      if (options.told(one.rule().id()) == null || options.allowsText(one, cut)) continue;
      if (known.add(one.rule().id() + " " + one.secret())) found.add(Map.entry(part, one));
    }
  }
}
