package io.breakwater.oci.internal.registry;

import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.net.Answer;
import io.breakwater.oci.internal.net.Http;
import io.breakwater.oci.internal.net.Retry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** One repository of one registry. May be used by many threads. */
public final class RegistryRepository {
  /** The largest manifest or index: as much as the specification asks registries to take. */
  public static final int LARGEST_MANIFEST = 4 << 20;

  private static final String MANIFEST_TYPES =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  /**
   * A manifest or an index, as the registry stores it.
   *
   * @param mediaType as the registry tells, without parameters; may be empty
   * @param digest of these bytes, checked
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from one reader to the next
  public record Manifest(byte[] bytes, String mediaType, Digest digest) {}

  private final String subject;
  private final String host;
  private final String repository;
  private final RegistryConnection connection;
  private final Retry retry;

  RegistryRepository(
      String subject, String host, String repository, RegistryConnection connection, Retry retry) {
    this.subject = subject;
    this.host = host;
    this.repository = repository;
    this.connection = connection;
    this.retry = retry;
  }

  /** The registry's host. */
  public String host() {
    return host;
  }

  /**
   * The manifest or index of a tag or digest; empty when the registry does not have it.
   *
   * @throws ProblemException when it cannot be fetched or has another digest than promised
   */
  public Optional<Manifest> manifest(String tagOrDigest) throws IOException {
    String path = "/v2/" + repository + "/manifests/" + tagOrDigest;
    try (Answer answer = connection.get(path, Map.of("Accept", MANIFEST_TYPES))) {
      if (answer.status() == 404) return Optional.empty();
      if (answer.status() != 200) throw Failures.of(subject, host, answer);
      byte[] bytes =
          read(answer, LARGEST_MANIFEST)
              .orElseThrow(() -> tooLarge("the manifest", LARGEST_MANIFEST));
      String type = answer.header("Content-Type").orElse("");
      int semicolon = type.indexOf(';');
      Digest digest = checked(tagOrDigest, answer.header("Docker-Content-Digest"), bytes);
      String plain = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
      return Optional.of(new Manifest(bytes, plain, digest));
    }
  }

  /**
   * The index of the manifests that name another as their subject; empty when the registry does not
   * know how to tell.
   */
  public Optional<byte[]> referrers(Digest subjectDigest) throws IOException {
    String path = "/v2/" + repository + "/referrers/" + subjectDigest;
    try (Answer answer =
        connection.get(path, Map.of("Accept", "application/vnd.oci.image.index.v1+json"))) {
      return switch (answer.status()) {
        case 200 ->
            Optional.of(
                read(answer, LARGEST_MANIFEST)
                    .orElseThrow(() -> tooLarge("the list of referrers", LARGEST_MANIFEST)));
        case 400, 404, 405, 406, 501 -> Optional.empty();
        default -> throw Failures.of(subject, host, answer);
      };
    }
  }

  private Digest checked(String tagOrDigest, Optional<String> told, byte[] bytes)
      throws ProblemException {
    boolean pinned = tagOrDigest.indexOf(':') >= 0;
    Optional<Digest> promised =
        pinned ? Optional.of(Digest.parse(tagOrDigest)) : told.flatMap(Hashes::parse);
    Digest real =
        Hashes.of(promised.map(Digest::algorithm).orElse("sha256"), bytes)
            .orElseThrow(() -> unknownAlgorithm(promised.orElseThrow()));
    if (promised.isPresent() && !promised.get().equals(real)) {
      throw mismatch("the manifest", promised.get(), real);
    }
    return real;
  }

  /**
   * A small blob, its digest checked.
   *
   * @throws ProblemException when it is missing, too large, or not what its digest promises
   */
  public byte[] smallBlob(Digest digest, int limit) throws IOException {
    String label = "blob " + digest.shortHex();
    byte[] bytes;
    try (InputStream in = blob(digest, 0L)) {
      bytes = in.readNBytes(limit + 1);
    }
    if (bytes.length > limit) throw tooLarge(label, limit);
    Digest real = Hashes.of(digest.algorithm(), bytes).orElseThrow(() -> unknownAlgorithm(digest));
    if (!real.equals(digest)) throw mismatch(label, digest, real);
    return bytes;
  }

