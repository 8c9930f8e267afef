package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The operating system and processor that an image is made for, in the words of OCI (those of Go):
 * {@code linux/arm64}. Other common spellings are normalised as containerd does: {@code x86_64} is
 * {@code amd64}, {@code aarch64} and {@code arm64/v8} are {@code arm64}, {@code armhf} is {@code
 * arm/v7}, {@code i386} is {@code 386}, {@code macos} is {@code darwin}.
 *
 * @param os the operating system, lower case
 * @param architecture the processor architecture, lower case
 * @param variant the generation of the architecture where it is not the usual one, as {@code v6};
 *     always there for {@code arm}, whose usual one is {@code v7}
 */
public record Platform(String os, String architecture, Optional<String> variant) {
  private static final int LONGEST = 64;

  /**
   * @throws InvalidPlatformException if a part is empty, overlong or holds other characters than
   *     letters, digits, period, underscore and dash
   */
  public Platform {
    os = checked("operating system", os);
    architecture = checked("architecture", architecture);
    String generation =
        variant.filter(v -> !v.isEmpty()).map(v -> checked("variant", v)).orElse("");
    os = os.equals("macos") ? "darwin" : os;
    switch (architecture) {
      case "i386", "i486", "i586", "i686", "x86" -> {
        architecture = "386";
        generation = "";
      }
      case "x86_64", "x86-64", "amd64" -> {
        architecture = "amd64";
        generation = generation.equals("v1") ? "" : generation;
      }
      case "aarch64", "arm64" -> {
        architecture = "arm64";
        generation = generation.equals("8") || generation.equals("v8") ? "" : generation;
      }
      case "armhf" -> {
        architecture = "arm";
        generation = "v7";
      }
      case "armel" -> {
        architecture = "arm";
        generation = "v6";
      }
      case "arm" ->
          generation =
              switch (generation) {
                case "", "7" -> "v7";
                case "5", "6", "8" -> "v" + generation;
                default -> generation;
              };
      default -> {}
    }
    variant = generation.isEmpty() ? Optional.empty() : Optional.of(generation);
  }

  /**
   * Reads {@code os/architecture}, {@code os/architecture/variant} or an architecture alone, which
   * then means Linux.
   *
   * @throws InvalidPlatformException if the text is anything else
   */
  public static Platform parse(String text) {
    int first = text.indexOf('/');
    if (first < 0) {
      if (!isKnownArchitecture(text.toLowerCase(Locale.ROOT))) {
        throw new InvalidPlatformException(text, "expected os/architecture, as linux/amd64");
      }
      return of("linux", text, "");
    }
    int second = text.indexOf('/', first + 1);
    if (second < 0) return of(text.substring(0, first), text.substring(first + 1), "");
    String variant = text.substring(second + 1);
    if (variant.isEmpty()) throw new InvalidPlatformException(text, "it ends with a slash");
    return of(text.substring(0, first), text.substring(first + 1, second), variant);
  }

  /**
   * The platform of these parts, in any common spelling.
   *
   * @param variantOrEmpty the variant, or the empty string for the usual one
   * @throws InvalidPlatformException as the constructor
   */
  public static Platform of(String os, String architecture, String variantOrEmpty) {
    return new Platform(os, architecture, Optional.of(variantOrEmpty));
  }

  /** The platform of this Java process, as its system properties tell. */
  public static Platform current() {
    String os = System.getProperty("os.name", "linux").toLowerCase(Locale.ROOT);
    String word = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
    return of(word.replace(' ', '-'), System.getProperty("os.arch", "amd64"), "");
  }

  /**
   * Whether an image for {@code image} runs here: same operating system and architecture, and the
   * same or an older generation of it ({@code arm/v6} runs on {@code arm/v7}, not the reverse).
   */
  public boolean matches(Platform image) {
    if (!os.equals(image.os) || !architecture.equals(image.architecture)) return false;
    int here = generation();
    int there = image.generation();
    return (here > 0 && there > 0) ? there <= here : variant.equals(image.variant);
  }

  /** {@code os/architecture} or {@code os/architecture/variant}, which {@link #parse} reads. */
  @Override
  public String toString() {
    return os + "/" + architecture + variant.map(v -> "/" + v).orElse("");
  }

  /** The number in the variant, the usual one of the architecture without, 0 if it has none. */
  private int generation() {
    int usual =
        switch (architecture) {
          case "amd64" -> 1;
          case "arm64" -> 8;
          default -> 0;
        };
    if (variant.isEmpty()) return usual;
    String v = variant.get();
    boolean numbered = v.length() == 2 && v.charAt(0) == 'v' && Ascii.isDigit(v.charAt(1));
    return numbered ? v.charAt(1) - '0' : 0;
  }

  private static boolean isKnownArchitecture(String word) {
    return switch (word) {
      case "386", "i386", "i486", "i586", "i686", "x86", "amd64", "x86_64", "x86-64" -> true;
      case "arm", "armhf", "armel", "arm64", "aarch64" -> true;
      case "loong64", "mips64le", "ppc64le", "riscv64", "s390x" -> true;
      default -> false;
    };
  }

  private static String checked(String part, String value) {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw new InvalidPlatformException(
          value, "the " + part + " has 1 to " + LONGEST + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Ascii.isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
        throw new InvalidPlatformException(
            value, "the " + part + " is made of letters, digits, period, underscore and dash");
      }
    }
    return value.toLowerCase(Locale.ROOT);
  }
}
