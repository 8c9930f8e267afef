package io.breakwater.advisory.vex;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads VEX documents: OpenVEX 0.0.1 to 0.2, CSAF 2.0, CycloneDX, also inside an in-toto statement
 * or its DSSE envelope, whose signature is not looked at. Bounded; whatever a document holds, it is
 * read or refused with a reason.
 */
public final class VexReader {
  /** The most bytes of a document. */
  public static final int LARGEST = 64 << 20;

  /** The most products that the statements of a document may name together. */
  static final int MOST_PRODUCTS = 2_000_000;

  private static final int WRAPPERS = 4;

  private VexReader() {}

  /**
   * Reads a document.
   *
   * @param name under which it was found
   * @throws InvalidVexException when it is none, broken or too large
   */
  public static VexDocument read(String name, byte[] document) throws InvalidVexException {
    if (document.length > LARGEST) throw new InvalidVexException("it is larger than 64 MiB");
    try {
      return read(name, parse(document), List.of(), 0);
    } catch (InvalidJsonException broken) {
      throw new InvalidVexException(String.valueOf(broken.getMessage()), broken);
    }
  }

  /** Whether an attachment of this type may be a VEX document, or hold one. */
  public static boolean mayBe(String type) {
    String word = type.toLowerCase(java.util.Locale.ROOT);
    for (String part : new String[] {"vex", "csaf", "cyclonedx", "in-toto", "dsse", "sigstore"}) {
      if (word.contains(part)) return true;
    }
    return false;
  }

  private static VexDocument read(
      String name, Json.Obj document, List<VexProduct> subjects, int wrappers)
      throws InvalidVexException, InvalidJsonException {
    if (wrappers > WRAPPERS) throw new InvalidVexException("its envelopes are nested too deeply");
    if (document.get("dsseEnvelope").isPresent()) {
      return read(name, document.object("dsseEnvelope"), subjects, wrappers + 1);
    }
    if (document.get("payloadType").isPresent()) {
      return read(name, parse(payload(document.text("payload"))), subjects, wrappers + 1);
    }
    if (document.get("predicateType").isPresent()) {
      return read(name, document.object("predicate"), subjects(document), wrappers + 1);
    }
    if (document.text("bomFormat").equals("CycloneDX")) {
      return new CycloneDxVex(document, name).read();
    }
    if (!document.object("document").text("csaf_version").isEmpty()) {
      return new CsafVex(document.object("document"), document, name).read();
    }
    if (document.text("@context").contains("openvex") || document.get("statements").isPresent()) {
      return new OpenVex(document, name, subjects).read();
    }
    throw new InvalidVexException("it is neither OpenVEX nor CSAF nor CycloneDX");
  }

  private static Json.Obj parse(byte[] document) throws InvalidJsonException {
    return Json.parseObject(document);
  }

  private static byte[] payload(String base64) throws InvalidVexException {
    try {
      return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException invalid) {
      throw new InvalidVexException("the envelope's payload is no base64", invalid);
    }
  }

  /** What an attestation is about, for statements that name no product themselves. */
  private static List<VexProduct> subjects(Json.Obj statement) {
    return statement.objects("subject").stream()
        .map(
            subject -> {
              var identity = new IdentityBuilder();
              subject
                  .object("digest")
                  .members()
                  .forEach(
                      (algorithm, value) -> {
                        if (value instanceof Json.Str(String hex)) identity.hash(algorithm, hex);
                      });
              return new VexProduct(identity.build(), List.of());
            })
        .toList();
  }

  /** A point in time of RFC 3339; empty for anything else. */
  static Optional<Instant> instant(String text) {
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** The first text that is there. */
  static String first(String... texts) {
    for (String text : texts) if (!text.isEmpty()) return text;
    return "";
  }
}