  /**
   * A blob as a stream, which goes on after a broken connection. Its digest is not checked.
   *
   * @param size the promised size; 0 when none is promised
   */
  public InputStream blob(Digest digest, long size) throws IOException {
    String label = "blob " + digest.shortHex();
    return new BlobStream(subject, host, label, size, from -> open(digest, from), retry);
  }

  private InputStream open(Digest digest, long from) throws IOException {
    String path = "/v2/" + repository + "/blobs/" + digest;
    if (from > 0) {
      Answer part = connection.get(path, Map.of("Range", "bytes=" + from + "-"));
      if (part.status() == 206 && startsAt(part, from)) return part.body();
      if (part.status() == 200) return skipped(part.body(), from);
      part.close();
    }
    Answer answer = connection.get(path, Map.of());
    if (answer.status() == 200) return skipped(answer.body(), from);
    throw Failures.of(subject, host, answer);
  }

  private static boolean startsAt(Answer part, long from) {
    String range = part.header("Content-Range").orElse("").strip();
    return range.startsWith("bytes " + from + "-");
  }

  private static InputStream skipped(InputStream body, long from) throws IOException {
    try {
      body.skipNBytes(from);
      return body;
    } catch (EOFException early) {
      body.close();
      throw early;
    }
  }

  /** Stores a blob, unless the registry has it. */
  public void push(Digest digest, Http.Upload content) throws IOException {
    String path = "/v2/" + repository + "/blobs/";
    var head = new Http.Upload.Bytes("HEAD", new byte[0]);
    try (Answer there = connection.send(path + digest, Map.of(), Optional.of(head))) {
      if (there.status() == 200) return;
    }
    String location;
    var start = new Http.Upload.Bytes("POST", new byte[0]);
    try (Answer begun = connection.send(path + "uploads/", Map.of(), Optional.of(start))) {
      if (begun.status() != 202) throw Failures.of(subject, host, begun);
      location = place(begun);
    }
    String target = location + (location.indexOf('?') < 0 ? "?" : "&") + "digest=" + digest;
    var headers = Map.of("Content-Type", "application/octet-stream");
    try (Answer stored = connection.send(target, headers, Optional.of(content))) {
      if (stored.status() != 201) throw Failures.of(subject, host, stored);
    }
  }

  /** Where an upload goes on: a path of this registry. */
  private String place(Answer begun) throws ProblemException {
    try {
      var location = begun.uri().resolve(new java.net.URI(begun.header("Location").orElse("")));
      if (begun.uri().getRawAuthority().equalsIgnoreCase(location.getRawAuthority())) {
        String query = location.getRawQuery();
        return location.getRawPath() + (query == null ? "" : "?" + query);
      }
    } catch (java.net.URISyntaxException malformed) {
      // told below
    }
    throw ProblemException.of(
        ProblemCode.REGISTRY_FAILED, subject, host, "an upload to another or no address");
  }

  /** Stores a manifest under a tag or its digest. */
  public void pushManifest(String tagOrDigest, String mediaType, byte[] bytes) throws IOException {
    String path = "/v2/" + repository + "/manifests/" + tagOrDigest;
    var content = new Http.Upload.Bytes("PUT", bytes);
    try (Answer stored =
        connection.send(path, Map.of("Content-Type", mediaType), Optional.of(content))) {
      if (stored.status() != 201) throw Failures.of(subject, host, stored);
    }
  }

  private Optional<byte[]> read(Answer answer, int limit) throws ProblemException {
    try {
      return answer.bytes(limit);
    } catch (IOException broken) {
      throw Failures.of(subject, host, broken);
    }
  }

  private ProblemException tooLarge(String what, long limit) {
    return ProblemException.of(ProblemCode.LIMIT_EXCEEDED, subject, what, (limit >> 20) + " MiB");
  }

  private ProblemException mismatch(String what, Digest promised, Digest real) {
    return ProblemException.of(ProblemCode.DIGEST_MISMATCH, subject, what, promised, real);
  }

  private ProblemException unknownAlgorithm(Digest digest) {
    return ProblemException.of(
        ProblemCode.ARCHIVE_MALFORMED,
        subject,
        "the manifest",
        "it uses the unknown digest algorithm " + digest.algorithm());
  }
}
