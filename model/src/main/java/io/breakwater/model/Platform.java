package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/** The operating system and processor that an image is made for. */
public record Platform(String os, String architecture, Optional<String> variant) {

  /** Parses {@code linux/arm64/v8}. */
  public static Platform parse(String text) {
    String[] parts = text.split("/", -1);
    return of(parts[0], parts.length > 1 ? parts[1] : "amd64", parts.length > 2 ? parts[2] : "");
  }

  /** A platform of its parts; an empty variant is none. */
  public static Platform of(String os, String architecture, String variantOrEmpty) {
    return new Platform(
        os,
        architecture,
        variantOrEmpty.isEmpty() ? Optional.empty() : Optional.of(variantOrEmpty));
  }

  /** The platform of Linux containers on this machine. */
  public static Platform current() {
    String arch = System.getProperty("os.arch", "amd64").toLowerCase(Locale.ROOT);
    return of("linux", arch.equals("aarch64") ? "arm64" : arch, "");
  }

  @Override
  public String toString() {
    return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
  }
}
