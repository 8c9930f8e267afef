package io.breakwater.advisory;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.feed.Feed;
import io.breakwater.advisory.internal.feed.FeedFile;
import io.breakwater.advisory.internal.feed.Feeds;
import io.breakwater.advisory.internal.feed.RecordSink;
import io.breakwater.advisory.internal.feed.Sample;
import io.breakwater.advisory.internal.input.InputWalker;
import io.breakwater.advisory.internal.input.LimitExceededException;
import io.breakwater.advisory.internal.input.Limits;
import io.breakwater.advisory.internal.store.DatabaseTooLargeException;
import io.breakwater.advisory.internal.store.DatabaseWriter;
import io.breakwater.advisory.internal.store.RecordTarget;
import io.breakwater.model.Advisory;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an advisory database of feeds in their native forms. The same feeds give the same bytes, in
 * whatever order and by however many threads they are read.
 */
public final class DatabaseImport {
  /** Folders in which programs keep made-up feeds for their own tests. */
  private static final Set<String> TEST_DATA = Set.of("testdata", "test-fixtures", "test_data");

  private DatabaseImport() {}

  /**
   * Reads every input and replaces the target when all is read.
   *
   * @param inputs files, folders and archives
   * @param target the database file; its folder must exist
   * @throws ProblemException when an input cannot be read or holds nothing that is known, or the
   *     target cannot be written
   */
  public static ImportSummary run(List<Path> inputs, Path target, ImportListener listener)
      throws ProblemException {
    return run(inputs, target, false, listener);
  }

  /** As {@link #run(List, Path, ImportListener)}; may make the database that is shipped. */
  static ImportSummary run(List<Path> inputs, Path target, boolean starter, ImportListener listener)
      throws ProblemException {
    for (Path input : inputs) {
      if (!Files.exists(input)) {
        throw ProblemException.of(ProblemCode.FILE_MISSING, input.toString());
      }
    }
    Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
    try (var writer = new DatabaseWriter(folder)) {
      var summaries = new ArrayList<ImportSummary.Input>();
      for (Path input : inputs) {
        listener.started(input.toString());
        ImportSummary.Input summary = read(input, writer, listener);
        summaries.add(summary);
        listener.finished(summary);
      }
      if (summaries.stream().allMatch(summary -> summary.feeds().isEmpty())) {
        throw ProblemException.of(
            ProblemCode.FEED_UNREADABLE,
            String.join(", ", inputs.stream().map(Path::toString).toList()),
            "nothing in it is a feed that we know");
      }
      listener.writing();
      DatabaseInfo info = writer.writeTo(target, starter);
      return new ImportSummary(info, Files.size(target), summaries);
    } catch (ProblemException known) {
      throw known;
    } catch (IOException | DatabaseTooLargeException failed) {
      throw ProblemException.of(
          ProblemCode.OUTPUT_FAILED, target.toString(), String.valueOf(failed.getMessage()));
    }
  }

  /** Reads one input into a target. */
  static ImportSummary.Input read(Path input, RecordTarget writer, ImportListener listener)
      throws ProblemException {
    var tally = new InputTally();
    try (var workers = new ImportWorkers()) {
      var visitor =
          new InputWalker.Visitor() {
            private long files;

            @Override
            public void file(String path, byte[] content) throws IOException {
              workers.submit(content.length, () -> read(path, content, writer, tally));
              if (++files % 1000 == 0) listener.progress(input.toString(), files);
            }

            @Override
            public void skipped(String path, SkipReason reason, String details) {
              tally.skipped(path, reason, details);
            }
          };
      new InputWalker(Limits.DEFAULT, visitor).walk(input);
      workers.finish();
    } catch (LimitExceededException tooMuch) {
      throw ProblemException.of(
          ProblemCode.FEED_UNREADABLE, input.toString(), String.valueOf(tooMuch.getMessage()));
    } catch (IOException failed) {
      throw ProblemException.of(
          ProblemCode.FEED_UNREADABLE, input.toString(), String.valueOf(failed.getMessage()));
    }
    return tally.summary(input.toString());
  }

  private static void read(String path, byte[] content, RecordTarget writer, InputTally tally)
      throws IOException {
    var file = new FeedFile(path, content);
    var sample = Sample.of(file);
    Optional<Feed> feed = Feeds.of(sample);
    if (feed.isEmpty()) {
      tally.skipped(path, SkipReason.UNKNOWN_FORM, ending(file.name()));
      return;
    }
    if (isTestData(file)) {
      tally.skipped(path, SkipReason.TEST_DATA, "");
      return;
    }
    var sink = new Sink(path, writer, tally);
    try {
      feed.get().read(file, sink);
    } catch (DatabaseTooLargeException full) {
      throw full;
    } catch (IOException malformed) {
      if (sink.failure.isPresent()) throw sink.failure.get();
      tally.skipped(path, SkipReason.MALFORMED, feed.get().name());
    }
    tally.recognised(feed.get().name(), sink.records);
  }

  /** Such as {@code .md}; empty for names without, or with an odd one. */
  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
  }

  /** A folder may also be called so for the package that its records are about. */
  private static boolean isTestData(FeedFile file) {
    for (String part : file.path().split("/", -1)) {
      if (TEST_DATA.contains(part) && !file.text().contains(part)) return true;
    }
    return false;
  }

  /** Where one file's records go. */
  private static final class Sink implements RecordSink {
    private final String path;
    private final RecordTarget writer;
    private final InputTally tally;
    private long records;
    private Optional<IOException> failure = Optional.empty();

    Sink(String path, RecordTarget writer, InputTally tally) {
      this.path = path;
      this.writer = writer;
      this.tally = tally;
    }

    @Override
    public void add(Advisory advisory) throws IOException {
      try {
        writer.add(advisory);
      } catch (IOException scratchFailed) {
        failure = Optional.of(scratchFailed);
        throw scratchFailed;
      }
      records++;
    }

    @Override
    public void add(CveFacts facts) {
      writer.add(facts);
      records++;
    }

    @Override
    public void skip(SkipReason reason) {
      tally.skipped(path, reason, "");
    }
  }
}
