package io.breakwater.advisory.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feed and where it is published.
 *
 * @param name by which it is called, also the name of its folder
 * @param urls its files; {@code {a,b}} stands for each of a and b, {@code {latest}} for what {@link
 *     #latest} answers
 * @param latest a small text whose first word goes into the addresses
 * @param checksum where the SHA-256 of a file is published, {@code {url}} being the file's address
 * @param form the form of its files, in words
 * @param licence of its data
 * @param enabled whether it is updated when no provider is named
 * @param largest the most bytes that one of its files may have
 */
public record FeedProvider(
    String name,
    List<String> urls,
    Optional<String> latest,
    Optional<String> checksum,
    String form,
    String licence,
    boolean enabled,
    long largest) {
  private static final int MOST_URLS = 1000;
  static final String LATEST = "{latest}";

  /** Copies the list, and checks that the name can be a folder's. */
  public FeedProvider {
    urls = List.copyOf(urls);
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "the name of a feed has small letters, digits and -, not: " + name);
    }
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == '-' && i > 0);
      if (!plain) return false;
    }
    return !name.isEmpty() && name.length() <= 64;
  }

  /** Every address, braces worked out; {@code {latest}} stays. */
  public List<String> addresses() {
    var out = new ArrayList<String>();
    for (String url : urls) out.addAll(expand(url));
    return out;
  }

  private static List<String> expand(String url) {
    List<String> open = List.of(url);
    while (true) {
      var next = new ArrayList<String>();
      boolean more = false;
      for (String one : open) {
        int from = brace(one);
        int to = from < 0 ? -1 : one.indexOf('}', from);
        if (to < 0) {
          next.add(one);
          continue;
        }
        more = true;
        for (String word : one.substring(from + 1, to).split(",", -1)) {
          next.add(one.substring(0, from) + word.strip() + one.substring(to + 1));
        }
      }
      if (next.size() > MOST_URLS) {
        throw new IllegalArgumentException("more than " + MOST_URLS + " addresses: " + url);
      }
      if (!more) return next;
      open = next;
    }
  }

  /** Where the first brace opens that is not {@code {latest}}. */
  private static int brace(String url) {
    int from = url.indexOf('{');
    while (from >= 0 && url.startsWith(LATEST, from)) from = url.indexOf('{', from + 1);
    return from;
  }

  /** The same with another place to fetch from, as it is. */
  FeedProvider from(String url) {
    return new FeedProvider(
        name, List.of(url), Optional.empty(), Optional.empty(), form, licence, enabled, largest);
  }
}
