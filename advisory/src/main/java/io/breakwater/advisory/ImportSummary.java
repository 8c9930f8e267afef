package io.breakwater.advisory;

import io.breakwater.model.DatabaseInfo;
import java.util.List;

/**
 * What came of an import.
 *
 * @param database the database that was made
 * @param bytes the size of its file
 * @param inputs what was found in each input
 */
public record ImportSummary(DatabaseInfo database, long bytes, List<Input> inputs) {
  /** Copies the list. */
  public ImportSummary {
    inputs = List.copyOf(inputs);
  }

  /**
   * One input.
   *
   * @param name as it was given
   * @param feeds what it was recognised as
   * @param skipped what was left out
   */
  public record Input(String name, List<Recognised> feeds, List<Skipped> skipped) {
    /** Copies the lists. */
    public Input {
      feeds = List.copyOf(feeds);
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Files of one form.
   *
   * @param feed the form's name
   * @param files how many
   * @param records how many records or facts they hold
   */
  public record Recognised(String feed, long files, long records) {}

  /**
   * What was left out for one reason.
   *
   * @param reason why
   * @param details what it was about: the end of the files' names, the form of a malformed feed, a
   *     reader's own words; may be empty
   * @param count how many files or records
   * @param examples some of the files that it was about
   */
  public record Skipped(SkipReason reason, String details, long count, List<String> examples) {
    /** Copies the list. */
    public Skipped {
      examples = List.copyOf(examples);
    }
  }
}
