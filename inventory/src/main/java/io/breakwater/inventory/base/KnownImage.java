package io.breakwater.inventory.base;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image whose layers are known.
 *
 * @param name as the user knows it
 * @param digest of its manifest, where it is known
 * @param diffIds its layers from the lowest; empty when only the name is known
 */
public record KnownImage(String name, Optional<Digest> digest, List<Digest> diffIds) {
  private static final int LONGEST_NAME = 1_000;

  /** Copies the list and cuts the name. */
  public KnownImage {
    diffIds = List.copyOf(diffIds);
    if (name.length() > LONGEST_NAME) name = name.substring(0, LONGEST_NAME);
  }

  /**
   * What is to be known of an opened image.
   *
   * @return empty for a root file system, which has no layers
   */
  public static Optional<KnownImage> of(Image image, String name) {
    var diffIds = new ArrayList<Digest>();
    for (ImageLayer layer : image.layers()) {
      if (layer.diffId().isEmpty()) return Optional.empty();
      diffIds.add(layer.diffId().get());
    }
    if (diffIds.isEmpty()) return Optional.empty();
    return Optional.of(new KnownImage(name, image.digest(), diffIds));
  }

  /** Whether its layers are the lowest of these, and not all of them. */
  boolean isBelow(List<Digest> others) {
    int count = diffIds.size();
    return count > 0 && count < others.size() && others.subList(0, count).equals(diffIds);
  }

  /** A JSON object in one line, without line feed. */
  String line() {
    var line = new StringBuilder("{\"name\":");
    quote(name, line);
    digest.ifPresent(d -> line.append(",\"digest\":\"").append(d).append('"'));
    line.append(",\"diffIds\":[");
    for (int i = 0; i < diffIds.size(); i++) {
      line.append(i == 0 ? "\"" : ",\"").append(diffIds.get(i)).append('"');
    }
    return line.append("]}").toString();
  }

  /** Reads such a line; empty when it is none. */
  static Optional<KnownImage> parse(String line) {
    try {
      Json.Obj json = Json.parseObject(line.getBytes(StandardCharsets.UTF_8));
      if (json.text("name").isEmpty()) return Optional.empty();
      var diffIds = new ArrayList<Digest>();
      for (String diffId : json.texts("diffIds")) diffIds.add(Digest.parse(diffId));
      String digest = json.text("digest");
      return Optional.of(
          new KnownImage(
              json.text("name"),
              digest.isEmpty() ? Optional.empty() : Optional.of(Digest.parse(digest)),
              diffIds));
    } catch (InvalidJsonException | InvalidDigestException notALine) {
      return Optional.empty();
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < 0x20 || Character.isSurrogate(c)) escape(c, out);
      else out.append(c);
    }
    out.append('"');
  }

  private static void escape(char c, StringBuilder out) {
    String digits = Integer.toHexString(c);
    out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
  }
}
