package io.breakwater.model.json;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Where something stands in a YAML text, both counted from one.
 *
 * @param line its line
 * @param column its column
 */
public record YamlPlace(int line, int column) {
  /**
   * The place of a key.
   *
   * @param path the keys of the mappings around it, from the outermost, then the key itself
   * @return empty when there is no such key
   */
  public static Optional<YamlPlace> ofKey(String text, List<String> path) {
    try {
      Iterator<Event> events =
          new Parse(LoadSettings.builder().build()).parseString(text).iterator();
      return find(events, path);
    } catch (YamlEngineException malformed) {
      return Optional.empty();
    }
  }

  /** A mapping or sequence that is being read. */
  private static final class Level {
    final boolean mapping;
    final boolean wanted;
    boolean value;
    boolean entered;

    Level(boolean mapping, boolean wanted) {
      this.mapping = mapping;
      this.wanted = wanted;
    }
  }

  private static Optional<YamlPlace> find(Iterator<Event> events, List<String> path) {
    var levels = new ArrayDeque<Level>();
    while (events.hasNext()) {
      Event event = events.next();
      Level top = levels.peek();
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> {
          boolean wanted = top == null || (top.wanted && top.entered);
          if (top != null && top.mapping) top.value = !top.value;
          boolean mapping = event.getEventId() == Event.ID.MappingStart;
          levels.push(new Level(mapping, wanted && mapping));
        }
        case MappingEnd, SequenceEnd -> levels.pop();
        case Scalar -> {
          if (top == null || !top.mapping) continue;
          boolean key = !top.value;
          top.value = !top.value;
          if (!key || !top.wanted || levels.size() > path.size()) continue;
          String word = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
          top.entered = word.equals(path.get(levels.size() - 1));
          if (top.entered && levels.size() == path.size()) return of(event);
        }
        case Alias -> {
          if (top != null && top.mapping) top.value = !top.value;
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<YamlPlace> of(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.map(m -> new YamlPlace(m.getLine() + 1, m.getColumn() + 1));
  }
}
