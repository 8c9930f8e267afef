package io.breakwater.inventory.internal.cpp;

import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.model.PackageTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A reference of Conan's: {@code name/version@user/channel#recipe%time:package#revision}.
 *
 * @param user empty for those of the central index
 */
record ConanReference(String name, String version, String user, String channel, String recipe) {

  /** Empty for a text that is none, or a version range. */
  static Optional<ConanReference> parse(String text) {
    int slash = text.indexOf('/');
    if (slash <= 0) return Optional.empty();
    int end = end(text, slash + 1, "@#:%");
    String version = text.substring(slash + 1, end).strip();
    String user = "";
    String channel = "";
    if (end < text.length() && text.charAt(end) == '@') {
      int stop = end(text, end + 1, "#:%");
      String[] owner = text.substring(end + 1, stop).split("/", -1);
      if (owner.length == 2) {
        user = owner[0];
        channel = owner[1];
      }
      end = stop;
    }
    String recipe = "";
    if (end < text.length() && text.charAt(end) == '#') {
      recipe = text.substring(end + 1, end(text, end + 1, "#:%"));
    }
    if (version.startsWith("[")) version = "";
    return Optional.of(
        new ConanReference(text.substring(0, slash).strip(), version, user, channel, recipe));
  }

  private static int end(String text, int from, String stops) {
    int at = from;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) at++;
    return at;
  }

  /** What to report of it. */
  Declared declared() {
    Map<String, String> qualifiers = new TreeMap<>();
    if (!channel.isEmpty() && !channel.equals("_")) qualifiers.put("channel", channel);
    if (!recipe.isEmpty() && !recipe.equals("0")) qualifiers.put("rrev", recipe);
    if (!user.isEmpty() && !user.equals("_")) qualifiers.put("user", user);
    return new Declared(
        Coordinates.plain("conan", name, version),
        qualifiers,
        PackageTraits.DECLARED,
        List.of(),
        0);
  }

  /** The names and versions of references. */
  static List<String> needs(List<String> references) {
    var needs = new ArrayList<String>();
    for (String reference : references) {
      parse(reference).ifPresent(found -> needs.add(found.name + "@" + found.version));
    }
    return needs;
  }
}
