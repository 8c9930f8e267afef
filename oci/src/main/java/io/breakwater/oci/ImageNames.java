package io.breakwater.oci;

/** Names of images as archives and people write them. */
final class ImageNames {
  private ImageNames() {}

  /** Whether two names are the same image, or the second is just the tag of the first. */
  static boolean same(String full, String asked) {
    String name = plain(full);
    return name.equals(plain(asked)) || name.endsWith(":" + asked);
  }

  private static String plain(String name) {
    String rest = name;
    for (String prefix :
        new String[] {"docker.io/", "index.docker.io/", "localhost/", "library/"}) {
      if (rest.startsWith(prefix)) rest = rest.substring(prefix.length());
    }
    boolean tagged = rest.lastIndexOf(':') > rest.lastIndexOf('/') || rest.contains("@");
    return tagged ? rest : rest + ":latest";
  }
}
