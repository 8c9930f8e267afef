package io.breakwater.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON document as maps, lists, strings and booleans, without its nulls: enough for vectors. */
record TestJson(Map<String, Object> members) {
  static TestJson read(Path file) {
    try (JsonParser json =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), file)) {
      json.nextToken();
      return new TestJson(object(json));
    }
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(members.get(key)).map(Object::toString);
  }

  /** The object under a key; empty if there is none. */
  TestJson object(String key) {
    return members.get(key) instanceof Map<?, ?> map ? of(map) : new TestJson(Map.of());
  }

  /** The values of the list under a key; empty if there is none. */
  List<?> list(String key) {
    return members.get(key) instanceof List<?> list ? list : List.of();
  }

  List<TestJson> objects(String key) {
    return list(key).stream().map(item -> of((Map<?, ?>) item)).toList();
  }

  private static TestJson of(Map<?, ?> map) {
    var members = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> members.put((String) key, value));
    return new TestJson(members);
  }

  private static Map<String, Object> object(JsonParser json) {
    var object = new LinkedHashMap<String, Object>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      value(json).ifPresent(value -> object.put(key, value));
    }
    return object;
  }

  private static Optional<Object> value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> Optional.of(object(json));
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) value(json).ifPresent(list::add);
        yield Optional.of(list);
      }
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NULL -> Optional.empty();
      default -> Optional.of(json.getString());
    };
  }
}
