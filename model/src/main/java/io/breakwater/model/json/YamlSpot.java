package io.breakwater.model.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a value of a {@link YamlDocument} stands, and where what is in it stands: for a member of a
 * mapping the place of its key, for an element of a list the place of the element.
 *
 * @param line from 1
 * @param column from 1
 * @param members of a mapping
 * @param elements of a list
 */
public record YamlSpot(
    int line, int column, Map<String, YamlSpot> members, List<YamlSpot> elements) {
  /** The place of a member of a mapping. */
  public Optional<YamlSpot> member(String key) {
    return Optional.ofNullable(members.get(key));
  }

  /** The place of an element of a list, from 0. */
  public Optional<YamlSpot> element(int index) {
    return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
  }

  YamlSpot at(int keyLine, int keyColumn) {
    return new YamlSpot(keyLine, keyColumn, members, elements);
  }
}
