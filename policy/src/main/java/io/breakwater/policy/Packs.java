package io.breakwater.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The policies that ship with Breakwater. */
public final class Packs {
  /** What the names of packs begin with. */
  public static final String PREFIX = "pack:";

  /** Their names, in the order of docs/policies.md. */
  public static final List<String> NAMES =
      List.of(
          "baseline",
          "strict",
          "production",
          "no-known-exploited",
          "only-new",
          "grace-period",
          "approved-base-images",
          "cis-docker-4",
          "mlps");

  private Packs() {}

  /**
   * The text of a pack.
   *
   * @param name with {@code pack:} before it
   * @return empty when there is none of this name
   */
  public static Optional<PolicySources.Source> find(String name) {
    if (!name.startsWith(PREFIX)) return Optional.empty();
    String plain = name.substring(PREFIX.length());
    if (!NAMES.contains(plain) && !plain.equals("starter")) return Optional.empty();
    try (InputStream in = Packs.class.getResourceAsStream("packs/" + plain + ".yaml")) {
      if (in == null) throw new IllegalStateException("the pack is missing: " + plain);
      return Optional.of(
          new PolicySources.Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
