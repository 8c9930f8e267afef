package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.archive.ImageFiles;
import io.breakwater.oci.internal.compress.Compression;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageConfig;
import io.breakwater.oci.internal.config.ImageResolver;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.FileRegion;
import io.breakwater.oci.internal.layer.Hashing;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code docker save} writes: {@code manifest.json}, which names a configuration and layers by
 * path. Since Docker 25 an OCI layout is around it, which then tells the manifest's digest.
 *
 * @param files where they are
 */
record DockerArchive(ImageFiles files) {
  private static final String MANIFEST = "manifest.json";
  private static final String BLOBS = "blobs/sha256/";
  private static final String PACKED = ".tar.gz";
  private static final String DIGITS = "0123456789abcdef";
  private static final int MAX_INDEX = 16 << 20;

  String subject() {
    return files.subject();
  }

  /** Whether there is one. */
  static boolean isIn(ImageFiles files) throws IOException {
    return files.file(MANIFEST).isPresent();
  }

  /** One image of the archive. */
  record Saved(String config, List<String> names, List<String> layers) {
    static Saved of(Json.Obj json) {
      return new Saved(json.text("Config"), json.texts("RepoTags"), json.texts("Layers"));
    }

    boolean bears(String choice) {
      return names.stream().anyMatch(name -> ImageNames.same(name, choice));
    }
  }

  /** The images in it. */
  List<Saved> images() throws IOException {
    try {
      if (Json.parse(files.read(MANIFEST, MAX_INDEX)) instanceof Json.Arr(List<Json> elements)) {
        var out = new ArrayList<Saved>();
        for (Json element : elements)
          if (element instanceof Json.Obj saved) out.add(Saved.of(saved));
        if (!out.isEmpty()) return out;
      }
      throw malformed(MANIFEST, "it names no image");
    } catch (InvalidJsonException invalid) {
      throw malformed(MANIFEST, String.valueOf(invalid.getMessage()));
    }
  }

  /**
   * Opens one of its images.
   *
   * @param choice a name or tag; empty when there is but one image
   */
  Image open(String choice, OpenOptions options) throws IOException {
    Saved saved = choose(images(), choice);
    byte[] configBytes = files.read(saved.config(), ImageConfig.MAX_SIZE);
    Digest configDigest = checkedDigest(configBytes, saved.config());
    ImageConfig config = config(configBytes);
    int count = saved.layers().size();
    if (config.diffIds().size() != count) {
      String fault = "it names " + config.diffIds().size() + " layers, " + MANIFEST + " " + count;
      throw malformed("the configuration", fault);
    }
    config.requirePlatform(options.platform(), subject());
    var layers = new ArrayList<ImageLayer>();
    for (int i = 0; i < count; i++) layers.add(layer(saved.layers(), i, config, options));
    return new StoredImage(
        subject(),
        "docker-archive",
        manifestDigest(configDigest, config.platform()),
        Optional.of(configDigest),
        config.platform(),
        config.created(),
        config.settings(),
        config.baseLayers(),
        config.labels(),
        config.document(),
        List::of,
        layers,
        List.of(),
        () -> {});
  }

  private Saved choose(List<Saved> images, String choice) throws ProblemException {
    List<Saved> fitting =
        choice.isEmpty() ? images : images.stream().filter(i -> i.bears(choice)).toList();
    if (fitting.size() == 1) return fitting.getFirst();
    String names =
        images.stream().flatMap(i -> i.names().stream()).collect(Collectors.joining(", "));
    if (fitting.isEmpty()) {
      throw ProblemException.of(ProblemCode.UNKNOWN_NAME, choice, "tag", names);
    }
    throw ProblemException.of(ProblemCode.IMAGE_AMBIGUOUS, subject(), names);
  }

  private ImageConfig config(byte[] bytes) throws ProblemException {
    try {
      return ImageConfig.parse(bytes);
    } catch (DefectException defect) {
      throw malformed("the configuration", defect.detail());
    }
  }

  private ImageLayer layer(List<String> paths, int i, ImageConfig config, OpenOptions options)
      throws IOException {
    String path = paths.get(i);
    FileRegion region =
        files.file(path).orElseThrow(() -> malformed("the image", "it lacks " + path));
    byte[] magic = new byte[Compression.MAGIC];
    int n = region.read(0, magic, 0, magic.length);
    boolean plain = Compression.of(magic, 0, n) == Compression.NONE;
    Digest diffId = config.diffIds().get(i);
    var facts =
        new LayerFacts(
            subject(),
            i + 1,
            paths.size(),
            "",
            plain ? Optional.of(diffId) : digestInName(path),
            Optional.of(diffId),
            region.size(),
            config.instructions().get(i));
    Blob.InFile blob = () -> region;
    return new StoredLayer(facts, blob, options);
  }

  /**
   * The digest that a file is named by: {@code blobs/sha256/HEX} in layouts, and {@code HEX.tar.gz}
   * as crane writes it. Other names with digests in them are not reliably those of the content.
   */
  private static Optional<Digest> digestInName(String path) {
    String hex =
        path.startsWith(BLOBS)
            ? path.substring(BLOBS.length())
            : path.endsWith(PACKED) ? path.substring(0, path.length() - PACKED.length()) : "";
    boolean isHex = hex.length() == 64 && hex.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    return isHex ? Optional.of(new Digest("sha256", hex)) : Optional.empty();
  }

  private Digest checkedDigest(byte[] config, String path) throws ProblemException {
    Digest promised = digestInName(path).orElse(Hashing.sha256(config));
    Digest found = Hashing.of(config, promised);
    if (found.equals(promised)) return found;
    throw ProblemException.of(
        ProblemCode.DIGEST_MISMATCH, subject(), "the configuration", promised, found);
  }

  /**
   * The digest of the manifest with this configuration, where a layout around the archive has one.
   * The image is what manifest.json says: a layout that is broken tells nothing.
   */
  private Optional<Digest> manifestDigest(Digest config, Platform platform) throws IOException {
    if (!OciLayout.isIn(files)) return Optional.empty();
    var layout = new OciLayout(files);
    try {
      for (Descriptor entry : layout.index().manifests()) {
        var resolver = new ImageResolver(subject(), Optional.of(platform), layout::fetch);
        ImageResolver.Resolved image = resolver.resolve(entry);
        if (image.manifest().config().digest().equals(config)) return Optional.of(image.digest());
      }
    } catch (ProblemException _) {
      // as said above
    }
    return Optional.empty();
  }

  /** How people call a file of the archive: its layer, as far as the archive tells. */
  String label(String path) {
    try {
      for (Saved saved : images()) {
        int layer = saved.layers().indexOf(path);
        if (layer >= 0) return facts(saved, layer).label();
      }
    } catch (IOException _) {
      // the archive is cut before it says what is in it
    }
    return path;
  }

  private LayerFacts facts(Saved saved, int layer) throws IOException {
    Optional<Digest> digest = digestInName(saved.layers().get(layer));
    if (digest.isEmpty() && files.file(saved.config()).isPresent()) {
      List<Digest> diffIds = config(files.read(saved.config(), ImageConfig.MAX_SIZE)).diffIds();
      if (layer < diffIds.size()) digest = Optional.of(diffIds.get(layer));
    }
    return new LayerFacts(
        subject(), layer + 1, saved.layers().size(), "", digest, Optional.empty(), 0, "");
  }

  private ProblemException malformed(String what, String fault) {
    return ProblemException.of(ProblemCode.ARCHIVE_MALFORMED, subject(), what, fault);
  }
}
