package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Confidence;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Reads certificates and private keys in files: PEM, DER and PKCS #7. What trusts many authorities
 * is a store of the distribution or of a library, and not looked at.
 */
final class CertificateFiles implements FileInspector {
  private static final int MOST = 256 << 10;
  private static final int MOST_CERTIFICATES = 3;
  private static final int MOST_CERTIFICATE = 32 << 10;
  private static final String BEGIN = "-----BEGIN ";
  private static final String[] ENDS = {
    ".pem", ".crt", ".cer", ".cert", ".der", ".p7b", ".p7c", ".key"
  };
  private static final String[] STORES = {
    "usr/share/ca-certificates/",
    "ca-trust/extracted/",
    "/test/",
    "/tests/",
    "/testdata/",
    "/test-data/",
    "/fixtures/",
    "/example/",
    "/examples/",
    "/node_modules/",
    "/site-packages/",
    "/dist-packages/",
    "/share/doc/",
    "/gems/",
    "/pkg/mod/"
  };

  @Override
  public String name() {
    return "certificates";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    if (file.size() < 64 || file.size() > MOST) return false;
    String path = file.path();
    boolean named = false;
    for (String end : ENDS) named |= path.endsWith(end);
    if (!named) return false;
    for (String store : STORES) if (path.contains(store)) return false;
    return true;
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    byte[] bytes = file.content().readAll(MOST);
    var facts = new ArrayList<CertificateFact>();
    if (bytes[0] == 0x30) {
      if (!facts.addAll(certificates(bytes))) WeakKeys.of(bytes).ifPresent(facts::add);
    } else {
      pem(new String(bytes, StandardCharsets.ISO_8859_1), facts);
    }
    if (facts.stream().filter(f -> !f.key()).count() > MOST_CERTIFICATES) return;
    for (CertificateFact fact : facts) {
      out.add(
          new Sighting(
              Fact.CERTIFICATE, file.path(), 0, Confidence.HIGH, fact.text(), fact.subject()));
    }
  }

  private static void pem(String text, List<CertificateFact> out) throws IOException {
    int at = text.indexOf(BEGIN);
    for (int blocks = 0; at >= 0 && blocks <= 2 * MOST_CERTIFICATES; blocks++) {
      int label = at + BEGIN.length();
      int body = text.indexOf("-----", label);
      int end = body < 0 ? -1 : text.indexOf("-----END ", body);
      if (end < 0) return;
      String kind = text.substring(label, body);
      if (end - body <= 2 * MOST_CERTIFICATE) block(kind, text.substring(body + 5, end), out);
      at = text.indexOf(BEGIN, end);
    }
  }

  private static void block(String kind, String body, List<CertificateFact> out) {
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException noBase64) {
      return;
    }
    switch (kind) {
      case "CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE", "PKCS7" ->
          out.addAll(certificates(der));
      case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
          out.add(WeakKeys.of(der).orElse(CertificateFact.ofKey("?", 0)));
      case "ENCRYPTED PRIVATE KEY" -> out.add(CertificateFact.ofKey("?", 0));
      default -> {}
    }
  }

  /** Those in DER: one, or those of PKCS #7. */
  private static List<CertificateFact> certificates(byte[] der) {
    var facts = new ArrayList<CertificateFact>();
    if (der.length < 16 || der.length > MOST) return facts;
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(der))) {
        if (each instanceof X509Certificate one) facts.add(fact(one));
        if (facts.size() > MOST_CERTIFICATES) return facts;
      }
    } catch (GeneralSecurityException | RuntimeException noCertificate) {
      return facts; // a key, or nothing of this kind
    }
    return facts;
  }

  private static CertificateFact fact(X509Certificate one) {
    LocalDate until = one.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    boolean root = one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
    String name = one.getSubjectX500Principal().getName();
    return new CertificateFact(
        false,
        until.toString(),
        root ? "" : one.getSigAlgName(),
        one.getPublicKey().getAlgorithm(),
        WeakKeys.bits(one.getPublicKey()),
        one.getBasicConstraints() >= 0,
        name.length() > 200 ? name.substring(0, 200) : name);
  }
}
