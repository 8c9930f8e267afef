package io.breakwater.model.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A document of a YAML or JSON text, typed as the tools around containers type it, beside the
 * places where its parts stand. Bounded in length, depth and parts, those counted that aliases
 * repeat. Where a mapping repeats a key the last one holds; each repetition is told.
 *
 * @param value the value; {@link Json.Nil} for an empty document
 * @param spot where it stands
 * @param repeated the keys that a mapping had already
 */
public record YamlDocument(Json value, YamlSpot spot, List<RepeatedKey> repeated) {
  /** The deepest nesting that is read. */
  public static final int MAX_DEPTH = 100;

  /** The most values that are read of one text. */
  public static final int MAX_NODES = 1_000_000;

  /** The longest text that is read, in characters. */
  public static final int MAX_LENGTH = 32 << 20;

  /** Copies the list. */
  public YamlDocument {
    repeated = List.copyOf(repeated);
  }

  /**
   * A key that its mapping had already.
   *
   * @param key the key
   * @param line from 1
   * @param column from 1
   */
  public record RepeatedKey(String key, int line, int column) {}

  /**
   * Reads all documents of a text.
   *
   * @throws InvalidYamlException when it is malformed, too long, too deep or too large
   */
  public static List<YamlDocument> parse(String text) throws InvalidYamlException {
    if (text.length() > MAX_LENGTH) throw new InvalidYamlException("it is too long", 1, 1);
    String body = text.startsWith("\ufeff") ? text.substring(1) : text;
    var settings = LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();
    try {
      return new Reader(new Parse(settings).parseString(body).iterator()).documents();
    } catch (MarkedYamlEngineException malformed) {
      Optional<Mark> at = malformed.getProblemMark();
      throw new InvalidYamlException(
          String.valueOf(malformed.getProblem()),
          at.map(Mark::getLine).orElse(0) + 1,
          at.map(Mark::getColumn).orElse(0) + 1);
    } catch (YamlEngineException | NoSuchElementException malformed) {
      throw new InvalidYamlException(String.valueOf(malformed.getMessage()), 1, 1);
    }
  }

  private record Node(Json value, YamlSpot spot) {}

  private record Anchored(Node node, int nodes) {}

  /** Reads events; its anchors live as long as their document. */
  private static final class Reader {
    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private List<RepeatedKey> repeated = new ArrayList<>();
    private int nodes;

    Reader(Iterator<Event> events) {
      this.events = events;
    }

    List<YamlDocument> documents() throws InvalidYamlException {
      var out = new ArrayList<YamlDocument>();
      events.next();
      while (events.next().getEventId() == Event.ID.DocumentStart) {
        Node root = node(events.next(), 0);
        out.add(new YamlDocument(root.value(), root.spot(), repeated));
        events.next();
        anchors.clear();
        repeated = new ArrayList<>();
      }
      return out;
    }

    private Node node(Event event, int depth) throws InvalidYamlException {
      if (depth > MAX_DEPTH) throw invalid("it is nested too deeply", event);
      int before = nodes;
      count(1, event);
      return switch (event) {
        case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar), before);
        case SequenceStartEvent start -> anchored(start.getAnchor(), list(start, depth), before);
        case MappingStartEvent start -> anchored(start.getAnchor(), mapping(start, depth), before);
        case AliasEvent alias -> {
          Anchored known = anchors.get(alias.getAlias());
          if (known == null) throw invalid("an alias of nothing: *" + alias.getAlias(), event);
          count(known.nodes(), event);
          yield known.node();
        }
        default -> throw invalid("a value was expected", event);
      };
    }

    private void count(int more, Event event) throws InvalidYamlException {
      if (more > MAX_NODES - nodes) throw invalid("it has too many parts", event);
      nodes += more;
    }

    private Node anchored(Optional<Anchor> anchor, Node node, int before) {
      anchor.ifPresent(name -> anchors.put(name, new Anchored(node, nodes - before)));
      return node;
    }

    private static Node scalar(ScalarEvent event) {
      String word = event.getValue();
      boolean typed = event.isPlain() && event.getTag().isEmpty();
      Json value = typed ? YamlScalar.resolve(word) : new Json.Str(word);
      return new Node(value, new YamlSpot(line(event), column(event), Map.of(), List.of()));
    }

    private Node list(SequenceStartEvent start, int depth) throws InvalidYamlException {
      var values = new ArrayList<Json>();
      var spots = new ArrayList<YamlSpot>();
      for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
        Node element = node(e, depth + 1);
        values.add(element.value());
        spots.add(element.spot().at(line(e), column(e)));
      }
      return new Node(
          new Json.Arr(values), new YamlSpot(line(start), column(start), Map.of(), spots));
    }

    private Node mapping(MappingStartEvent start, int depth) throws InvalidYamlException {
      var values = new LinkedHashMap<String, Json>();
      var spots = new LinkedHashMap<String, YamlSpot>();
      var merged = new ArrayList<Node>();
      for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
        String key = key(e);
        Node value = node(events.next(), depth + 1);
        if (key.equals("<<") && mergeable(value, merged)) continue;
        if (values.put(key, value.value()) != null) {
          repeated.add(new RepeatedKey(key, line(e), column(e)));
        }
        spots.put(key, value.spot().at(line(e), column(e)));
      }
      for (Node from : merged) merge(from, values, spots, start);
      return new Node(
          new Json.Obj(values), new YamlSpot(line(start), column(start), spots, List.of()));
    }

    private String key(Event event) throws InvalidYamlException {
      if (event instanceof ScalarEvent scalar) {
        count(1, event);
        String word = scalar.getValue();
        scalar.getAnchor().ifPresent(name -> anchors.put(name, new Anchored(scalar(scalar), 1)));
        return word;
      }
      if (event instanceof AliasEvent alias) {
        Anchored known = anchors.get(alias.getAlias());
        if (known != null && known.node().value() instanceof Json.Str(String word)) return word;
      }
      throw invalid("a key is one word", event);
    }

    private static boolean mergeable(Node value, List<Node> merged) {
      if (value.value() instanceof Json.Obj) return merged.add(value);
      if (!(value.value() instanceof Json.Arr(List<Json> elements))) return false;
      for (Json element : elements) if (!(element instanceof Json.Obj)) return false;
      for (int i = 0; i < elements.size(); i++) {
        merged.add(new Node(elements.get(i), value.spot().elements().get(i)));
      }
      return true;
    }

    private void merge(
        Node from, Map<String, Json> values, Map<String, YamlSpot> spots, Event event)
        throws InvalidYamlException {
      if (!(from.value() instanceof Json.Obj(Map<String, Json> members))) return;
      count(members.size(), event);
      members.forEach(
          (key, value) -> {
            if (values.putIfAbsent(key, value) == null) {
              YamlSpot spot = from.spot().members().get(key);
              if (spot != null) spots.put(key, spot);
            }
          });
    }

    private static InvalidYamlException invalid(String reason, Event event) {
      return new InvalidYamlException(reason, line(event), column(event));
    }

    private static int line(Event event) {
      return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
      return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
  }
}
