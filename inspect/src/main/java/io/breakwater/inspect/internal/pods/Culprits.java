package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Gathers who breaks a check, and words it as Kubernetes does. */
final class Culprits {
  private final List<String> containers = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private boolean pod;

  void pod(Field field) {
    pod = true;
    fields.add(field);
  }

  void container(Container container, Field field) {
    containers.add(container.name());
    fields.add(field);
  }

  boolean none() {
    return !pod && containers.isEmpty();
  }

  /** {@code container "a"}, {@code containers "a", "b"}. */
  String containers() {
    return plural("container", containers.size()) + " " + quoted(containers);
  }

  int count() {
    return containers.size();
  }

  /** {@code pod}, {@code container "a"} or {@code pod and container "a"}. */
  String setters() {
    if (containers.isEmpty()) return "pod";
    return pod ? "pod and " + containers() : containers();
  }

  Optional<Refusal> refusal(String reason, String detail) {
    return none() ? Optional.empty() : Optional.of(new Refusal(reason, detail, fields));
  }

  static String quoted(Collection<String> words) {
    return words.isEmpty() ? "" : "\"" + String.join("\", \"", words) + "\"";
  }

  static String plural(String word, int count) {
    return count == 1 ? word : word + "s";
  }

  List<Field> fields() {
    return fields;
  }

  /** A text as Go's %q writes it. */
  static String escaped(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f) out.append("\\x%02x".formatted((int) c));
          else out.append(c);
        }
      }
    }
    return out.append('"').toString();
  }
}
