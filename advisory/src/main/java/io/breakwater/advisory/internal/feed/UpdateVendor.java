package io.breakwater.advisory.internal.feed;

import java.util.Locale;
import java.util.Optional;

/** Whose an update is, by its id, and which release it is for. */
enum UpdateVendor {
  AMAZON("amazon"),
  ROCKY("rocky"),
  ALMA("almalinux"),
  FEDORA("fedora"),
  RED_HAT("redhat"),
  ORACLE("oracle"),
  ANOLIS("anolis"),
  OPEN_EULER("openeuler"),
  BOTTLEROCKET("bottlerocket");

  private final String provider;

  UpdateVendor(String provider) {
    this.provider = provider;
  }

  String provider() {
    return provider;
  }

  /** By an id such as {@code RLSA-2023:3820}. */
  static Optional<UpdateVendor> of(String id) {
    int dash = id.indexOf('-');
    String prefix = dash < 0 ? "" : id.substring(0, dash);
    if (prefix.startsWith("ALAS")) return Optional.of(AMAZON);
    return switch (prefix) {
      case "RLSA", "RLBA", "RLEA", "RXSA", "RXBA", "RXEA" -> Optional.of(ROCKY);
      case "ALSA", "ALBA", "ALEA" -> Optional.of(ALMA);
      case "FEDORA" -> Optional.of(FEDORA);
      case "RHSA", "RHBA", "RHEA" -> Optional.of(RED_HAT);
      case "ELSA", "ELBA", "ELEA" -> Optional.of(ORACLE);
      case "ANSA", "ANBA", "ANEA" -> Optional.of(ANOLIS);
      case "openEuler" -> Optional.of(OPEN_EULER);
      case "BRSA" -> Optional.of(BOTTLEROCKET);
      default -> Optional.empty();
    };
  }

  /**
   * The ecosystem of a package.
   *
   * @param release what the update calls its release; may be empty
   * @param collection the names of the repository
   * @param evr the package's version
   */
  Optional<String> ecosystem(String release, String collection, String evr) {
    return switch (this) {
      case AMAZON -> amazon(collection);
      case ROCKY -> enterprise("Rocky Linux:", "rocky linux ", release, collection, evr);
      case ALMA -> enterprise("AlmaLinux:", "almalinux ", release, collection, evr);
      case ORACLE -> enterprise("Oracle Linux:", "oracle linux ", release, collection, evr);
      case RED_HAT ->
          enterprise(
              "Red Hat:enterprise_linux:", "red hat enterprise linux ", release, collection, evr);
      case FEDORA -> fedora(release + " " + collection);
      case ANOLIS -> RpmReleases.anolis(evr).map(number -> "Anolis OS:" + number);
      case OPEN_EULER -> RpmReleases.ofOpenEulerVersion(evr);
      case BOTTLEROCKET -> Optional.of("Bottlerocket");
    };
  }

  private static Optional<String> enterprise(
      String ecosystem, String before, String release, String collection, String evr) {
    String told = (release + " " + collection).toLowerCase(Locale.ROOT).replace('-', ' ');
    return number(told, before).or(() -> RpmReleases.enterpriseLinux(evr)).map(ecosystem::concat);
  }

  /** By {@code amazon-linux-2}, {@code amazon-linux-2023}, {@code amazon-linux-ami}. */
  private static Optional<String> amazon(String collection) {
    if (collection.contains("amazon-linux-ami")) return Optional.of("Amazon Linux:1");
    return number(collection.toLowerCase(Locale.ROOT).replace('-', ' '), "amazon linux ")
        .map("Amazon Linux:"::concat);
  }

  private static Optional<String> fedora(String told) {
    String text = told.toLowerCase(Locale.ROOT).replace('-', ' ');
    Optional<String> epel = number(text, "epel ");
    return epel.isPresent()
        ? epel.map("Fedora:EPEL "::concat)
        : number(text, "fedora ").map("Fedora:"::concat);
  }

  private static Optional<String> number(String text, String before) {
    int at = text.indexOf(before);
    while (at >= 0) {
      int from = at + before.length();
      int end = from;
      while (end < text.length() && Character.isDigit(text.charAt(end))) end++;
      if (end > from) return Optional.of(text.substring(from, end));
      at = text.indexOf(before, at + 1);
    }
    return Optional.empty();
  }

  /**
   * The line of versions that an update of Amazon Linux 2's extras is for, as a module stream: that
   * of {@code ALAS2KERNEL-5.15-2022-001} is {@code extras:5.15}. Its packages are called as the
   * core's, which have other lines. Empty for the core, and for extras with one line.
   */
  static String amazonTopic(String id) {
    if (!id.startsWith("ALAS2") || id.length() < 6 || !Character.isLetter(id.charAt(5))) return "";
    int number = id.lastIndexOf('-');
    int year = number < 0 ? -1 : id.lastIndexOf('-', number - 1);
    if (year < 6) return "";
    String topic = id.substring(5, year);
    int from = topic.length();
    while (from > 0
        && (Character.isDigit(topic.charAt(from - 1)) || topic.charAt(from - 1) == '.')) {
      from--;
    }
    String line = topic.substring(from);
    return line.isEmpty() || line.startsWith(".") ? "" : "extras:" + line;
  }
}
