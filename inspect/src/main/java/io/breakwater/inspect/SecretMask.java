package io.breakwater.inspect;

import io.breakwater.inspect.internal.secret.Secrets;
import java.util.List;

/** Hides secrets in what reports show of an image's history and settings. */
public final class SecretMask {
  private SecretMask() {}

  /** A command or another text, with every secret in it masked. */
  public static String masked(String text) {
    return Secrets.masked(List.of(text)).getFirst();
  }

  /** The words of a command: what is secret in one may be told by the one before it. */
  public static List<String> masked(List<String> words) {
    return Secrets.masked(words);
  }
}
