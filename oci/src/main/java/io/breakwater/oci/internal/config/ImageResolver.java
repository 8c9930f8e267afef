package io.breakwater.oci.internal.config;

import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.model.Platform;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.OtherPlatform;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.config.ImageDocument.Index;
import io.breakwater.oci.internal.config.ImageDocument.Manifest;
import io.breakwater.oci.internal.layer.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the way from what a name stands for to one image: through indexes, also nested ones, to the
 * manifest of the platform, and to its configuration. Every document is checked against its digest.
 */
public final class ImageResolver {
  private static final int MAX_INDEXES = 64;
  private static final int MAX_DEPTH = 5;
  private static final int MAX_IMAGES = 20_000;
  private static final int MAX_OTHERS = 16;

  private final String subject;
  private final Optional<Platform> wanted;
  private final Fetcher fetcher;
  private int indexes;

  /** Gets a document. It may return what it likes: the resolver checks the digest. */
  @FunctionalInterface
  public interface Fetcher {
    /**
     * The bytes of a blob.
     *
     * @param limit the most bytes to return; a longer blob is a {@link
     *     io.breakwater.oci.ContentTooLargeException}
     * @throws ProblemException when it is not there
     */
    byte[] fetch(Descriptor blob, int limit) throws IOException;
  }

  /**
   * An image that was found.
   *
   * @param digest of the manifest
   * @param manifest itself
   * @param config its configuration, with as many diffIds as the manifest has layers
   * @param others gives what the index names for other platforms
   */
  public record Resolved(
      Digest digest, Manifest manifest, ImageConfig config, Supplier<List<OtherPlatform>> others) {
    /** What the image says of itself: the annotations of its manifest over its labels. */
    public Map<String, String> labels() {
      var labels = new LinkedHashMap<>(config.labels());
      labels.putAll(manifest.annotations());
      return labels;
    }
  }

  /**
   * A resolver for one image.
   *
   * @param subject the image as the user named it, for messages
   * @param wanted the platform asked for
   */
  public ImageResolver(String subject, Optional<Platform> wanted, Fetcher fetcher) {
    this.subject = subject;
    this.wanted = wanted;
    this.fetcher = fetcher;
  }

  /**
   * Resolves a manifest or index.
   *
   * @throws ProblemException when something on the way is missing, malformed, not what its digest
   *     says, no image, or for other platforms only
   */
  public Resolved resolve(Descriptor root) throws IOException {
    return switch (document(root)) {
      case Manifest manifest -> suiting(image(root.digest(), manifest, List::of));
      case Index index -> resolve(index);
    };
  }

  /** Resolves an index that is known already; see {@link #resolve(Descriptor)}. */
  public Resolved resolve(Index index) throws IOException {
    var images = new ArrayList<Descriptor>();
    collect(index, images, 1);
    Descriptor chosen = PlatformChoice.choose(images, wanted, subject);
    return switch (document(chosen)) {
      case Manifest manifest ->
          suiting(image(chosen.digest(), manifest, () -> others(images, chosen)));
      case Index _ -> throw malformed("the index", "it names an index as an image");
    };
  }

  private List<OtherPlatform> others(List<Descriptor> images, Descriptor chosen) {
    var others = new ArrayList<OtherPlatform>();
    for (Descriptor each : images) {
      if (others.size() == MAX_OTHERS) break;
      if (each.platform().isEmpty() || each.platform().equals(chosen.platform())) continue;
      try {
        if (document(each) instanceof Manifest manifest) {
          Json.Obj config = image(each.digest(), manifest, List::of).config().document();
          others.add(new OtherPlatform(each.platform().get(), config));
        }
      } catch (IOException absent) {
        continue; // a copy without the other platforms is whole for this one
      }
    }
    return others;
  }

  /** The images of an index and of the indexes in it. */
  private void collect(Index index, List<Descriptor> images, int depth) throws IOException {
    for (Descriptor entry : index.manifests()) {
      if (!entry.mayBeImage()) continue;
      if (MediaTypes.isIndex(entry.mediaType())) {
        if (depth == MAX_DEPTH || ++indexes > MAX_INDEXES) throw tooMany("nested indexes");
        if (document(entry) instanceof Index nested) collect(nested, images, depth + 1);
      } else {
        if (images.size() == MAX_IMAGES) throw tooMany("images");
        images.add(entry);
      }
    }
  }

  private ProblemException tooMany(String what) {
    return ProblemException.of(
        ProblemCode.LIMIT_EXCEEDED, subject, "the number of " + what, MAX_INDEXES);
  }

  private ImageDocument document(Descriptor descriptor) throws IOException {
    byte[] bytes = checked(descriptor, ImageDocument.MAX_SIZE);
    try {
      return ImageDocument.parse(bytes, descriptor.mediaType());
    } catch (DefectException defect) {
      throw malformed(defect, descriptor.digest().toString());
    }
  }

  private Resolved image(Digest digest, Manifest manifest, Supplier<List<OtherPlatform>> others)
      throws IOException {
    Descriptor descriptor = manifest.config();
    if (!descriptor.mediaType().isEmpty() && !MediaTypes.isConfig(descriptor.mediaType())) {
      String kind = "an artifact of type " + descriptor.mediaType();
      throw ProblemException.of(ProblemCode.FORMAT_UNKNOWN, subject, kind);
    }
    ImageConfig config;
    try {
      config = ImageConfig.parse(checked(descriptor, ImageConfig.MAX_SIZE));
    } catch (DefectException defect) {
      throw malformed(defect, "the configuration " + descriptor.digest());
    }
    int layers = manifest.layers().size();
    if (config.diffIds().size() != layers) {
      String fault = "it names " + config.diffIds().size() + " layers, its manifest " + layers;
      throw malformed("the configuration", fault);
    }
    return new Resolved(digest, manifest, config, others);
  }

  private Resolved suiting(Resolved image) throws ProblemException {
    image.config().requirePlatform(wanted, subject);
    return image;
  }

  private byte[] checked(Descriptor descriptor, int limit) throws IOException {
    byte[] bytes = fetcher.fetch(descriptor, limit);
    Digest found = Hashing.of(bytes, descriptor.digest());
    if (!found.equals(descriptor.digest())) {
      throw ProblemException.of(
          ProblemCode.DIGEST_MISMATCH, subject, "a document", descriptor.digest(), found);
    }
    return bytes;
  }

  private ProblemException malformed(String what, String fault) {
    return ProblemException.of(ProblemCode.ARCHIVE_MALFORMED, subject, what, fault);
  }

  private ProblemException malformed(DefectException defect, String what) {
    ProblemCode code =
        defect.reason() == Reason.UNSUPPORTED
            ? ProblemCode.FORMAT_UNKNOWN
            : ProblemCode.ARCHIVE_MALFORMED;
    return code == ProblemCode.FORMAT_UNKNOWN
        ? new ProblemException(Problem.of(code, subject, defect.detail()), defect)
        : new ProblemException(Problem.of(code, subject, what, defect.detail()), defect);
  }
}
