package io.breakwater.inventory.sbom;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Reads SBOMs: CycloneDX 1.0 to 1.7 as JSON and XML, SPDX 2.0 to 2.3 as JSON and tag-value, Syft's
 * own JSON; also inside an in-toto statement or its DSSE envelope, whose signature is not looked
 * at. The format is told by the content alone.
 */
public final class SbomReader {
  /** The largest document that is read. */
  public static final int LARGEST = 64 << 20;

  private SbomReader() {}

  /**
   * Reads a document to its end; the stream stays open.
   *
   * @throws UnreadableSbomException when it is no SBOM, broken, too large, or not supported
   * @throws IOException when the stream fails
   */
  public static Sbom read(InputStream document) throws IOException {
    byte[] bytes = document.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UnreadableSbomException("it is larger than " + (LARGEST >> 20) + " MiB");
    }
    return read(bytes);
  }

  /**
   * Reads a document.
   *
   * @throws UnreadableSbomException when it is no SBOM, broken or not supported
   */
  public static Sbom read(byte[] document) throws UnreadableSbomException {
    int first = firstByte(document);
    if (first == '{' || first == '[') return json(parse(document), 0);
    if (first == '<' || isUtf16(document)) {
      return CycloneDxReader.read(CycloneDxXml.asJson(document), "XML");
    }
    if (first < 0) throw new UnreadableSbomException("it is empty");
    if (SpdxTagValue.looksLikeOne(document)) {
      return SpdxReader.read(SpdxTagValue.asJson(document), "tag-value");
    }
    if (looksLikeYaml(document)) {
      throw new UnreadableSbomException("SPDX as YAML is not read; JSON and tag-value are");
    }
    throw new UnreadableSbomException("it is neither CycloneDX nor SPDX nor Syft's JSON");
  }

  private static Json.Obj parse(byte[] document) throws UnreadableSbomException {
    try {
      byte[] plain = document;
      if (startsWith(document, 0xef, 0xbb, 0xbf)) {
        plain = java.util.Arrays.copyOfRange(document, 3, document.length);
      }
      return Json.parseObject(plain);
    } catch (InvalidJsonException invalid) {
      throw new UnreadableSbomException(String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private static Sbom json(Json.Obj document, int wrappers) throws UnreadableSbomException {
    if (document.text("bomFormat").equals("CycloneDX")) {
      return CycloneDxReader.read(document, "JSON");
    }
    if (document.get("spdxVersion").isPresent()) return SpdxReader.read(document, "JSON");
    if (SyftReader.isOne(document)) return SyftReader.read(document);
    if (isSpdx3(document)) {
      throw new UnreadableSbomException("SPDX 3 is not read; 2.0 to 2.3 are");
    }
    if (document.get("bomFormat").isPresent() || document.get("specVersion").isPresent()) {
      throw new UnreadableSbomException("its bomFormat is not CycloneDX");
    }
    if (wrappers < 4) {
      if (document.get("dsseEnvelope").isPresent()) { // a bundle of sigstore's
        return json(document.object("dsseEnvelope"), wrappers + 1);
      }
      if (!document.text("payload").isEmpty() && document.get("payloadType").isPresent()) {
        return json(parse(payload(document.text("payload"))), wrappers + 1);
      }
      if (document.text("_type").startsWith("https://in-toto.io/Statement/")) {
        return predicate(document, wrappers);
      }
    }
    throw new UnreadableSbomException("the JSON is neither CycloneDX nor SPDX nor Syft's");
  }

  private static Sbom predicate(Json.Obj statement, int wrappers) throws UnreadableSbomException {
    Json.Obj predicate = statement.object("predicate");
    if (predicate.get("Data").isPresent()) {
      predicate =
          predicate.get("Data").get() instanceof Json.Str(String text)
              ? parse(text.getBytes(StandardCharsets.UTF_8))
              : predicate.object("Data");
    }
    if (predicate.members().isEmpty()) {
      String type = Draft.cut(statement.text("predicateType"), 100);
      throw new UnreadableSbomException("the attestation holds no SBOM: " + type);
    }
    return json(predicate, wrappers + 1);
  }

  private static byte[] payload(String base64) throws UnreadableSbomException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException invalid) {
      throw new UnreadableSbomException("the envelope's payload is no base64", invalid);
    }
  }

  private static boolean isSpdx3(Json.Obj document) {
    return document.text("@context").contains("spdx.org/rdf/")
        || (document.get("@graph").isPresent() && document.get("@context").isPresent());
  }

  private static int firstByte(byte[] document) {
    int start = startsWith(document, 0xef, 0xbb, 0xbf) ? 3 : 0;
    for (int i = start; i < document.length; i++) {
      byte b = document[i];
      if (b != ' ' && b != '\t' && b != '\n' && b != '\r') return b & 0xff;
    }
    return -1;
  }

  private static boolean isUtf16(byte[] document) {
    return startsWith(document, 0xfe, 0xff) || startsWith(document, 0xff, 0xfe);
  }

  private static boolean looksLikeYaml(byte[] document) {
    int length = Math.min(document.length, 8_192);
    String head = new String(document, 0, length, StandardCharsets.UTF_8);
    return head.contains("spdxVersion:") || head.contains("SPDXID:");
  }

  private static boolean startsWith(byte[] document, int... magic) {
    if (document.length < magic.length) return false;
    for (int i = 0; i < magic.length; i++) if ((document[i] & 0xff) != magic[i]) return false;
    return true;
  }
}
