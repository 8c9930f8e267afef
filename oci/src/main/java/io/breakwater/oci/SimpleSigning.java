package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * Signatures of manifests in the form of simple signing, as cosign stores and reads them: the
 * signed text names the digest of the manifest. Keys are ECDSA P-256 or Ed25519.
 */
public final class SimpleSigning {
  /** The media type of the signed text. */
  public static final String PAYLOAD = "application/vnd.dev.cosign.simplesigning.v1+json";

  /** The annotation that has the signature. */
  public static final String ANNOTATION = "dev.cosignproject.cosign/signature";

  private static final String TYPE = "cosign container image signature";
  private static final int LARGEST_KEY = 64 << 10;
  private static final int P256_BITS = 256;

  private SimpleSigning() {}

  /** The tag under which the signatures of a manifest are found. */
  public static String tag(Digest manifest) {
    return manifest.algorithm() + "-" + manifest.hex() + ".sig";
  }

  /** The text to sign. */
  public static byte[] payload(String repository, Digest manifest) {
    String text =
        "{\"critical\":{\"identity\":{\"docker-reference\":\""
            + repository // a checked reference: nothing to escape
            + "\"},\"image\":{\"docker-manifest-digest\":\""
            + manifest
            + "\"},\"type\":\""
            + TYPE
            + "\"},\"optional\":null}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Signs a text; the signature in Base64. */
  public static String sign(PrivateKey key, byte[] payload) throws ProblemException {
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(payload);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException failed) {
      throw unusable("", failed.toString());
    }
  }

  /** Whether a text speaks about this manifest and the signature is by this key. */
  public static boolean verify(PublicKey key, byte[] payload, String base64, Digest manifest) {
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initVerify(key);
      signature.update(payload);
      if (!signature.verify(Base64.getDecoder().decode(base64))) return false;
      Json.Obj critical = Json.parseObject(payload).object("critical");
      String digest = critical.object("image").text("docker-manifest-digest");
      return critical.text("type").equals(TYPE) && digest.equals(manifest.toString());
    } catch (GeneralSecurityException | IllegalArgumentException | InvalidJsonException wrong) {
      return false;
    }
  }

  /** Reads a private key: PKCS#8 in PEM. */
  public static PrivateKey privateKey(Path file) throws ProblemException {
    var spec = new PKCS8EncodedKeySpec(pem(file, "PRIVATE KEY"));
    return key(file, spec, KeyFactory::generatePrivate);
  }

  /** Reads a public key in PEM. */
  public static PublicKey publicKey(Path file) throws ProblemException {
    var spec = new X509EncodedKeySpec(pem(file, "PUBLIC KEY"));
    return key(file, spec, KeyFactory::generatePublic);
  }

  private interface Maker<K> {
    K make(KeyFactory factory, KeySpec spec) throws GeneralSecurityException;
  }

  private static <K extends Key> K key(Path file, KeySpec spec, Maker<K> maker)
      throws ProblemException {
    for (String algorithm : List.of("EC", "Ed25519")) {
      try {
        K key = maker.make(KeyFactory.getInstance(algorithm), spec);
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() != P256_BITS) {
          throw unusable(file.toString(), "it is of another curve than P-256");
        }
        return key;
      } catch (GeneralSecurityException _) {
        // the other one, then
      }
    }
    throw unusable(file.toString(), "it is neither an ECDSA nor an Ed25519 key");
  }

  private static byte[] pem(Path file, String label) throws ProblemException {
    String text;
    try {
      if (Files.size(file) > LARGEST_KEY) throw unusable(file.toString(), "it is too long");
      text = Files.readString(file);
    } catch (ProblemException known) {
      throw known;
    } catch (IOException unreadable) {
      throw unusable(file.toString(), unreadable.toString());
    }
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw unusable(file.toString(), "it has no block " + begin);
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException malformed) {
      throw unusable(file.toString(), "its block is not Base64");
    }
  }

  private static String algorithm(Key key) throws GeneralSecurityException {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "EdDSA", "Ed25519" -> "Ed25519";
      default -> throw new GeneralSecurityException("a key for " + key.getAlgorithm());
    };
  }

  private static ProblemException unusable(String file, String reason) {
    return ProblemException.of(ProblemCode.KEY_UNUSABLE, file, reason);
  }
}
