package io.breakwater.oci.internal.attached;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Attachment;
import io.breakwater.oci.internal.layer.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks everywhere that documents are attached at: the referrers of the image and of the index that
 * named it, cosign's tags, and BuildKit's attestation manifests in the index.
 */
public final class AttachmentFinder {
  private static final int MOST = 200;

  private final String subject;
  private final ArtifactStore store;
  private final Predicate<String> wanted;
  private final int largest;
  private final List<Attachment> found = new ArrayList<>();
  private final Set<Digest> seen = new HashSet<>();

  /**
   * A finder for one image.
   *
   * @param subject the image as the user named it, for messages
   * @param wanted the types of documents to fetch
   * @param largest the most bytes to fetch of each
   */
  public AttachmentFinder(
      String subject, ArtifactStore store, Predicate<String> wanted, int largest) {
    this.subject = subject;
    this.store = store;
    this.wanted = wanted;
    this.largest = largest;
  }

  /**
   * Everything that is attached to these.
   *
   * @param root what the name stands for
   * @param image the image of the platform that is meant; may be the same
   */
  public List<Attachment> find(Digest root, Digest image) throws IOException {
    var subjects = new LinkedHashSet<>(List.of(image, root));
    for (Digest each : subjects) {
      for (Digest referrer : store.referrers(each)) manifest(referrer, "referrer");
      for (String suffix : new String[] {".sbom", ".att"}) {
        String tag = each.algorithm() + "-" + each.hex() + suffix;
        Optional<byte[]> bytes = store.manifest(tag);
        if (bytes.isPresent()) documents(Hashing.of(bytes.get(), each), bytes.get(), "tag");
      }
    }
    inIndex(root, image);
    return found;
  }

  /**
   * BuildKit puts a manifest of attestations beside each image, which it names in an annotation.
   */
  private void inIndex(Digest root, Digest image) throws IOException {
    Optional<byte[]> index = store.manifest(root.toString());
    if (index.isEmpty()) return;
    for (Json.Obj entry : parse(index.get()).objects("manifests")) {
      Json.Obj notes = entry.object("annotations");
      boolean meant =
          notes.text("vnd.docker.reference.type").equals("attestation-manifest")
              && notes.text("vnd.docker.reference.digest").equals(image.toString());
      if (!meant) continue;
      Optional<Digest> digest = digest(entry.text("digest"));
      if (digest.isPresent()) manifest(digest.get(), "index");
    }
  }

  private void manifest(Digest digest, String kind) throws IOException {
    if (found.size() >= MOST || seen.contains(digest)) return;
    Optional<byte[]> bytes = store.manifest(digest.toString());
    if (bytes.isEmpty()) return;
    Digest real = Hashing.of(bytes.get(), digest);
    if (!real.equals(digest)) {
      throw ProblemException.of(
          ProblemCode.DIGEST_MISMATCH, subject, "an attached manifest", digest, real);
    }
    documents(digest, bytes.get(), kind);
  }

  private void documents(Digest digest, byte[] bytes, String kind) throws IOException {
    if (!seen.add(digest)) return;
    Json.Obj manifest = parse(bytes);
    String artifact = manifest.text("artifactType");
    if (artifact.isEmpty()) artifact = manifest.object("config").text("mediaType");
    for (Json.Obj layer : manifest.objects("layers")) {
      if (found.size() >= MOST) return;
      Optional<Digest> blob = digest(layer.text("digest"));
      if (blob.isEmpty()) continue;
      long size = layer.number("size").orElse(0);
      String type = type(layer, artifact);
      boolean fetch = wanted.test(type) && size <= largest;
      Optional<byte[]> content =
          fetch ? Optional.of(store.blob(blob.get(), largest)) : Optional.empty();
      found.add(new Attachment(digest, kind, type, size, content));
    }
  }

  /** What a document is: what an attestation is about, else its own type, else the artifact's. */
  private static String type(Json.Obj layer, String artifact) {
    Json.Obj notes = layer.object("annotations");
    String media = layer.text("mediaType");
    for (String key : new String[] {"in-toto.io/predicate-type", "predicateType"}) {
      if (!notes.text(key).isEmpty()) return notes.text(key);
    }
    boolean says = !media.isEmpty() && !media.equals("application/octet-stream");
    boolean vague =
        media.endsWith("/json") || media.contains(".layer.") || media.endsWith("/plain");
    return says && !(vague && artifact.contains("/"))
        ? media
        : artifact.isEmpty() ? media : artifact;
  }

  private Json.Obj parse(byte[] bytes) throws ProblemException {
    try {
      return Json.parseObject(bytes);
    } catch (InvalidJsonException invalid) {
      throw ProblemException.of(
          ProblemCode.ARCHIVE_MALFORMED,
          subject,
          "an attached manifest",
          String.valueOf(invalid.getMessage()));
    }
  }

  /** A digest that can be computed and is safe in paths; empty for anything else. */
  public static Optional<Digest> digest(String text) {
    try {
      Digest digest = Digest.parse(text);
      return switch (digest.algorithm()) {
        case "sha256", "sha384", "sha512" -> Optional.of(digest);
        default -> Optional.empty();
      };
    } catch (InvalidDigestException _) {
      return Optional.empty();
    }
  }

  /** The digests that an index of referrers lists. */
  public static List<Digest> listed(byte[] index) throws InvalidJsonException {
    var digests = new ArrayList<Digest>();
    for (Json.Obj entry : Json.parseObject(index).objects("manifests")) {
      digest(entry.text("digest")).ifPresent(digests::add);
      if (digests.size() >= MOST) break;
    }
    return digests;
  }
}
