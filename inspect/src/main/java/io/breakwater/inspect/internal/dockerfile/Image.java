package io.breakwater.inspect.internal.dockerfile;

/**
 * The name of an image as FROM writes it; of hostile names too, which no grammar allows.
 *
 * @param registry empty when none is named
 * @param path without the registry
 * @param tag empty when none is named
 * @param digest empty when none is named
 */
record Image(String registry, String path, String tag, String digest) {
  static Image of(String written) {
    int at = written.indexOf('@');
    String digest = at < 0 ? "" : written.substring(at + 1);
    String named = at < 0 ? written : written.substring(0, at);
    int colon = named.lastIndexOf(':');
    String tag = "";
    if (colon > named.lastIndexOf('/')) {
      tag = named.substring(colon + 1);
      named = named.substring(0, colon);
    }
    int slash = named.indexOf('/');
    String first = slash < 0 ? "" : named.substring(0, slash);
    boolean isRegistry =
        first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    return isRegistry
        ? new Image(first, named.substring(slash + 1), tag, digest)
        : new Image("", named, tag, digest);
  }

  /** The name of an official image of Docker Hub, such as {@code debian}; empty for others. */
  String official() {
    boolean hub = registry.isEmpty() || registry.equals("docker.io");
    if (!hub) return "";
    String name = path.startsWith("library/") ? path.substring("library/".length()) : path;
    return name.indexOf('/') < 0 ? name : "";
  }

  /** The last part of its path. */
  String last() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
