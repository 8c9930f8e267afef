package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.archive.ImageFiles;
import io.breakwater.oci.internal.attached.AttachmentFinder;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageDocument;
import io.breakwater.oci.internal.config.ImageDocument.Index;
import io.breakwater.oci.internal.config.ImageResolver;
import io.breakwater.oci.internal.config.MediaTypes;
import io.breakwater.oci.internal.layer.Blob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An OCI image layout: {@code index.json} and blobs by digest.
 *
 * @param files where they are
 */
record OciLayout(ImageFiles files) {
  private static final String INDEX = "index.json";

  String subject() {
    return files.subject();
  }

  /** Whether there is one. */
  static boolean isIn(ImageFiles files) throws IOException {
    return files.file(INDEX).isPresent();
  }

  /**
   * Opens one of its images.
   *
   * @param choice a tag, or a digest after {@code @}; empty when there is but one image
   */
  Image open(String choice, OpenOptions options) throws IOException {
    return StoredImage.of(
        subject(), "oci", resolve(choice, options), this::blob, options, () -> {});
  }

  private ImageResolver.Resolved resolve(String choice, OpenOptions options) throws IOException {
    var resolver = new ImageResolver(subject(), options.platform(), this::fetch);
    return choice.startsWith("@")
        ? resolver.resolve(Descriptor.of("", digest(choice.substring(1))))
        : resolver.resolve(new Index(choose(index().manifests(), choice)));
  }

  /** What is attached to one of its images; see {@link Attachments#of}. */
  List<Attachment> attachments(
      String choice, OpenOptions options, Predicate<String> wanted, int largest)
      throws IOException {
    Digest image = resolve(choice, options).digest();
    List<Descriptor> roots =
        choice.startsWith("@") ? List.of() : choose(index().manifests(), choice);
    Digest root = roots.size() == 1 ? roots.getFirst().digest() : image;
    return new AttachmentFinder(subject(), new LayoutArtifacts(this), wanted, largest)
        .find(root, image);
  }

  Index index() throws IOException {
    byte[] bytes = files.read(INDEX, ImageDocument.MAX_SIZE);
    try {
      if (ImageDocument.parse(bytes, MediaTypes.OCI_INDEX) instanceof Index index) return index;
      throw malformed(INDEX, "it is no index");
    } catch (DefectException defect) {
      throw malformed(INDEX, defect.detail());
    }
  }

  private Digest digest(String text) throws ProblemException {
    try {
      return Digest.parse(text);
    } catch (InvalidDigestException invalid) {
      throw new ProblemException(
          Problem.of(ProblemCode.UNKNOWN_NAME, text, "digest", names(List.of())), invalid);
    }
  }

  /** The images that bear a name; without a name all, if they are one image for many platforms. */
  private List<Descriptor> choose(List<Descriptor> manifests, String choice)
      throws ProblemException {
    if (!choice.isEmpty()) {
      List<Descriptor> named = manifests.stream().filter(m -> bears(m, choice)).toList();
      if (!named.isEmpty()) return named;
      throw ProblemException.of(ProblemCode.UNKNOWN_NAME, choice, "tag", names(manifests));
    }
    Set<Digest> digests = manifests.stream().map(Descriptor::digest).collect(Collectors.toSet());
    if (digests.size() == 1) return manifests.subList(0, 1);
    var names = new LinkedHashSet<String>();
    for (Descriptor manifest : manifests) {
      String name = name(manifest);
      if (!name.isEmpty()) names.add(name);
    }
    if (names.isEmpty()) return manifests;
    // Beside an image with a name, those without are artifacts that belong to it.
    if (names.size() == 1) return manifests.stream().filter(m -> !name(m).isEmpty()).toList();
    throw ProblemException.of(ProblemCode.IMAGE_AMBIGUOUS, subject(), String.join(", ", names));
  }

  private static boolean bears(Descriptor manifest, String choice) {
    String name = manifest.annotations().getOrDefault(Descriptor.CONTAINERD_NAME, "");
    return choice.equals(manifest.annotations().get(Descriptor.REF_NAME))
        || (!name.isEmpty() && ImageNames.same(name, choice));
  }

  private static String name(Descriptor manifest) {
    String tag = manifest.annotations().getOrDefault(Descriptor.REF_NAME, "");
    return manifest.annotations().getOrDefault(Descriptor.CONTAINERD_NAME, tag);
  }

  private static String names(List<Descriptor> manifests) {
    var names = new ArrayList<String>();
    for (Descriptor manifest : manifests) {
      String name = name(manifest);
      names.add(name.isEmpty() ? "@" + manifest.digest() : name);
    }
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  byte[] fetch(Descriptor blob, int limit) throws IOException {
    return files.read(path(blob.digest()), limit);
  }

  private Optional<Blob> blob(Descriptor layer) throws IOException {
    String path = path(layer.digest());
    boolean there = files.file(path).isPresent();
    if (!there && (MediaTypes.isForeign(layer.mediaType()) || !layer.urls().isEmpty())) {
      return Optional.empty();
    }
    if (!there) throw malformed("the layer " + layer.digest(), "its blob is missing");
    Blob.InFile blob =
        () ->
            files
                .file(path)
                .orElseThrow(() -> malformed("the layer " + layer.digest(), "it is gone"));
    return Optional.of(blob);
  }

  static String path(Digest digest) {
    return "blobs/" + digest.algorithm() + "/" + digest.hex();
  }

  private ProblemException malformed(String what, String fault) {
    return ProblemException.of(ProblemCode.ARCHIVE_MALFORMED, subject(), what, fault);
  }
}
