package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.archive.ImageFiles;
import io.breakwater.oci.internal.config.Descriptor;
import io.breakwater.oci.internal.config.ImageDocument;
import io.breakwater.oci.internal.config.ImageDocument.Index;
import io.breakwater.oci.internal.config.ImageResolver;
import io.breakwater.oci.internal.config.MediaTypes;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.FileRegion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An OCI image layout: {@code index.json} and blobs by digest.
 *
 * @param files where they are
 * @param subject the layout as the user named it
 */
record OciLayout(ImageFiles files, String subject) {
  private static final String INDEX = "index.json";

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
    var resolver = new ImageResolver(subject, options.platform(), this::fetch);
    var resolved =
        choice.startsWith("@")
            ? resolver.resolve(Descriptor.of("", digest(choice.substring(1))))
            : resolver.resolve(new Index(choose(index().manifests(), choice)));
    return StoredImage.of(subject, "oci", resolved, this::blob, options, () -> {});
  }

  Index index() throws IOException {
    FileRegion file = files.file(INDEX).orElseThrow(() -> malformed(INDEX, "it is missing"));
    byte[] bytes = file.readAll(ImageDocument.MAX_SIZE);
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
    if (names.size() <= 1) return manifests;
    throw ProblemException.of(ProblemCode.IMAGE_AMBIGUOUS, subject, String.join(", ", names));
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
    Optional<FileRegion> file = files.file(path(blob.digest()));
    if (file.isEmpty()) throw malformed("the blob " + blob.digest(), "it is missing");
    try {
      return file.get().readAll(limit);
    } catch (ContentTooLargeException _) {
      throw ProblemException.of(
          ProblemCode.LIMIT_EXCEEDED, subject, "the blob " + blob.digest(), limit);
    }
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

  private static String path(Digest digest) {
    return "blobs/" + digest.algorithm() + "/" + digest.hex();
  }

  private ProblemException malformed(String what, String fault) {
    return ProblemException.of(ProblemCode.ARCHIVE_MALFORMED, subject, what, fault);
  }
}
