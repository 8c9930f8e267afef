package io.breakwater.inventory.internal.models;

import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import java.io.IOException;

/** The header of a SafeTensors file: JSON, in which the model may tell of itself. */
final class SafeTensors {
  private static final int MAX_HEADER = 32 << 20;

  private SafeTensors() {}

  static Model read(Content content) throws IOException {
    long length = LittleEndian.int64(content.read(0, 8, 8), 0);
    Json.Obj header = Json.parseObject(content.read(8, length, MAX_HEADER));
    Json.Obj told = header.object("__metadata__");
    return new Model(
        first(told, "modelspec.title", "name", "model_name", "general.name"),
        first(told, "modelspec.version", "version"),
        first(told, "modelspec.license", "license", "licence", "general.license"),
        first(told, "modelspec.repository", "repository"));
  }

  private static String first(Json.Obj object, String... keys) {
    for (String key : keys) {
      String value = object.text(key).strip();
      if (!value.isEmpty()) return value;
    }
    return "";
  }
}
