package io.breakwater.advisory.update;

import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.model.json.YamlPlace;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The feeds that can be updated, by name: those that ship with Breakwater, changed and added to by
 * a file of the user. A key that is not known is an error, told with its place.
 */
public final class FeedCatalog {
  private static final String SHIPPED = "feeds.yaml";
  private static final List<String> KEYS =
      List.of("urls", "latest", "checksum", "form", "licence", "enabled", "largest-mib");
  private static final long LARGEST_MIB = 2048;
  private static final int LONGEST_FILE = 1 << 20;

  private final Map<String, FeedProvider> providers;

  private FeedCatalog(Map<String, FeedProvider> providers) {
    this.providers = providers;
  }

  /** The feeds that ship with Breakwater. */
  public static FeedCatalog shipped() throws ProblemException {
    try (InputStream in = FeedCatalog.class.getResourceAsStream(SHIPPED)) {
      if (in == null) throw new IOException("this build has none");
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new FeedCatalog(Map.of()).with(text, SHIPPED);
    } catch (ProblemException known) {
      throw known;
    } catch (IOException missing) {
      throw unusable(SHIPPED, String.valueOf(missing.getMessage()));
    }
  }

  /**
   * The same, changed as a file says.
   *
   * @throws ProblemException when it cannot be read or is not as it should be
   */
  public FeedCatalog with(Path file) throws ProblemException {
    try {
      if (Files.size(file) > LONGEST_FILE) throw unusable(file.toString(), "it is too long");
      return with(Files.readString(file), file.toString());
    } catch (ProblemException known) {
      throw known;
    } catch (IOException unreadable) {
      throw unusable(file.toString(), unreadable.toString());
    }
  }

  /** Every feed, in the order of their names. */
  public Collection<FeedProvider> providers() {
    return providers.values();
  }

  /** A feed. */
  public Optional<FeedProvider> provider(String name) {
    return Optional.ofNullable(providers.get(name));
  }

  private FeedCatalog with(String text, String file) throws ProblemException {
    var all = new TreeMap<>(providers);
    Json.Obj document;
    try {
      document = Yaml.object(text);
    } catch (IOException malformed) {
      throw unusable(file, String.valueOf(malformed.getMessage()));
    }
    known(document, List.of("feeds"), List.of(), text, file);
    for (Map.Entry<String, Json> entry : document.object("feeds").members().entrySet()) {
      List<String> path = List.of("feeds", entry.getKey());
      if (!(entry.getValue() instanceof Json.Obj object)) {
        throw unusable(file, place(text, path) + entry.getKey() + " is no mapping");
      }
      known(object, KEYS, path, text, file);
      try {
        all.put(entry.getKey(), provider(entry.getKey(), object, all.get(entry.getKey())));
      } catch (IllegalArgumentException wrong) {
        throw unusable(file, place(text, path) + wrong.getMessage());
      }
    }
    return new FeedCatalog(all);
  }

  private static FeedProvider provider(
      String name, Json.Obj object, @org.jspecify.annotations.Nullable FeedProvider before) {
    List<String> urls = texts(object, "urls");
    if (urls.isEmpty() && before == null) {
      throw new IllegalArgumentException(name + " has no urls");
    }
    // Somebody else's mirror has neither the publisher's index nor its checksums.
    FeedProvider kept = urls.isEmpty() ? before : null;
    Optional<String> latest = kept == null ? Optional.empty() : kept.latest();
    Optional<String> checksum = kept == null ? Optional.empty() : kept.checksum();
    String largest = object.text("largest-mib");
    String enabled = object.text("enabled");
    if (!enabled.isEmpty() && !enabled.equals("true") && !enabled.equals("false")) {
      throw new IllegalArgumentException("enabled is true or false, not " + enabled);
    }
    var provider =
        new FeedProvider(
            name,
            kept == null ? urls : kept.urls(),
            said(object, "latest").or(() -> latest),
            said(object, "checksum").or(() -> checksum),
            said(object, "form").orElse(before == null ? "" : before.form()),
            said(object, "licence").orElse(before == null ? "" : before.licence()),
            enabled.isEmpty() ? before == null || before.enabled() : enabled.equals("true"),
            largest.isEmpty()
                ? before == null ? LARGEST_MIB << 20 : before.largest()
                : mib(largest));
    for (String address : provider.addresses()) check(address.replace(FeedProvider.LATEST, "x"));
    provider.latest().ifPresent(FeedCatalog::check);
    return provider;
  }

  private static void check(String address) {
    URI uri = URI.create(address);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
      throw new IllegalArgumentException("not an http or https address: " + address);
    }
  }

  private static long mib(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > 7 || Long.parseLong(text) == 0) {
      throw new IllegalArgumentException("largest-mib is a number of MiB, not " + text);
    }
    return Long.parseLong(text) << 20;
  }

  private static Optional<String> said(Json.Obj object, String key) {
    return Optional.of(object.text(key)).filter(text -> !text.isEmpty());
  }

  private static List<String> texts(Json.Obj object, String key) {
    String one = object.text(key);
    return one.isEmpty() ? object.texts(key) : List.of(one);
  }

  private static void known(
      Json.Obj object, List<String> keys, List<String> path, String text, String file)
      throws ProblemException {
    for (String key : object.members().keySet()) {
      if (keys.contains(key)) continue;
      var full = new ArrayList<>(path);
      full.add(key);
      throw unusable(file, place(text, full) + "unknown key " + key + suggestion(key, keys));
    }
  }

  private static String place(String text, List<String> path) {
    return YamlPlace.ofKey(text, path)
        .map(p -> "line " + p.line() + ", column " + p.column() + ": ")
        .orElse("");
  }

  private static String suggestion(String key, List<String> keys) {
    String best = "";
    int least = 3;
    for (String known : keys) {
      int distance = distance(key, known);
      if (distance < least) {
        least = distance;
        best = known;
      }
    }
    return best.isEmpty()
        ? "; known are " + String.join(", ", keys)
        : "; did you mean " + best + "?";
  }

  /** How many letters to change, add, leave out or swap with their neighbour. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) return 3;
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
        least = Math.min(least, table[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        table[i][j] = swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
      }
    }
    return table[a.length()][b.length()];
  }

  private static ProblemException unusable(String file, String reason) {
    return ProblemException.of(ProblemCode.SETTINGS_UNUSABLE, "the feeds", file, reason);
  }
}
