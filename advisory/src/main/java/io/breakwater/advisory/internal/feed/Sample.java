package io.breakwater.advisory.internal.feed;

import io.breakwater.model.json.InvalidJsonException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be seen of a file at a glance, so that each feed may say whether it is its own.
 *
 * @param file the file
 * @param members of the first JSON object in it, or in the array that it starts with: keys and
 *     where their values lie; empty for other files
 * @param head the first lines of other files, as text
 */
public record Sample(FeedFile file, Map<String, JsonSlices.Slice> members, List<String> head) {
  private static final int HEAD_BYTES = 16 << 10;
  private static final int MAX_MEMBERS = 64;

  /** Looks at a file. */
  public static Sample of(FeedFile file) {
    byte[] content = file.content();
    int start = JsonSlices.skipSpace(content, 0, content.length);
    if (start < content.length && (content[start] == '{' || content[start] == '[')) {
      try {
        Map<String, JsonSlices.Slice> members = firstMembers(content, start);
        if (!members.isEmpty()) return new Sample(file, members, List.of());
      } catch (InvalidJsonException noJson) {
        // Other texts begin with brackets as well.
      }
    }
    int length = Math.min(content.length, HEAD_BYTES);
    String text = new String(content, 0, length, StandardCharsets.UTF_8);
    return new Sample(file, Map.of(), text.lines().toList());
  }

  private static Map<String, JsonSlices.Slice> firstMembers(byte[] content, int start)
      throws InvalidJsonException {
    int object = start;
    if (content[start] == '[') {
      object = JsonSlices.skipSpace(content, start + 1, content.length);
      if (object >= content.length || content[object] != '{') return Map.of();
    }
    var members = new LinkedHashMap<String, JsonSlices.Slice>();
    JsonSlices.members(
        content,
        object,
        (key, value) -> {
          members.put(key, value);
          return members.size() < MAX_MEMBERS;
        });
    return members;
  }

  /** The keys of the first JSON object. */
  public Set<String> keys() {
    return members.keySet();
  }

  /** Whether the first JSON object has all of these keys. */
  public boolean has(String... keys) {
    return members.keySet().containsAll(List.of(keys));
  }

  /** What can be seen of the first member's value; of nothing where there is none. */
  public Sample firstMember() {
    return members.isEmpty() ? nothing() : firstOf(members.keySet().iterator().next());
  }

  /** What can be seen of a member: of an object, or of the first in an array. */
  public Sample firstOf(String key) {
    JsonSlices.Slice slice = members.get(key);
    if (slice == null || !(slice.startsWith('{') || slice.startsWith('['))) return nothing();
    try {
      return new Sample(file, firstMembers(slice.content(), slice.from()), List.of());
    } catch (InvalidJsonException malformed) {
      return nothing();
    }
  }

  private Sample nothing() {
    return new Sample(file, Map.of(), List.of());
  }

  /** The text of a member that is a string without escapes; else empty text. */
  public String text(String key) {
    JsonSlices.Slice slice = members.get(key);
    if (slice == null) return "";
    String value = new String(file.content(), slice.from(), slice.length(), StandardCharsets.UTF_8);
    boolean plain = value.length() >= 2 && value.startsWith("\"") && value.indexOf('\\') < 0;
    return plain ? value.substring(1, value.length() - 1) : "";
  }
}
