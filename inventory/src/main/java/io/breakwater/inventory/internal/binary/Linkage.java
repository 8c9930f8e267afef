package io.breakwater.inventory.internal.binary;

import java.util.List;

/**
 * What an ELF file needs to run and what it can bring into play.
 *
 * @param machine word size, byte order and processor in one number: files that run together agree
 * @param program whether it can be started, as libraries cannot
 * @param interpreter the program that loads it; empty for libraries and static programs
 * @param soname the name that others need it by; may be empty
 * @param needed the libraries it needs
 * @param rpath where these are searched, in the order of old: also those of its libraries
 * @param runpath where these are searched
 * @param powers what else it can do
 */
public record Linkage(
    int machine,
    boolean program,
    String interpreter,
    String soname,
    List<String> needed,
    String rpath,
    String runpath,
    Powers powers) {
  /** Of a file that could not be read. */
  public static final Linkage UNREAD =
      new Linkage(0, false, "", "", List.of(), "", "", Powers.HIDDEN);

  /** Copies the list. */
  public Linkage {
    needed = List.copyOf(needed);
  }

  /** How much text it is. */
  public int characters() {
    int sum = interpreter.length() + soname.length() + rpath.length() + runpath.length();
    for (String name : needed) sum += name.length() + 2;
    return sum;
  }

  /** Whether it needs nothing to run. */
  public boolean isStatic() {
    return interpreter.isEmpty() && needed.isEmpty();
  }

  /**
   * What a program can do beside what it says it needs.
   *
   * @param loads libraries whose names it makes up as it runs
   * @param starts other programs
   * @param hidden whether that cannot be told, as in most static programs
   */
  public record Powers(boolean loads, boolean starts, boolean hidden) {
    /** Neither of it. */
    public static final Powers NONE = new Powers(false, false, false);

    /** It cannot be told. */
    public static final Powers HIDDEN = new Powers(false, false, true);
  }
}
