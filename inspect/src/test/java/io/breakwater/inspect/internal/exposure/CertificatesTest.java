package io.breakwater.inspect.internal.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.TestSubject;
import io.breakwater.model.Check;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Certificates and keys, made with openssl on 22 November 2026. */
class CertificatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  @Test
  void aShortLivedWeakCertificateIsToldByTheDay() throws IOException {
    files.put("srv/tls.crt", resource("weak.crt"));
    assertThat(found(DAY)).containsExactly("certificate-expires-soon", "weak-key");
    assertThat(found(DAY.plusDays(11))).containsExactly("certificate-expired", "weak-key");
    assertThat(found(DAY.minusDays(60))).containsExactly("weak-key");
  }

  @Test
  void aWeakSignatureCountsButNotOfARoot() throws IOException {
    files.put("srv/leaf.p7b", resource("leaf.p7b"));
    assertThat(found(DAY)).containsExactly("certificate-weak-signature");
    files.clear();
    files.put("srv/root.pem", resource("weak.crt"));
    assertThat(found(DAY)).doesNotContain("certificate-weak-signature");
  }

  @Test
  void aStoreOfAuthoritiesIsQuiet() throws IOException {
    String one = new String(resource("weak.crt"), java.nio.charset.StandardCharsets.US_ASCII);
    files.put("srv/bundle.pem", one.repeat(4).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    files.put("usr/share/ca-certificates/mozilla/x.crt", resource("weak.crt"));
    files.put("app/node_modules/x/test.pem", resource("weak.crt"));
    assertThat(found(DAY.plusYears(9))).isEmpty();
  }

  @Test
  void theKeyOfAnAuthorityIsToldWhereItLiesBesideItsCertificate() throws Exception {
    files.put("pki/ca.crt", resource("ca.crt"));
    files.put("pki/ca.key", key("EC", 256));
    files.put("pki/other.key", key("EC", 256));
    assertThat(found(DAY)).containsExactly("ca-private-key");
  }

  @Test
  void shortKeysAreWeak() throws Exception {
    files.put("a.key", key("RSA", 1024));
    files.put("b.pem", key("RSA", 2048));
    assertThat(found(DAY)).containsExactly("weak-key");
  }

  private static byte[] key(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
    String body = Base64.getMimeEncoder().encodeToString(der);
    String edge = "-----%s PRIVATE KEY-----\n";
    return (edge.formatted("BEGIN") + body + "\n" + edge.formatted("END"))
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = CertificatesTest.class.getResourceAsStream("certificates/" + name + ".txt")) {
      return java.util.Objects.requireNonNull(in).readAllBytes();
    }
  }

  private List<String> found(LocalDate day) throws IOException {
    var inspection = new Inspection(Set.of(Check.Area.EXPOSURE));
    LayerCollector.Reading reading = inspection.collector().begin();
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      byte[] bytes = each.getValue();
      var entry = new FileEntry(each.getKey(), EntryType.FILE, bytes.length, 0644, 0, 0, "");
      Content content = Content.of(bytes);
      if (reading.entry(entry, new Head(bytes, 0, Math.min(bytes.length, Head.MAX)))) {
        reading.content(entry, content);
      }
    }
    return inspection
        .judge(new TestSubject(1).on(day), List.of(reading.evidence()))
        .findings()
        .stream()
        .map(f -> f.id())
        .filter(id -> id.contains("certificate") || id.contains("key"))
        .sorted()
        .toList();
  }
}
