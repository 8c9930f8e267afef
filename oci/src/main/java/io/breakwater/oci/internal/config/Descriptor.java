package io.breakwater.oci.internal.config;

import static io.breakwater.oci.internal.DefectException.malformed;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.DefectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reference to a blob by its digest, as indexes and manifests have it.
 *
 * @param mediaType may be empty
 * @param digest whose hex part is safe in a file name
 * @param size in bytes
 * @param platform what an image is for, where the index tells
 * @param annotations those that are texts
 * @param urls other places to get the blob from
 */
public record Descriptor(
    String mediaType,
    Digest digest,
    long size,
    Optional<Platform> platform,
    Map<String, String> annotations,
    List<String> urls) {
  /** The annotation that names an image in an OCI layout. */
  public static final String REF_NAME = "org.opencontainers.image.ref.name";

  /** The annotation by which containerd, and Docker's archives, give the full name. */
  public static final String CONTAINERD_NAME = "io.containerd.image.name";

  /** Copies the collections. */
  public Descriptor {
    annotations = Map.copyOf(annotations);
    urls = List.copyOf(urls);
  }

  /** A descriptor of which only digest and type are known. */
  public static Descriptor of(String mediaType, Digest digest) {
    return new Descriptor(mediaType, digest, 0, Optional.empty(), Map.of(), List.of());
  }

  static Descriptor parse(Json.Obj json) throws DefectException {
    long size = json.number("size").orElse(-1);
    if (size < 0) throw malformed("a descriptor has no valid size");
    Map<String, String> annotations = ImageDocument.texts(json.object("annotations"));
    return new Descriptor(
        json.text("mediaType"),
        digest(json.text("digest")),
        size,
        platform(json.object("platform")),
        annotations,
        json.texts("urls"));
  }

  /** A digest that is complete and safe in a file name. */
  static Digest digest(String text) throws DefectException {
    try {
      Digest digest = Digest.parse(text);
      int length = digest.algorithm().equals("sha512") ? 128 : 64;
      String hex = digest.hex();
      boolean good = hex.length() == length;
      for (int i = 0; good && i < length; i++)
        good = "0123456789abcdef".indexOf(hex.charAt(i)) >= 0;
      if (good) return digest;
    } catch (InvalidDigestException _) {
      // told below
    }
    throw malformed("a digest is none: " + (text.length() > 150 ? text.substring(0, 150) : text));
  }

  private static Optional<Platform> platform(Json.Obj json) {
    String os = json.text("os");
    String architecture = json.text("architecture");
    if (os.isEmpty() || architecture.isEmpty()) return Optional.empty();
    return Optional.of(Platform.of(os, architecture, json.text("variant")));
  }

  /** Whether it may be an image at all: signatures and attestations travel in indexes, too. */
  boolean mayBeImage() {
    if (annotations.containsKey("vnd.docker.reference.type")) return false;
    if (platform.map(p -> p.os().equals("unknown")).orElse(false)) return false;
    return mediaType.isEmpty() || MediaTypes.isIndex(mediaType) || MediaTypes.isManifest(mediaType);
  }
}
