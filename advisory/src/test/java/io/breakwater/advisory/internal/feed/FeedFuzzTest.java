package io.breakwater.advisory.internal.feed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.model.Advisory;
import java.io.IOException;

/** Whatever a file holds, a feed reads it, or refuses it with an {@link IOException}. */
class FeedFuzzTest {
  private static final RecordSink NOWHERE =
      new RecordSink() {
        @Override
        public void add(Advisory advisory) {}

        @Override
        public void add(CveFacts facts) {}

        @Override
        public void skip(SkipReason reason) {}
      };

  /** Input: a file; every form reads it that says it is its own. */
  @FuzzTest
  void reading(byte[] content) {
    var file = new FeedFile("some/file", content);
    var sample = Sample.of(file);
    for (Feed feed : Feeds.ALL) {
      if (feed.recognises(sample)) read(feed, file);
    }
  }

  /** Input: a file that is given to every form, recognised or not. */
  @FuzzTest
  void readingUnasked(byte[] content) {
    var file = new FeedFile("some/file", content);
    for (Feed feed : Feeds.ALL) {
      boolean table = feed instanceof KevCsvFeed || feed instanceof KevEpssFeed;
      if (!table && !(feed instanceof EpssFeed)) read(feed, file);
    }
  }

  private static void read(Feed feed, FeedFile file) {
    try {
      feed.read(file, NOWHERE);
    } catch (IOException refused) {
      // That is an answer.
    }
  }
}
