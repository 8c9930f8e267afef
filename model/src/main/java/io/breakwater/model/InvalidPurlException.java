package io.breakwater.model;

/** Thrown for what is no package URL; tells which part is wrong and why. */
public final class InvalidPurlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The parts of a package URL, in their order. */
  public enum Part {
    SCHEME("scheme"),
    TYPE("type"),
    NAMESPACE("namespace"),
    NAME("name"),
    VERSION("version"),
    QUALIFIERS("qualifiers"),
    SUBPATH("subpath");

    private final String word;

    Part(String word) {
      this.word = word;
    }
  }

  private final Part part;

  InvalidPurlException(Part part, String value, String problem) {
    super("invalid package URL: " + part.word + " " + Quoted.of(value) + ": " + problem);
    this.part = part;
  }

  /** The part that is wrong. */
  public Part part() {
    return part;
  }
}
