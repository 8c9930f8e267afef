package io.breakwater.oci.internal.settings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What proves to a registry who asks. Never printed. */
public sealed interface Credentials {
  /** A name and a password. */
  record Basic(String user, String password) implements Credentials {
    /** The value of the {@code Authorization} header. */
    public String header() {
      String pair = user + ":" + password;
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return "Basic[***]";
    }
  }

  /** An OAuth2 refresh token, which the registry's token server changes into access tokens. */
  record IdentityToken(String token) implements Credentials {
    @Override
    public String toString() {
      return "IdentityToken[***]";
    }
  }
}
