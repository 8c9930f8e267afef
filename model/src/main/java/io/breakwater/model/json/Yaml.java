package io.breakwater.model.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into the tree of {@link Json}. Every scalar is a string, as nothing in our inputs is
 * better off as a number (1.10 is a version). Bounded in depth and in nodes, those counted that
 * aliases repeat.
 */
public final class Yaml {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_NODES = 2_000_000;
  private static final int MAX_LENGTH = 64 << 20;

  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int nodes;

  private record Anchored(Json value, int nodes) {}

  private Yaml(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * The one document in a text, which must be a mapping.
   *
   * @throws IOException when it is malformed, too long or too deep
   */
  public static Json.Obj object(String text) throws IOException {
    if (text.length() > MAX_LENGTH) throw new IOException("not YAML: it is too long");
    var settings = LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();
    try {
      var yaml = new Yaml(new Parse(settings).parseString(text).iterator());
      yaml.take(Event.ID.StreamStart);
      yaml.take(Event.ID.DocumentStart);
      Json value = yaml.value(yaml.events.next(), 0);
      yaml.take(Event.ID.DocumentEnd);
      yaml.take(Event.ID.StreamEnd);
      if (value instanceof Json.Obj object) return object;
      throw new IOException("not YAML: a mapping was expected");
    } catch (YamlEngineException | java.util.NoSuchElementException malformed) {
      throw new IOException("not YAML: " + malformed.getMessage(), malformed);
    }
  }

  private void take(Event.ID expected) throws IOException {
    Event event = events.next();
    if (event.getEventId() != expected)
      throw new IOException("not YAML: one document was expected");
  }

  private Json value(Event event, int depth) throws IOException {
    if (depth > MAX_DEPTH) throw new IOException("not YAML: it is nested too deeply");
    int before = nodes;
    count(1);
    return switch (event) {
      case ScalarEvent scalar ->
          anchored(scalar.getAnchor(), new Json.Str(scalar.getValue()), before);
      case SequenceStartEvent start -> anchored(start.getAnchor(), sequence(depth), before);
      case MappingStartEvent start -> anchored(start.getAnchor(), mapping(depth), before);
      case AliasEvent alias -> {
        Anchored known = anchors.get(alias.getAlias());
        if (known == null) throw new IOException("not YAML: an alias of nothing");
        count(known.nodes());
        yield known.value();
      }
      default -> throw new IOException("not YAML: a value was expected");
    };
  }

  private void count(int more) throws IOException {
    if (more > MAX_NODES - nodes) throw new IOException("not YAML: it has too many parts");
    nodes += more;
  }

  private Json anchored(Optional<Anchor> anchor, Json value, int before) {
    anchor.ifPresent(name -> anchors.put(name, new Anchored(value, nodes - before)));
    return value;
  }

  private Json sequence(int depth) throws IOException {
    List<Json> elements = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      elements.add(value(event, depth + 1));
    }
    return new Json.Arr(elements);
  }

  private Json mapping(int depth) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Json key = value(event, depth + 1);
      Json value = value(events.next(), depth + 1);
      if (key instanceof Json.Str(String name)) members.put(name, value);
    }
    return new Json.Obj(members);
  }
}
