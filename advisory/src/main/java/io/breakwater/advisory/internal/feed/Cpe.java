package io.breakwater.advisory.internal.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A CPE name (2.3, or the older URI form) as far as matching needs it; escapes are taken off.
 *
 * @param part {@code a} application, {@code o} operating system, {@code h} hardware
 * @param version may be {@code *} for any or {@code -} for none
 * @param update what follows the version, such as {@code p1}; {@code *} for any, {@code -} for none
 * @param target the software that it runs in, such as {@code wordpress}; {@code *} for any
 */
public record Cpe(
    char part, String vendor, String product, String version, String update, String target) {
  private static final int MAX_LENGTH = 2_000;

  private static final String WORDPRESS = "wordpress";

  /** Reads a name; empty when it is none. */
  public static Optional<Cpe> parse(String text) {
    if (text.length() > MAX_LENGTH) return Optional.empty();
    boolean uri = text.startsWith("cpe:/");
    if (!uri && !text.startsWith("cpe:2.3:")) return Optional.empty();
    List<String> parts = parts(text.substring(uri ? 5 : 8));
    if (parts.size() < 3 || parts.getFirst().length() != 1) return Optional.empty();
    char part = parts.getFirst().charAt(0);
    if ("aoh".indexOf(part) < 0 || parts.get(1).isEmpty() || parts.get(2).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Cpe(
            part,
            parts.get(1).toLowerCase(Locale.ROOT),
            parts.get(2).toLowerCase(Locale.ROOT),
            at(parts, 3),
            at(parts, 4),
            uri ? "*" : at(parts, 8).toLowerCase(Locale.ROOT)));
  }

  private static String at(List<String> parts, int index) {
    return index < parts.size() && !parts.get(index).isEmpty() ? parts.get(index) : "*";
  }

  private static List<String> parts(String text) {
    var out = new ArrayList<String>(12);
    var one = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        one.append(text.charAt(++i));
      } else if (c == ':') {
        out.add(one.toString());
        one.setLength(0);
      } else {
        one.append(c);
      }
    }
    out.add(one.toString());
    return out;
  }

  /**
   * The names in the CPE ecosystem by which this is looked up: {@code vendor:product}, and with the
   * software that it runs in, where that is told and no kind of Linux; plug-ins of WordPress
   * whatever the vendor.
   */
  public List<String> names() {
    String name = vendor + ":" + product;
    if (target.equals(WORDPRESS)) return List.of(ofWordPress(product), name);
    return inside() ? List.of(name + ":" + target, name) : List.of(name);
  }

  /**
   * The name of a plug-in or theme of WordPress, whose names are unique.
   *
   * @param name of its folder, or as a product
   */
  public static String ofWordPress(String name) {
    return "*:" + name.toLowerCase(Locale.ROOT).replace('-', '_') + ":" + WORDPRESS;
  }

  /** The name by which feeds speak of this: the most specific one. */
  public String name() {
    return names().getFirst();
  }

  private boolean inside() {
    return switch (target) {
      case "*", "-", "linux", "linux_kernel", "unix", "x64", "docker", "kubernetes" -> false;
      default -> true;
    };
  }

  /** Whether it runs on systems only that no Linux image is. */
  public boolean isForeign() {
    return switch (target) {
      case "windows", "macos", "mac_os_x", "mac_os", "iphone_os", "android", "ios", "ipados" ->
          true;
      case "windows_10", "windows_7", "solaris", "aix", "z/os", "hp-ux" -> true;
      default -> false;
    };
  }

  /** One version as programs print it: {@code 9.2} and {@code p1} are {@code 9.2p1}. */
  public String printed() {
    if (update.equals("*") || update.equals("-")) return version;
    boolean digit = Character.isDigit(update.charAt(0));
    return version + (digit ? "-" : "") + update;
  }
}
