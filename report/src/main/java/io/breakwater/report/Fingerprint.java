package io.breakwater.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What makes a finding the same finding in the next report, whatever moved around it. */
final class Fingerprint {
  private Fingerprint() {}

  /** Of a finding: what it is, in which package or place, not in which version or layer. */
  static String of(Document document, Document.Discovery finding) {
    String what =
        document
            .packageOf(finding)
            .map(p -> p.type() + "\n" + p.name())
            .orElse(finding.json().text("part"));
    return of(finding.kind(), finding.id(), what, finding.place().path());
  }

  /** Of some words. */
  static String of(String... words) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (String word : words) {
        sha.update(word.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }

  /** The same in the form of a UUID. */
  static String uuid(String fingerprint) {
    return UUID.nameUUIDFromBytes(fingerprint.getBytes(StandardCharsets.US_ASCII)).toString();
  }
}
