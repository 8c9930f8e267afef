package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.model.Advisory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what a feed gives. */
final class Gathered implements RecordSink {
  final List<Advisory> advisories = new ArrayList<>();
  final List<CveFacts> facts = new ArrayList<>();
  final Map<SkipReason, Integer> skipped = new TreeMap<>();

  @Override
  public void add(Advisory advisory) {
    advisories.add(advisory);
  }

  @Override
  public void add(CveFacts more) {
    facts.add(more);
  }

  @Override
  public void skip(SkipReason reason) {
    skipped.merge(reason, 1, Integer::sum);
  }
}
