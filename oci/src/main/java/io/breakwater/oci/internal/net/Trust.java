package io.breakwater.oci.internal.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are believed.
 *
 * @param insecure all of them, whatever host they name
 * @param required files of authorities, PEM, that the user named: they must be readable
 * @param found files of authorities that lie on this machine; what cannot be read is left out
 */
public record Trust(boolean insecure, List<Path> required, List<Path> found) {
  private static final long LARGEST_FILE = 16L << 20;

  /** Copies the lists. */
  public Trust {
    required = List.copyOf(required);
    found = List.copyOf(found);
  }

  /**
   * A TLS context that believes these, beside what the Java runtime believes.
   *
   * @throws InvalidAuthorityException when a required file cannot be used
   */
  SSLContext context() throws InvalidAuthorityException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, insecure ? new TrustManager[] {new Everyone()} : managers(), null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      if (unusable instanceof InvalidAuthorityException known) throw known;
      throw new IllegalStateException("the Java runtime has no usable TLS", unusable);
    }
  }

  private TrustManager[] managers() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    for (X509Certificate known : known()) store.setCertificateEntry("a" + count++, known);
    for (Path file : required) {
      for (Certificate authority : read(file)) store.setCertificateEntry("a" + count++, authority);
    }
    for (Path file : found) {
      for (Certificate authority : readIfPossible(file)) {
        store.setCertificateEntry("a" + count++, authority);
      }
    }
    return factory(store).getTrustManagers();
  }

  private static List<X509Certificate> known() throws GeneralSecurityException {
    var out = new ArrayList<X509Certificate>();
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) out.addAll(List.of(x509.getAcceptedIssuers()));
    }
    return out;
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }

  private static Collection<? extends Certificate> readIfPossible(Path file) {
    try {
      return read(file);
    } catch (InvalidAuthorityException _) {
      return List.of();
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws InvalidAuthorityException {
    Collection<? extends Certificate> certificates;
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST_FILE) {
        throw new InvalidAuthorityException(file, "it is larger than any list of authorities");
      }
      certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (GeneralSecurityException malformed) {
      throw new InvalidAuthorityException(file, "it holds a malformed certificate");
    } catch (IOException unreadable) {
      if (unreadable instanceof InvalidAuthorityException known) throw known;
      throw new InvalidAuthorityException(file, "it cannot be read");
    }
    if (certificates.isEmpty()) {
      throw new InvalidAuthorityException(file, "it holds no certificate in PEM form");
    }
    return certificates;
  }

  /** Believes every certificate: what the user asked for with {@code --insecure}. */
  private static final class Everyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
