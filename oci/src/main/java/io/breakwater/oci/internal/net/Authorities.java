package io.breakwater.oci.internal.net;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the certificate authorities of a host are found: the file that the user named, {@code
 * SSL_CERT_FILE}, the system's bundle, and the folders {@code certs.d/HOST[:PORT]} of Docker and of
 * containers-certs.d(5).
 */
public final class Authorities {
  private static final int MOST_FILES = 100;
  private static final List<String> BUNDLES =
      List.of(
          "etc/ssl/certs/ca-certificates.crt",
          "etc/pki/tls/certs/ca-bundle.crt",
          "etc/ssl/ca-bundle.pem",
          "etc/ssl/cert.pem");

  private final Map<String, String> environment;
  private final Path root;
  private final Optional<Path> caFile;

  /**
   * @param root the root of the file system
   * @param caFile the file that the user named
   */
  public Authorities(Map<String, String> environment, Path root, Optional<Path> caFile) {
    this.environment = environment;
    this.root = root;
    this.caFile = caFile;
  }

  /** What is believed of a host. */
  public Trust of(String hostAndPort, boolean insecure) {
    if (insecure) return new Trust(true, List.of(), List.of());
    var found = new ArrayList<Path>();
    bundle().ifPresent(found::add);
    if (isPlainName(hostAndPort)) {
      for (Path folder : folders()) found.addAll(certificates(folder.resolve(hostAndPort)));
    }
    return new Trust(false, caFile.stream().toList(), found);
  }

  private Optional<Path> bundle() {
    String named = environment.getOrDefault("SSL_CERT_FILE", "");
    if (!named.isEmpty()) return Optional.of(Path.of(named));
    return BUNDLES.stream().map(root::resolve).filter(Files::isReadable).findFirst();
  }

  private List<Path> folders() {
    var out = new ArrayList<Path>();
    String home = environment.getOrDefault("HOME", "");
    if (!home.isEmpty()) {
      out.add(Path.of(home, ".config", "containers", "certs.d"));
      out.add(Path.of(home, ".config", "docker", "certs.d"));
    }
    out.add(root.resolve("etc/containers/certs.d"));
    out.add(root.resolve("etc/docker/certs.d"));
    return out;
  }

  private static List<Path> certificates(Path folder) {
    var out = new ArrayList<Path>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crt")) {
      for (Path file : files) {
        if (out.size() == MOST_FILES) break;
        out.add(file);
      }
    } catch (IOException _) {
      return List.of();
    }
    Collections.sort(out);
    return out;
  }

  /** Guards the look into folders: a host out of a redirect is somebody else's text. */
  private static boolean isPlainName(String hostAndPort) {
    if (hostAndPort.startsWith(".")) return false;
    for (int i = 0; i < hostAndPort.length(); i++) {
      char c = hostAndPort.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && c != '.' && c != '-' && c != ':' && c != '[' && c != ']' && c != '_') {
        return false;
      }
    }
    return !hostAndPort.isEmpty();
  }
}
