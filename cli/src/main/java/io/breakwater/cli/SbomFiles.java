package io.breakwater.cli;

import io.breakwater.inventory.sbom.Sbom;
import io.breakwater.inventory.sbom.SbomInventory;
import io.breakwater.inventory.sbom.SbomReader;
import io.breakwater.inventory.sbom.UnreadableSbomException;
import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.InvalidPlatformException;
import io.breakwater.model.Platform;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * SBOM documents that a user names: {@code sbom:FILE}, {@code sbom:-} for standard input, {@code
 * attached:IMAGE} for the one that is attached to an image.
 */
final class SbomFiles {
  private static final String SCHEME = "sbom:";
  private static final String ATTACHED = "attached:";

  private SbomFiles() {}

  /** Whether a reference names a document by its scheme. */
  static boolean isNamed(String reference) {
    return reference.startsWith(SCHEME) || reference.startsWith(ATTACHED);
  }

  /** Whether a reference names a document, by its scheme or as a file that looks like one. */
  static boolean isOne(String reference) {
    if (isNamed(reference)) return true;
    try {
      Path file = Path.of(reference);
      if (!Files.isRegularFile(file)) return false;
      try (InputStream in = Files.newInputStream(file)) {
        String head = new String(in.readNBytes(512), java.nio.charset.StandardCharsets.UTF_8);
        String text = head.startsWith("\ufeff") ? head.substring(1) : head.stripLeading();
        return text.startsWith("{") || text.startsWith("<") || text.contains("SPDXVersion:");
      }
    } catch (InvalidPathException | IOException _) {
      return false;
    }
  }

  /** The document as what it tells of its image. */
  static Subjects.Subject subject(String reference, Arguments arguments, Terminal terminal)
      throws IOException {
    Sbom sbom = read(reference, arguments, terminal);
    return subject(sbom, name(reference));
  }

  /** A document as what it tells of its image, under a name that stands in for the image's. */
  static Subjects.Subject subject(Sbom sbom, String name) {
    String about = sbom.subject().name();
    var image =
        new ImageInfo(
            about.isBlank() ? name : about,
            "sbom",
            digest(sbom, "breakwater:image:digest").or(() -> purlDigest(sbom)),
            digest(sbom, "breakwater:image:configDigest")
                .or(() -> digest(sbom, "aquasecurity:trivy:ImageID")),
            platform(sbom.subject().property("breakwater:image:platform")),
            sbom.os(),
            0,
            sbom.created(),
            ImageInfo.Settings.NONE,
            List.of());
    String file = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    return new Subjects.Subject(image, SbomInventory.of(sbom, "/" + file));
  }

  /**
   * Reads a document.
   *
   * @throws ProblemException when it is missing, no SBOM, broken or not supported
   */
  static Sbom read(String reference, Arguments arguments, Terminal terminal) throws IOException {
    String name = name(reference);
    if (reference.startsWith(ATTACHED)) return Attached.first(arguments, terminal, name);
    try {
      if (name.equals("-")) return SbomReader.read(terminal.in());
      Path file = path(name);
      if (!Files.isRegularFile(file)) throw ProblemException.of(ProblemCode.FILE_MISSING, name);
      try (InputStream in = Files.newInputStream(file)) {
        return SbomReader.read(in);
      }
    } catch (UnreadableSbomException unreadable) {
      throw new ProblemException(
          Problem.of(ProblemCode.SBOM_UNREADABLE, name, unreadable.reason()), unreadable);
    } catch (java.nio.file.FileSystemException refused) {
      throw new ProblemException(
          Problem.of(ProblemCode.FILE_UNREADABLE, name, String.valueOf(refused.getMessage())),
          refused);
    }
  }

  private static Path path(String name) throws ProblemException {
    try {
      return Path.of(name);
    } catch (InvalidPathException invalid) {
      throw new ProblemException(Problem.of(ProblemCode.FILE_MISSING, name), invalid);
    }
  }

  private static String name(String reference) {
    if (reference.startsWith(ATTACHED)) return reference.substring(ATTACHED.length());
    return reference.startsWith(SCHEME) ? reference.substring(SCHEME.length()) : reference;
  }

  private static Optional<Digest> purlDigest(Sbom sbom) {
    return sbom.subject()
        .purl()
        .filter(purl -> purl.type().equals("oci"))
        .flatMap(purl -> purl.version())
        .flatMap(SbomFiles::digest);
  }

  private static Optional<Digest> digest(Sbom sbom, String property) {
    return digest(sbom.subject().property(property));
  }

  private static Optional<Digest> digest(String text) {
    try {
      return Optional.of(Digest.parse(text));
    } catch (InvalidDigestException _) {
      return Optional.empty();
    }
  }

  private static Platform platform(String text) {
    try {
      return Platform.parse(text);
    } catch (InvalidPlatformException _) {
      return Platform.parse("unknown/unknown");
    }
  }
}
