package io.breakwater.cli;

import io.breakwater.model.Digest;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/** The forms of a database, and of a signature, as manifests of OCI. */
final class DatabaseArtifact {
  static final String TYPE = "application/vnd.breakwater.db.v1";
  static final String LAYER = "application/vnd.breakwater.db.layer.v1+zstd";
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String DIGEST = "io.breakwater.db.digest";
  static final String FORMAT = "io.breakwater.db.format";
  static final String DATE = "io.breakwater.db.date";
  static final String RECORDS = "io.breakwater.db.records";
  static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final String EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
  private static final String CONFIG_TYPE = "application/vnd.oci.image.config.v1+json";

  private DatabaseArtifact() {}

  /** A blob that a manifest names. */
  record Part(String mediaType, Digest digest, long size, Map<String, String> annotations) {
    static Part of(Json.Obj object) {
      var annotations = new java.util.TreeMap<String, String>();
      Json.Obj said = object.object("annotations");
      for (String key : said.members().keySet()) annotations.put(key, said.text(key));
      return new Part(
          object.text("mediaType"),
          Digest.parse(object.text("digest")),
          object.number("size").orElse(0),
          annotations);
    }
  }

  /** The manifest of a database. */
  static byte[] manifest(Part layer, Map<String, String> annotations) throws IOException {
    var config = new Part(EMPTY_TYPE, sha256(EMPTY), EMPTY.length, Map.of());
    return write(TYPE, config, List.of(layer), annotations);
  }

  /** The manifest of signatures, as cosign writes it. */
  static byte[] signatures(byte[] config, List<Part> layers) throws IOException {
    return write(
        "", new Part(CONFIG_TYPE, sha256(config), config.length, Map.of()), layers, Map.of());
  }

  private static byte[] write(
      String type, Part config, List<Part> layers, Map<String, String> annotations)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonOut out = JsonOut.to(bytes)) {
      out.object(
          () -> {
            out.number("schemaVersion", 2);
            out.text("mediaType", MANIFEST);
            if (!type.isEmpty()) out.text("artifactType", type);
            out.object("config", () -> part(out, config));
            out.array("layers", layers, layer -> part(out, layer));
            if (!annotations.isEmpty()) annotations(out, annotations);
          });
    }
    return bytes.toByteArray();
  }

  private static void part(JsonOut out, Part part) throws IOException {
    out.text("mediaType", part.mediaType());
    out.text("digest", part.digest().toString());
    out.number("size", part.size());
    if (!part.annotations().isEmpty()) annotations(out, part.annotations());
  }

  private static void annotations(JsonOut out, Map<String, String> all) throws IOException {
    out.object(
        "annotations",
        () -> {
          for (var one : new java.util.TreeMap<>(all).entrySet()) {
            out.text(one.getKey(), one.getValue());
          }
        });
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java runtime has SHA-256", missing);
    }
  }

  static Digest sha256(byte[] bytes) {
    return Digest.sha256(sha256().digest(bytes));
  }
}
