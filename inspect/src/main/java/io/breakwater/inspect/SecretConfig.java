package io.breakwater.inspect;

import io.breakwater.inspect.internal.secret.UserSecrets;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user adds to the kinds of secrets, and takes out: read from gitleaks' TOML or Trivy's
 * YAML. docs/secrets.md says what is understood.
 */
public final class SecretConfig {
  /** Nothing added. */
  public static final SecretConfig NONE = new SecretConfig(UserSecrets.NONE);

  private final UserSecrets secrets;

  private SecretConfig(UserSecrets secrets) {
    this.secrets = secrets;
  }

  /** Gives the text of another file that one extends. */
  @FunctionalInterface
  public interface Files {
    /** The text, by the path as it is written; empty when there is no such file. */
    Optional<String> text(String path) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @param name of the file; one that ends with {@code .yaml} or {@code .yml} is Trivy's
   * @param others gives what it extends
   * @throws InvalidSecretConfigException with line, column and reason
   */
  public static SecretConfig read(String name, String text, Files others) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    return new SecretConfig(
        yaml ? UserSecrets.ofTrivy(text) : UserSecrets.ofGitleaks(text, others));
  }

  /** Both files' settings. */
  public SecretConfig and(SecretConfig other) {
    return new SecretConfig(secrets.and(other.secrets));
  }

  /**
   * The same, but it takes nothing out: for a file that nobody named, as who wrote what is searched
   * may have written it, too.
   */
  public SecretConfig onlyAdding() {
    return new SecretConfig(secrets.onlyAdding());
  }

  /** What a user should know of files that were read: what was left out of them, and why. */
  public List<String> notices() {
    return secrets.notices();
  }

  UserSecrets secrets() {
    return secrets;
  }
}
