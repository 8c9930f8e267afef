package io.breakwater.model;

import static io.breakwater.model.InvalidPurlException.Part.NAME;
import static io.breakwater.model.InvalidPurlException.Part.NAMESPACE;
import static io.breakwater.model.InvalidPurlException.Part.QUALIFIERS;
import static io.breakwater.model.InvalidPurlException.Part.SUBPATH;
import static io.breakwater.model.InvalidPurlException.Part.VERSION;
import static io.breakwater.model.PurlType.Need.OPTIONAL;
import static io.breakwater.model.PurlType.Need.PROHIBITED;
import static io.breakwater.model.PurlType.Need.REQUIRED;

import io.breakwater.model.InvalidPurlException.Part;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of one purl type. The table has what the registered type definitions say in structured
 * form: whether a namespace must be there, which parts are written in lower case. What they say in
 * prose is code under it. A type without a row has the general rules only.
 *
 * <p>Decisions where a definition contradicts itself or its ecosystem:
 *
 * <ul>
 *   <li>golang: case is kept, because module paths are case-sensitive; the namespace is optional,
 *       because a module path may be one word and every tool writes {@code pkg:golang/stdlib}.
 *   <li>git: names on GitHub, which knows no case there, are in lower case as for type github.
 *   <li>mlflow: the name is in lower case if the repository is on Databricks.
 * </ul>
 */
final class PurlType {
  /** Whether packages of a type have a namespace. */
  enum Need {
    REQUIRED,
    OPTIONAL,
    PROHIBITED
  }

  private static final Map<String, PurlType> TYPES = HashMap.newHashMap(64);

  static {
    //  type              namespace   written in lower case
    row("alpm", REQUIRED, NAMESPACE, NAME);
    row("apk", REQUIRED, NAMESPACE, NAME);
    row("bazel", PROHIBITED);
    row("bitbucket", REQUIRED, NAMESPACE, NAME);
    row("bitnami", PROHIBITED, NAME);
    row("brew", OPTIONAL, NAMESPACE, NAME);
    row("cargo", PROHIBITED);
    row("chrome-extension", PROHIBITED, NAME);
    row("cocoapods", PROHIBITED);
    row("composer", REQUIRED, NAMESPACE, NAME);
    row("conan", OPTIONAL);
    row("conda", PROHIBITED);
    row("cpan", OPTIONAL);
    row("cran", PROHIBITED);
    row("deb", REQUIRED, NAMESPACE, NAME);
    row("docker", OPTIONAL);
    row("gem", PROHIBITED);
    row("generic", OPTIONAL);
    row("git", REQUIRED);
    row("github", REQUIRED, NAMESPACE, NAME);
    row("golang", OPTIONAL);
    row("hackage", PROHIBITED);
    row("hex", OPTIONAL, NAMESPACE, NAME);
    row("huggingface", REQUIRED, VERSION);
    row("julia", PROHIBITED);
    row("luarocks", OPTIONAL, NAMESPACE, NAME);
    row("maven", REQUIRED);
    row("mlflow", PROHIBITED);
    row("npm", OPTIONAL);
    row("nuget", PROHIBITED);
    row("oci", PROHIBITED, NAME, VERSION);
    row("opam", PROHIBITED);
    row("otp", PROHIBITED, NAME, SUBPATH);
    row("pub", PROHIBITED, NAME);
    row("pypi", PROHIBITED, NAME, VERSION);
    row("qpkg", REQUIRED, NAMESPACE);
    row("rpm", REQUIRED, NAMESPACE);
    row("swid", OPTIONAL);
    row("swift", REQUIRED);
    row("vcpkg", PROHIBITED);
    row("vscode-extension", REQUIRED, NAMESPACE, NAME, VERSION);
    row("yocto", OPTIONAL, NAMESPACE);
  }

  private final String type;
  private final Need namespaceNeed;
  private final EnumSet<Part> lowerCase = EnumSet.noneOf(Part.class);

  private PurlType(String type, Need namespaceNeed, Part... lowerCase) {
    this.type = type;
    this.namespaceNeed = namespaceNeed;
    Collections.addAll(this.lowerCase, lowerCase);
  }

  private static void row(String type, Need namespaceNeed, Part... lowerCase) {
    TYPES.put(type, new PurlType(type, namespaceNeed, lowerCase));
  }

  /**
   * The rules of a type, given in any case.
   *
   * @throws InvalidPurlException if no type can be written so
   */
  static PurlType of(String type) {
    var registered = TYPES.get(type);
    if (registered != null) return registered;
    PurlCharacters.checkType(type);
    String lower = PurlCharacters.lower(type);
    registered = TYPES.get(lower);
    return registered != null ? registered : new PurlType(lower, OPTIONAL);
  }

  /** The type in lower case. */
  String type() {
    return type;
  }

  /** Whether only the first part of a path is the namespace, and slashes in a name stay as such. */
  boolean hasPathAsName() {
    return type.equals("git");
  }

