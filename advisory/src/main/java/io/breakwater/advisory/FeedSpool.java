package io.breakwater.advisory;

import io.breakwater.advisory.internal.store.CorruptDatabaseException;
import io.breakwater.advisory.internal.store.DatabaseTooLargeException;
import io.breakwater.advisory.internal.store.DatabaseWriter;
import io.breakwater.advisory.internal.store.SpoolFile;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A feed read once, its records set aside: a database of several feeds is made of their spools in
 * seconds, and only a feed that changed is read again. A spool is for the program that wrote it,
 * see {@link CodeVersion}.
 */
public final class FeedSpool {
  private FeedSpool() {}

  /**
   * Reads a feed.
   *
   * @param input a file, folder or archive
   * @param spool the file to write
   * @return what was found; nothing but skipped files when it is no feed that we know
   * @throws ProblemException when the input cannot be read or the spool not be written
   */
  public static ImportSummary.Input write(Path input, Path spool, ImportListener listener)
      throws ProblemException {
    try (var writer = new SpoolFile.Writer(spool)) {
      ImportSummary.Input summary = DatabaseImport.read(input, writer, listener);
      writer.finish();
      return summary;
    } catch (ProblemException known) {
      throw known;
    } catch (IOException failed) {
      throw outputFailed(spool, failed);
    }
  }

  /**
   * Makes a database of spools: the same bytes as of the feeds themselves.
   *
   * @throws UnusableException when a spool is damaged: its feed is to be read again
   * @throws ProblemException when the target cannot be written
   */
  public static DatabaseInfo merge(List<Path> spools, Path target)
      throws ProblemException, UnusableException {
    Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
    try (var writer = new DatabaseWriter(folder)) {
      for (Path spool : spools) {
        try {
          SpoolFile.replay(spool, writer);
        } catch (CorruptDatabaseException | IOException damaged) {
          throw new UnusableException(spool, damaged);
        }
      }
      return writer.writeTo(target, false);
    } catch (IOException | DatabaseTooLargeException failed) {
      throw outputFailed(target, failed);
    }
  }

  private static ProblemException outputFailed(Path file, Exception failed) {
    return ProblemException.of(
        ProblemCode.OUTPUT_FAILED, file.toString(), String.valueOf(failed.getMessage()));
  }

  /** A spool that cannot be used. */
  public static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path spool;

    UnusableException(Path spool, Throwable cause) {
      super("the spool " + spool + " is damaged", cause);
      this.spool = spool;
    }

    /** Which one. */
    public Path spool() {
      return spool;
    }
  }
}
