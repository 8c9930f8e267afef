package io.breakwater.inventory.internal.kernel;

import java.util.Optional;

/**
 * The version of a kernel.
 *
 * @param release as {@code uname -r} writes it
 * @param upstream the version of kernel.org that it is made of; empty where nothing tells
 */
record KernelVersion(String release, String upstream) {
  private static final String DEBIAN = " Debian ";

  /** Of a banner such as {@code 6.1.0-13-amd64 (…) #1 SMP PREEMPT_DYNAMIC Debian 6.1.55-1 (…)}. */
  static Optional<KernelVersion> parse(String banner) {
    int end = 0;
    while (end < banner.length() && isPart(banner.charAt(end))) end++;
    boolean ends = end == banner.length() || banner.charAt(end) == ' ';
    if (!ends || end > 100 || numbers(banner, 0).indexOf('.') < 0) return Optional.empty();
    String release = banner.substring(0, end);
    int debian = banner.indexOf(DEBIAN);
    String upstream = debian < 0 ? "" : numbers(banner, debian + DEBIAN.length());
    if (upstream.isEmpty()) {
      upstream = numbers(banner, 0);
      // Distributions name their own series 6.1.0, whatever they are made of.
      if (upstream.endsWith(".0") || upstream.indexOf('.') == upstream.lastIndexOf('.')) {
        upstream = "";
      }
    }
    return Optional.of(new KernelVersion(release, upstream));
  }

  /** The name that the National Vulnerability Database has for it. */
  Optional<String> cpe() {
    return upstream.isEmpty()
        ? Optional.empty()
        : Optional.of("cpe:2.3:o:linux:linux_kernel:" + upstream + ":*:*:*:*:*:*:*");
  }

  /** Numbers with dots between them. */
  private static String numbers(String text, int from) {
    int end = from;
    while (end < text.length() && isDigitOrDot(text, from, end)) end++;
    if (end > from && text.charAt(end - 1) == '.') end--;
    return text.substring(from, end);
  }

  private static boolean isDigitOrDot(String text, int from, int at) {
    char c = text.charAt(at);
    return (c >= '0' && c <= '9') || (c == '.' && at > from && text.charAt(at - 1) != '.');
  }

  private static boolean isPart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "._+-~".indexOf(c) >= 0;
  }
}
