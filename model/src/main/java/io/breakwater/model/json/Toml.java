package io.breakwater.model.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads TOML 1.0, and what 1.1 allows beyond it, into the tree of {@link Json}. Integers are
 * numbers in decimal digits; floats are numbers but for {@code inf} and {@code nan}, which are
 * strings like dates and times. Bounded in length, depth and nodes.
 */
public final class Toml {
  private static final int MAX_LENGTH = 64 << 20;
  private static final int MAX_NODES = 2_000_000;
  private static final int MAX_DEPTH = 100;

  /** What stands under a key while later lines may still add to it. */
  private sealed interface Node {}

  /** Whatever nothing can be added to: scalars, arrays, inline tables. */
  private record Value(Json json) implements Node {}

  /** How a table came to be, which decides what may be added to it. */
  private enum Made {
    /** By a header of its own, as the element of an array, or as the document. */
    NAMED,
    /** On the way to the table of a header: it may still get its own. */
    ON_THE_WAY,
    /** By a dotted key. */
    DOTTED
  }

  private static final class Table implements Node {
    final Map<String, Node> members = new LinkedHashMap<>();
    Made made;

    Table(Made made) {
      this.made = made;
    }
  }

  private record Tables(List<Table> elements) implements Node {}

  private final TomlText text;
  private int nodes;

  private Toml(TomlText text) {
    this.text = text;
  }

  /**
   * The document in a text.
   *
   * @throws InvalidTomlException when it is malformed, too long, too deep or has too many parts
   */
  public static Json.Obj object(byte[] document) throws InvalidTomlException {
    return object(new String(document, StandardCharsets.UTF_8));
  }

  /** As above, of a text. */
  public static Json.Obj object(String text) throws InvalidTomlException {
    if (text.length() > MAX_LENGTH) throw new InvalidTomlException("it is too long", 1);
    return frozen(new Toml(new TomlText(text)).document());
  }

  private Table document() throws InvalidTomlException {
    var root = new Table(Made.NAMED);
    Table current = root;
    int depth = 0;
    for (text.skipLines(); !text.atEnd(); text.skipLines()) {
      if (text.take('[')) {
        boolean element = text.take('[');
        List<String> key = key(0);
        text.expect(']');
        if (element) text.expectNow(']');
        depth = key.size();
        current = element ? element(root, key) : named(root, key);
      } else {
        assign(current, depth);
      }
      text.endLine();
    }
    return root;
  }

  /** A dotted key, each part of which counts as a node and as a step down. */
  private List<String> key(int depth) throws InvalidTomlException {
    List<String> parts = text.key(MAX_DEPTH - depth);
    count(parts.size());
    return parts;
  }

  private void count(int more) throws InvalidTomlException {
    if (more > MAX_NODES - nodes) throw text.error("it has too many parts");
    nodes += more;
  }

  private Table named(Table root, List<String> key) throws InvalidTomlException {
    Table parent = parent(root, key);
    Node known = parent.members.get(key.getLast());
    if (known == null) {
      var made = new Table(Made.NAMED);
      parent.members.put(key.getLast(), made);
      return made;
    }
    if (known instanceof Table table && table.made == Made.ON_THE_WAY) {
      table.made = Made.NAMED;
      return table;
    }
    throw twice(key.getLast());
  }

  private Table element(Table root, List<String> key) throws InvalidTomlException {
    Table parent = parent(root, key);
    Node known = parent.members.get(key.getLast());
    if (known == null) {
      known = new Tables(new ArrayList<>());
      parent.members.put(key.getLast(), known);
    }
    if (!(known instanceof Tables tables)) throw twice(key.getLast());
    var made = new Table(Made.NAMED);
    tables.elements.add(made);
    return made;
  }

  /** The table that holds the last part of a header's key. */
  private Table parent(Table root, List<String> key) throws InvalidTomlException {
    Table at = root;
    for (int i = 0; i < key.size() - 1; i++) {
      at =
          switch (at.members.get(key.get(i))) {
            case null -> added(at, key.get(i), Made.ON_THE_WAY);
            case Table table -> table;
            case Tables tables -> tables.elements.getLast();
            case Value _ -> throw twice(key.get(i));
          };
    }
    return at;
  }

  private void assign(Table table, int depth) throws InvalidTomlException {
    List<String> key = key(depth);
    text.expect('=');
    Table at = table;
    for (int i = 0; i < key.size() - 1; i++) {
      @Nullable Node known = at.members.get(key.get(i));
      if (known == null) {
        at = added(at, key.get(i), Made.DOTTED);
      } else if (known instanceof Table dotted && dotted.made == Made.DOTTED) {
        at = dotted;
      } else {
        throw twice(key.get(i));
      }
    }
    var value = new Value(value(depth + key.size()));
    if (at.members.putIfAbsent(key.getLast(), value) != null) throw twice(key.getLast());
  }

  private static Table added(Table parent, String key, Made made) {
    var table = new Table(made);
    parent.members.put(key, table);
    return table;
  }

  private InvalidTomlException twice(String key) {
    String shown = key.length() > 100 ? key.substring(0, 100) + "..." : key;
    return text.error("'" + shown + "' is there already");
  }

  private Json value(int depth) throws InvalidTomlException {
    count(1);
    if (depth > MAX_DEPTH) throw text.error("it is nested too deeply");
    text.skipBlanks();
    if (text.take('[')) return array(depth);
    if (text.take('{')) return inlineTable(depth);
    return text.scalar();
  }

  private Json array(int depth) throws InvalidTomlException {
    var elements = new ArrayList<Json>();
    for (text.skipLines(); !text.take(']'); text.skipLines()) {
      elements.add(value(depth + 1));
      text.skipLines();
      if (text.take(',')) continue;
      text.expect(']');
      break;
    }
    return new Json.Arr(Collections.unmodifiableList(elements));
  }

  private Json inlineTable(int depth) throws InvalidTomlException {
    var table = new Table(Made.NAMED);
    for (text.skipLines(); !text.take('}'); text.skipLines()) {
      assign(table, depth);
      text.skipLines();
      if (text.take(',')) continue;
      text.expect('}');
      break;
    }
    return frozen(table);
  }

  private static Json.Obj frozen(Table table) {
    Map<String, Json> members = LinkedHashMap.newLinkedHashMap(table.members.size());
    table.members.forEach((key, node) -> members.put(key, frozen(node)));
    return new Json.Obj(Collections.unmodifiableMap(members));
  }

  private static Json frozen(Node node) {
    return switch (node) {
      case Value(Json json) -> json;
      case Table table -> frozen(table);
      case Tables(List<Table> elements) -> {
        var all = new ArrayList<Json>(elements.size());
        for (Table element : elements) all.add(frozen(element));
        yield new Json.Arr(Collections.unmodifiableList(all));
      }
    };
  }
}
