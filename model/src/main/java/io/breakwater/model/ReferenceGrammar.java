package io.breakwater.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The grammar of image references (package reference of the distribution project), scanned by hand
 * in one pass over each part. Every check takes the whole text and the offset of the part in it, so
 * that an error can say where.
 */
final class ReferenceGrammar {
  private static final int LONGEST = 1024;
  private static final int LONGEST_HOST = 253;
  private static final int LONGEST_REPOSITORY = 255;
  private static final int LONGEST_TAG = 128;
  private static final int LONGEST_PORT = 5;
  private static final int HIGHEST_PORT = 65_535;
  private static final int IMAGE_ID = 64;

  private ReferenceGrammar() {}

  static ImageReference parse(String text) {
    if (text.isEmpty()) throw new InvalidReferenceException(text, 0, "it is empty");
    if (text.length() > LONGEST) {
      throw new InvalidReferenceException(
          text, LONGEST, "it is longer than " + LONGEST + " characters");
    }
    int at = text.indexOf('@');
    int end = at < 0 ? text.length() : at;
    Optional<Digest> digest = at < 0 ? Optional.empty() : Optional.of(digest(text, at + 1));

    int slash = text.lastIndexOf('/', end - 1);
    int colon = text.indexOf(':', slash + 1);
    boolean tagged = colon >= 0 && colon < end;
    Optional<String> tag = Optional.empty();
    if (tagged) {
      String word = text.substring(colon + 1, end);
      checkTag(word, text, colon + 1);
      tag = Optional.of(word);
    }

    String name = text.substring(0, tagged ? colon : end);
    if (isImageId(text)) {
      throw new InvalidReferenceException(
          text, 0, "64 hexadecimal digits are the id of a local image, not a repository");
    }
    String registry = ImageReference.DOCKER_HUB;
    int start = 0;
    if (beginsWithRegistry(name)) {
      start = name.indexOf('/') + 1;
      registry = registry(name.substring(0, start - 1), text, 0);
    }
    String repository = name.substring(start);
    checkRepository(repository, text, start);
    return new ImageReference(registry, repository, tag, digest);
  }

  /**
   * Whether what stands before the first slash is a registry rather than the first part of a path
   * on Docker Hub: it has a period, a colon or an upper-case letter, or is {@code localhost}.
   */
  static boolean beginsWithRegistry(String name) {
    int slash = name.indexOf('/');
    return slash >= 0 && isRegistry(name.substring(0, slash));
  }

