package io.breakwater.oci.internal.settings;

/** The outcome of a search for credentials. */
public sealed interface CredentialLookup {
  /** Here they are. */
  record Found(Credentials credentials) implements CredentialLookup {}

  /** The user has none for this registry. */
  record None() implements CredentialLookup {}

  /**
   * There may be some, but they cannot be read. A public image can still be pulled without.
   *
   * @param source the file or helper
   * @param reason what is wrong, without secrets
   */
  record Unusable(String source, String reason) implements CredentialLookup {}
}
