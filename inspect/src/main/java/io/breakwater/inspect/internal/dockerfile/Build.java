package io.breakwater.inspect.internal.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Dockerfile means: its stages and what they are made from.
 *
 * @param file as it is written
 * @param preamble the instructions before the first FROM of a file that has one
 * @param stages in order; a file without FROM is one stage
 * @param settings of the lint
 * @param ignored what never reaches the builder
 */
record Build(
    Dockerfile file,
    List<Instruction> preamble,
    List<Stage> stages,
    LintSettings settings,
    IgnoredFiles ignored) {
  /** More are not filled into words: no honest file sets as many. */
  private static final int MAX_VARIABLES = 300;

  /** The stages of a file. */
  static Build of(Dockerfile file, LintSettings settings, IgnoredFiles ignored) {
    List<Instruction> all = file.instructions();
    int first = 0;
    while (first < all.size() && !all.get(first).is(Keyword.FROM)) first++;
    boolean named = first < all.size();
    List<Instruction> preamble = named ? all.subList(0, first) : List.of();
    Map<String, String> given = defaults(preamble, file.escape());
    var stages = new ArrayList<Stage>();
    int at = named ? first : 0;
    while (at < all.size()) {
      Optional<Instruction> from = named ? Optional.of(all.get(at)) : Optional.empty();
      int begin = named ? at + 1 : at;
      int end = begin;
      while (end < all.size() && !all.get(end).is(Keyword.FROM)) end++;
      stages.add(stage(from, all.subList(begin, end), given, stages, file.escape()));
      at = end;
    }
    return new Build(file, List.copyOf(preamble), List.copyOf(stages), settings, ignored);
  }

  private static Map<String, String> defaults(List<Instruction> preamble, char escape) {
    var values = new HashMap<String, String>();
    for (Instruction each : preamble) {
      if (!each.is(Keyword.ARG)) continue;
      for (var pair : each.pairs()) {
        if (!pair.hasValue() || values.size() >= MAX_VARIABLES) continue;
        String value = Variables.fill(pair.value().text(), values, escape);
        values.put(pair.name().text(), Quotes.remove(value, escape));
      }
    }
    return values;
  }

  private static Stage stage(
      Optional<Instruction> from,
      List<Instruction> body,
      Map<String, String> given,
      List<Stage> earlier,
      char escape) {
    List<Word> words = from.map(Instruction::words).orElse(List.of());
    String image =
        words.isEmpty()
            ? ""
            : Quotes.remove(Variables.fill(words.getFirst().text(), given, escape), escape);
    String name =
        words.size() >= 3 && words.get(1).text().equalsIgnoreCase("as")
            ? words.get(2).text().toLowerCase(Locale.ROOT)
            : "";
    Stage parent = null;
    for (Stage each : earlier) {
      if (!each.name().isEmpty() && each.name().equals(image.toLowerCase(Locale.ROOT))) {
        parent = each;
      }
    }
    return new Stage(
        earlier.size(), from, image, name, parent, body, environment(parent, body, escape));
  }

  private static Map<String, String> environment(
      @Nullable Stage parent, List<Instruction> body, char escape) {
    var values = new HashMap<String, String>();
    if (parent != null) values.putAll(parent.environment());
    for (Instruction each : body) {
      if (!each.is(Keyword.ENV)) continue;
      for (var pair : each.pairs()) {
        if (values.size() >= MAX_VARIABLES) return values;
        String value = Variables.fill(pair.value().text(), values, escape);
        values.put(pair.name().text(), Quotes.remove(value, escape));
      }
    }
    return values;
  }

  /** Every instruction of the file, and what stands behind ONBUILD in its place. */
  List<Instruction> effective() {
    return file.instructions().stream().map(Instruction::effective).toList();
  }

  /** The last stage: what the build gives. */
  Stage target() {
    return stages.getLast();
  }

  /** A stage that may be named in {@code --from} of a later one, by its name or number. */
  Optional<Stage> stage(String reference, int before) {
    for (Stage each : stages.subList(0, before)) {
      if (each.name().equals(reference.toLowerCase(Locale.ROOT))
          || (!reference.isEmpty() && Integer.toString(each.index()).equals(reference))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
