package io.breakwater.inspect.internal.exposure;

import java.util.Optional;

/**
 * What is known of a certificate or a private key.
 *
 * @param key whether it is a private key
 * @param until the last day of a certificate
 * @param signature the algorithm that it is signed with; empty for one that signs itself
 * @param algorithm of its key
 * @param bits of its key; 0 when not known
 * @param authority whether it may sign others
 * @param subject whose it is
 */
record CertificateFact(
    boolean key,
    String until,
    String signature,
    String algorithm,
    int bits,
    boolean authority,
    String subject) {

  static CertificateFact ofKey(String algorithm, int bits) {
    return new CertificateFact(true, "", "", algorithm, bits, false, "");
  }

  /** As one text, without its subject. */
  String text() {
    return String.join(
        "|",
        key ? "key" : "certificate",
        until,
        signature,
        algorithm,
        String.valueOf(bits),
        authority ? "ca" : "");
  }

  /** Of such a text; empty when it is none. */
  static Optional<CertificateFact> of(String text, String subject) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 6) return Optional.empty();
    try {
      return Optional.of(
          new CertificateFact(
              parts[0].equals("key"),
              parts[1],
              parts[2],
              parts[3],
              Integer.parseInt(parts[4]),
              parts[5].equals("ca"),
              subject));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /** Whether its key can be broken, or is of a kind that is withdrawn. */
  boolean isWeak() {
    return switch (algorithm) {
      case "RSA" -> bits > 0 && bits < 2048;
      case "EC" -> bits > 0 && bits < 224;
      case "DSA" -> true;
      default -> false;
    };
  }

  /** Whether it is signed with a broken hash. */
  boolean isSignedWeakly() {
    String upper = signature.toUpperCase(java.util.Locale.ROOT);
    return upper.startsWith("MD") || upper.startsWith("SHA1");
  }
}
