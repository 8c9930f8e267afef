package io.breakwater.oci.internal.settings;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of registry credentials: Docker's {@code config.json} or containers-auth.json(5).
 *
 * @param source its name, for messages
 */
public record AuthFile(String source, Json.Obj document) {
  /** Reads the text of a file. */
  public static AuthFile parse(String source, byte[] bytes) throws InvalidJsonException {
    return new AuthFile(source, Json.parseObject(bytes));
  }

  /** The helper that keeps the credentials of this registry alone. */
  public Optional<String> helperFor(String registry) {
    String wanted = hostOf(registry);
    for (Map.Entry<String, Json> entry : document.object("credHelpers").members().entrySet()) {
      if (entry.getValue() instanceof Json.Str(String name)
          && hostOf(entry.getKey()).equals(wanted)
          && !name.isEmpty()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The helper that keeps the credentials of all registries. */
  public Optional<String> defaultHelper() {
    return Optional.of(document.text("credsStore")).filter(name -> !name.isEmpty());
  }

  /**
   * The credentials that the file itself holds for a repository: those of the longest path above
   * it, then those of the registry, however old tools wrote its name.
   */
  public CredentialLookup find(String registry, String repository) {
    Json.Obj auths = document.object("auths");
    for (String key : keys(registry, repository)) {
      CredentialLookup found = read(key, auths.object(key));
      if (!(found instanceof CredentialLookup.None)) return found;
    }
    String wanted = hostOf(registry);
    for (String key : auths.members().keySet()) {
      if (!isHost(key) || !hostOf(key).equals(wanted)) continue;
      CredentialLookup found = read(key, auths.object(key));
      if (!(found instanceof CredentialLookup.None)) return found;
    }
    return new CredentialLookup.None();
  }

  /** The repository, its parents, the registry. */
  private static List<String> keys(String registry, String repository) {
    var out = new ArrayList<String>();
    String key = registry + "/" + repository;
    while (true) {
      out.add(key);
      int slash = key.lastIndexOf('/');
      if (slash < 0) return out;
      key = key.substring(0, slash);
    }
  }

  private CredentialLookup read(String key, Json.Obj entry) {
    String identity = entry.text("identitytoken");
    if (!identity.isEmpty()) {
      return new CredentialLookup.Found(new Credentials.IdentityToken(identity));
    }
    String user = entry.text("username");
    if (!user.isEmpty()) {
      return new CredentialLookup.Found(new Credentials.Basic(user, entry.text("password")));
    }
    String encoded = entry.text("auth");
    if (encoded.isEmpty()) return new CredentialLookup.None();
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return new CredentialLookup.Unusable(source, "auth of " + key + " is not base64");
    }
    int colon = pair.indexOf(':');
    if (colon <= 0) {
      return new CredentialLookup.Unusable(source, "auth of " + key + " is not user:password");
    }
    int end = pair.length();
    while (end > colon + 1 && pair.charAt(end - 1) == '\0') end--;
    return new CredentialLookup.Found(
        new Credentials.Basic(pair.substring(0, colon), pair.substring(colon + 1, end)));
  }

  private static boolean isHost(String key) {
    return key.startsWith("http://") || key.startsWith("https://") || key.indexOf('/') < 0;
  }

  /** The host of a key such as {@code https://index.docker.io/v1/}; Docker Hub has three names. */
  static String hostOf(String key) {
    String host = key;
    if (host.startsWith("http://")) host = host.substring("http://".length());
    else if (host.startsWith("https://")) host = host.substring("https://".length());
    int slash = host.indexOf('/');
    if (slash >= 0) host = host.substring(0, slash);
    return switch (host) {
      case "docker.io", "registry-1.docker.io" -> "index.docker.io";
      default -> host;
    };
  }

  /** Leaves out the document, which holds secrets. */
  @Override
  public String toString() {
    return "AuthFile[" + source + "]";
  }
}
