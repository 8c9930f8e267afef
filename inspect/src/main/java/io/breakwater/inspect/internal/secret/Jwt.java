package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.secret.SecretTests.Result;

/** JSON Web Tokens, decoded as far as it takes to know whether they open anything. */
final class Jwt {
  private Jwt() {}

  /**
   * Judges one.
   *
   * @param account whether it must be the token of a Kubernetes service account
   */
  static Result judge(String token, boolean account) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) return Result.NO;
    String header = part(parts[0]);
    String claims = part(parts[1]);
    if (!header.startsWith("{") || !header.contains("\"alg\"") || !claims.startsWith("{")) {
      return Result.NO;
    }
    if (header.contains("\"none\"")) return Result.NO;
    if (account) {
      return claims.contains("system:serviceaccount") || claims.contains("kubernetes.io")
          ? Result.PROVED
          : Result.NO;
    }
    if (claims.contains("system:serviceaccount")) return Result.NO; // another rule's
    if (claims.contains("\"John Doe\"") || claims.contains("1234567890")) return Result.NO;
    return Result.YES;
  }

  private static String part(String base64) {
    return SecretTests.text(SecretTests.decoded(base64.replace('-', '+').replace('_', '/')));
  }
}