  String namespace(String namespace) {
    if (namespace.isEmpty() && namespaceNeed == REQUIRED) {
      throw new InvalidPurlException(NAMESPACE, namespace, "type " + type + " needs one");
    }
    if (!namespace.isEmpty() && namespaceNeed == PROHIBITED) {
      throw new InvalidPurlException(NAMESPACE, namespace, "type " + type + " has none");
    }
    return switch (type) {
      case "cpan" -> namespace.toUpperCase(Locale.ROOT);
      case "git" -> checkedHost(isGitHub(namespace) ? PurlCharacters.lower(namespace) : namespace);
      case "swid" -> checkedCreator(namespace);
      default -> folded(NAMESPACE, namespace);
    };
  }

  /** The name; some types look at the namespace or the qualifiers, which are normalised already. */
  String name(String given, String namespace, Map<String, String> qualifiers) {
    if (given.isEmpty()) throw new InvalidPurlException(NAME, given, "there is none");
    String name = folded(NAME, given);
    return switch (type) {
      case "chrome-extension" -> checkedChromeId(name);
      case "cocoapods" -> checkedPod(name);
      case "cpan" -> checkedDistribution(name);
      case "git" -> isGitHub(namespace) ? PurlCharacters.lower(name) : name;
      case "hackage", "pypi" -> name.replace('_', '-');
      case "mlflow" -> isOnDatabricks(qualifiers) ? PurlCharacters.lower(name) : name;
      case "pub" -> withUnderscores(name);
      default -> name;
    };
  }

  String version(String version) {
    if (type.equals("chrome-extension") && !version.isEmpty()) checkChromeVersion(version);
    return folded(VERSION, version);
  }

  SortedMap<String, String> qualifiers(SortedMap<String, String> qualifiers) {
    switch (type) {
      case "julia" -> require("uuid", qualifiers);
      case "swid" -> {
        String id = require("tag_id", qualifiers);
        String canonical = isGuid(id) ? PurlCharacters.lower(id) : id;
        if (!canonical.equals(id)) {
          var changed = new TreeMap<>(qualifiers);
          changed.put("tag_id", canonical);
          return Collections.unmodifiableSortedMap(changed);
        }
      }
      default -> {}
    }
    return qualifiers;
  }

  String subpath(String subpath) {
    return folded(SUBPATH, subpath);
  }

  private String folded(Part part, String text) {
    return lowerCase.contains(part) ? PurlCharacters.lower(text) : text;
  }

  private String require(String key, Map<String, String> qualifiers) {
    String value = qualifiers.get(key);
    if (value == null) {
      throw new InvalidPurlException(QUALIFIERS, key, "type " + type + " needs this qualifier");
    }
    return value;
  }

  private static boolean isGitHub(String host) {
    String lower = PurlCharacters.lower(host);
    return lower.equals("github") || lower.equals("github.com");
  }

  private static String checkedHost(String namespace) {
    if (namespace.indexOf('/') >= 0) {
      throw new InvalidPurlException(
          NAMESPACE, namespace, "for type git it is the host alone, the path is the name");
    }
    return namespace;
  }

  private static String checkedCreator(String namespace) {
    int slash = namespace.indexOf('/');
    if (slash >= 0 && namespace.indexOf('/', slash + 1) >= 0) {
      throw new InvalidPurlException(
          NAMESPACE, namespace, "for type swid it has at most two parts, name and regid");
    }
    return namespace;
  }

  private static String checkedChromeId(String name) {
    boolean valid = name.length() == 32;
    for (int i = 0; valid && i < name.length(); i++) {
      valid = name.charAt(i) >= 'a' && name.charAt(i) <= 'p';
    }
    if (!valid) {
      throw new InvalidPurlException(NAME, name, "a Chrome extension has 32 letters from a to p");
    }
    return name;
  }

  private static void checkChromeVersion(String version) {
    int numbers = 1;
    boolean valid = version.charAt(version.length() - 1) != '.';
    for (int i = 0; valid && i < version.length(); i++) {
      char c = version.charAt(i);
      valid = Ascii.isDigit(c) || (c == '.' && i > 0 && version.charAt(i - 1) != '.');
      if (c == '.') numbers++;
    }
    if (!valid || numbers > 4) {
      throw new InvalidPurlException(
          VERSION, version, "a Chrome extension has one to four numbers with periods between");
    }
  }

  private static String checkedPod(String name) {
    boolean valid = !name.startsWith(".") && name.indexOf('+') < 0;
    for (int i = 0; valid && i < name.length(); i++) {
      valid = !Character.isWhitespace(name.charAt(i));
    }
    if (!valid) {
      throw new InvalidPurlException(
          NAME, name, "a pod has no white space, no plus and no period at its beginning");
    }
    return name;
  }

  private static String checkedDistribution(String name) {
    if (name.contains("::")) {
      throw new InvalidPurlException(NAME, name, "this is a module; cpan names distributions");
    }
    return name;
  }

  private static boolean isOnDatabricks(Map<String, String> qualifiers) {
    return PurlCharacters.lower(qualifiers.getOrDefault("repository_url", ""))
        .contains("databricks");
  }

  private static String withUnderscores(String name) {
    var changed = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      if (!Ascii.isLowerOrDigit(name.charAt(i))) changed.setCharAt(i, '_');
    }
    return changed.toString();
  }

  private static boolean isGuid(String text) {
    if (text.length() != 36) return false;
    for (int i = 0; i < text.length(); i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean valid = dash ? text.charAt(i) == '-' : Character.digit(text.charAt(i), 16) >= 0;
      if (!valid) return false;
    }
    return true;
  }
}
