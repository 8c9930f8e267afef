package io.breakwater.model.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML value that knows where it stands: for files that people write, whose mistakes want a line
 * and a column. Bounded in depth and size; anchors and aliases are refused, as such files need
 * none.
 */
public sealed interface YamlNode {
  /** The deepest nesting that is read. */
  int MAX_DEPTH = 20;

  /** The longest text that is read. */
  int MAX_LENGTH = 4 << 20;

  /** Line, from 1. */
  int line();

  /** Column, from 1. */
  int column();

  /** A word, number or text, by what was written. */
  record Scalar(String text, int line, int column) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> elements, int line, int column) implements YamlNode {}

  /** A mapping, with each key where it stands. */
  record Mapping(List<Entry> entries, int line, int column) implements YamlNode {}

  /** A key and its value. */
  record Entry(Scalar key, YamlNode value) {}

  /**
   * Reads the one document in a text; empty for a text without any.
   *
   * @throws InvalidYamlException when it is malformed, too long or too deep
   */
  static Optional<YamlNode> parse(String text) throws InvalidYamlException {
    if (text.length() > MAX_LENGTH) throw new InvalidYamlException("it is too long", 1, 1);
    var settings = LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      events.next();
      Event first = events.next();
      if (first.getEventId() == Event.ID.StreamEnd) return Optional.empty();
      YamlNode value = value(events.next(), events, 0);
      events.next();
      Event last = events.next();
      if (last.getEventId() != Event.ID.StreamEnd) throw invalid("a second document", last);
      return Optional.of(value);
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

  private static YamlNode value(Event event, Iterator<Event> events, int depth)
      throws InvalidYamlException {
    if (depth > MAX_DEPTH) throw invalid("it is nested too deeply", event);
    int line = line(event);
    int column = column(event);
    return switch (event) {
      case ScalarEvent scalar -> new Scalar(scalar.getValue(), line, column);
      case SequenceStartEvent _ -> new Sequence(elements(events, depth + 1), line, column);
      case MappingStartEvent _ -> new Mapping(entries(events, depth + 1), line, column);
      default ->
          throw invalid("a value was expected; a text that begins with * needs quotes", event);
    };
  }

  private static List<YamlNode> elements(Iterator<Event> events, int depth)
      throws InvalidYamlException {
    var elements = new ArrayList<YamlNode>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      elements.add(value(e, events, depth));
    }
    return elements;
  }

  private static List<Entry> entries(Iterator<Event> events, int depth)
      throws InvalidYamlException {
    var entries = new ArrayList<Entry>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      if (!(value(e, events, depth) instanceof Scalar key)) {
        throw invalid("a key is one word", e);
      }
      entries.add(new Entry(key, value(events.next(), events, depth)));
    }
    return entries;
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