  private static boolean isRegistry(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.' || c == ':' || Ascii.isUpper(c)) return true;
    }
    return word.equals("localhost");
  }

  private static boolean isImageId(String text) {
    if (text.length() != IMAGE_ID) return false;
    for (int i = 0; i < IMAGE_ID; i++) {
      if (!Ascii.isLowerHex(text.charAt(i))) return false;
    }
    return true;
  }

  /**
   * Checks {@code host[:port]} and gives it in lower case, since host names know no case; unless
   * only its upper case tells it from a path.
   */
  static String registry(String registry, String text, int offset) {
    int hostEnd;
    if (registry.startsWith("[")) {
      hostEnd = registry.indexOf(']') + 1;
      if (hostEnd == 0) throw new InvalidReferenceException(text, offset, "it has [ without ]");
      checkIpv6(registry.substring(1, hostEnd - 1), text, offset + 1);
    } else {
      int colon = registry.indexOf(':');
      hostEnd = colon < 0 ? registry.length() : colon;
      checkHost(registry.substring(0, hostEnd), text, offset);
    }
    if (hostEnd < registry.length()) {
      checkPort(registry.substring(hostEnd), text, offset + hostEnd);
    }
    String lower = registry.toLowerCase(Locale.ROOT);
    if (isRegistry(lower)) return lower;
    if (isRegistry(registry)) return registry;
    throw new InvalidReferenceException(
        text, offset, "a registry has a period or a port in its name, or is localhost");
  }

  private static void checkHost(String host, String text, int offset) {
    if (host.isEmpty() || host.length() > LONGEST_HOST) {
      throw new InvalidReferenceException(
          text, offset, "the registry's host has 1 to " + LONGEST_HOST + " characters");
    }
    char previous = '.';
    for (int i = 0; i <= host.length(); i++) {
      char c = i < host.length() ? host.charAt(i) : '.';
      boolean edge = c == '.' && (previous == '.' || previous == '-');
      boolean dash = c == '-' && previous == '.';
      if (edge || dash || !(Ascii.isLetterOrDigit(c) || c == '.' || c == '-')) {
        throw new InvalidReferenceException(
            text,
            offset + Math.min(i, host.length() - 1),
            "a registry's host is made of letters, digits and inner dashes, with periods between");
      }
      previous = c;
    }
  }

  private static void checkIpv6(String address, String text, int offset) {
    boolean valid = address.length() >= 2 && address.length() <= 39 && address.indexOf(':') >= 0;
    for (int i = 0; valid && i < address.length(); i++) {
      char c = address.charAt(i);
      valid = c == ':' || Ascii.isLowerHex(c) || (c >= 'A' && c <= 'F');
    }
    if (!valid) {
      throw new InvalidReferenceException(text, offset, "brackets hold an IPv6 address");
    }
  }

  private static void checkPort(String colonAndPort, String text, int offset) {
    String port = colonAndPort.substring(1);
    boolean valid =
        colonAndPort.charAt(0) == ':' && !port.isEmpty() && port.length() <= LONGEST_PORT;
    int number = 0;
    for (int i = 0; valid && i < port.length(); i++) {
      valid = Ascii.isDigit(port.charAt(i));
      number = number * 10 + (port.charAt(i) - '0');
    }
    if (!valid || number < 1 || number > HIGHEST_PORT) {
      throw new InvalidReferenceException(
          text, offset, "the host is followed by : and a port from 1 to " + HIGHEST_PORT);
    }
  }

  /**
   * Checks a path: parts of lower-case letters and digits with one period, one or two underscores
   * or any number of dashes between them; slashes between the parts.
   */
  static void checkRepository(String repository, String text, int offset) {
    if (repository.isEmpty()) {
      throw new InvalidReferenceException(text, offset, "the repository is missing");
    }
    if (repository.length() > LONGEST_REPOSITORY) {
      throw new InvalidReferenceException(
          text,
          offset + LONGEST_REPOSITORY,
          "the repository is longer than " + LONGEST_REPOSITORY + " characters");
    }
    int run = 0; // length of the separator that ends here
    boolean inPart = false;
    for (int i = 0; i < repository.length(); i++) {
      char c = repository.charAt(i);
      if (Ascii.isLowerOrDigit(c)) {
        inPart = true;
        run = 0;
      } else if (c == '/' && inPart && run == 0) {
        inPart = false;
      } else if (inPart && continuesSeparator(repository, i, run)) {
        run++;
      } else {
        throw new InvalidReferenceException(text, offset + i, problemOfRepository(c));
      }
    }
    if (!inPart || run > 0) {
      throw new InvalidReferenceException(
          text, offset + repository.length() - 1, "the repository ends with a letter or digit");
    }
  }

  private static boolean continuesSeparator(String repository, int i, int run) {
    char c = repository.charAt(i);
    return switch (c) {
      case '.' -> run == 0;
      case '_' -> run == 0 || (run == 1 && repository.charAt(i - 1) == '_');
      case '-' -> run == 0 || repository.charAt(i - 1) == '-';
      default -> false;
    };
  }

  private static String problemOfRepository(char c) {
    if (Ascii.isUpper(c)) return "repository names are lower case";
    return switch (c) {
      case '.', '_', '-', '/' -> "this character must follow a letter or digit";
      case ':' -> "a tag follows the last part of the path";
      default -> "a repository is made of a-z and 0-9, with . _ __ or dashes between, and slashes";
    };
  }

  static void checkTag(String tag, String text, int offset) {
    if (tag.isEmpty()) {
      throw new InvalidReferenceException(text, offset, "the tag after the colon is missing");
    }
    if (tag.length() > LONGEST_TAG) {
      throw new InvalidReferenceException(
          text, offset + LONGEST_TAG, "the tag is longer than " + LONGEST_TAG + " characters");
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      boolean inner = i > 0 && (c == '.' || c == '-');
      if (!Ascii.isLetterOrDigit(c) && c != '_' && !inner) {
        throw new InvalidReferenceException(
            text,
            offset + i,
            "a tag is made of letters, digits, _ . and -, and begins with neither . nor -");
      }
    }
  }

  private static Digest digest(String text, int offset) {
    try {
      return Digest.parse(text.substring(offset));
    } catch (InvalidDigestException e) {
      var problem = new InvalidReferenceException(text, offset, String.valueOf(e.getMessage()));
      problem.initCause(e);
      throw problem;
    }
  }
}
