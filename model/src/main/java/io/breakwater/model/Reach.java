package io.breakwater.model;

import java.util.Locale;

/**
 * Whether what the image's entry point runs uses a package, as far as that can be told without
 * running it.
 *
 * @param state what is known
 * @param evidence the chain that says so, such as {@code /usr/sbin/nginx needs libssl.so.3}; empty
 *     when nothing is known
 */
public record Reach(State state, String evidence) {
  /** Nobody looked, or it cannot be told. */
  public static final Reach UNKNOWN = new Reach(State.UNKNOWN, "");

  /** What is known. */
  public enum State {
    /** The entry point loads it. */
    REACHED,
    /** Nothing that the entry point starts or loads is of this package. */
    UNREACHED,
    /** It cannot be told. */
    UNKNOWN;

    /** The word that documents write. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
