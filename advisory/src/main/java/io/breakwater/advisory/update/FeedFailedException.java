package io.breakwater.advisory.update;

/** Carries what went wrong with one feed to where it is kept and told. */
final class FeedFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient FeedTrouble trouble;

  FeedFailedException(FeedTrouble.Kind kind, String details) {
    super(kind + " " + details);
    this.trouble = new FeedTrouble(kind, details);
  }

  FeedTrouble trouble() {
    return trouble;
  }
}
