package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.ProgressListener;
import io.breakwater.oci.internal.DefectException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;

/**
 * A layer that lies in a file as it is: its headers are walked in place, while another thread
 * computes the digest of the whole.
 */
final class PlainFile {
  private static final long SMALL = 512 << 10;

  private final LayerFacts facts;
  private final FileRegion region;
  private final ProgressListener progress;
  private volatile boolean cancelled;

  PlainFile(LayerFacts facts, FileRegion region, ProgressListener progress) {
    this.facts = facts;
    this.region = region;
    this.progress = progress;
  }

  boolean read(LayerVisitor visitor, Notes notes) throws IOException {
    Optional<Background<Boolean>> other =
        region.size() < SMALL
            ? Optional.empty()
            : Optional.of(Background.start("breakwater-hash", this::check));
    try {
      walk(visitor, notes);
    } catch (IOException | RuntimeException | Error failure) {
      cancelled = true;
      other.ifPresent(Background::join);
      throw failure;
    }
    return other.isPresent() ? other.get().get() : check();
  }

  private void walk(LayerVisitor visitor, Notes notes) throws IOException {
    var walk = new LayerWalk(visitor, notes);
    try {
      walk.walk(new RegionInput(region));
      if (walk.links().areWanted()) walk.links().deliver(new RegionInput(region));
    } catch (DefectException defect) {
      notes.tell("", defect.reason(), facts.shortName() + ": " + defect.detail());
    } catch (EOFException gone) {
      throw PromisedBytes.unreadable(facts, gone);
    }
  }

  /** Checks both promises, and tells whether there was one of the archive itself. */
  private boolean check() throws IOException {
    Optional<Digest> digest = facts.digest();
    Optional<Digest> diffId = facts.diffId();
    if (digest.isPresent()) check(digest.get());
    if (diffId.isPresent() && !diffId.equals(digest)) check(diffId.get());
    return diffId.isPresent();
  }

  private void check(Digest promised) throws IOException {
    Digest found;
    try {
      found = Hashing.of(region, promised.algorithm(), this::advanced);
    } catch (InterruptedIOException cancelled) {
      throw cancelled;
    } catch (IOException failure) {
      throw PromisedBytes.unreadable(facts, failure);
    }
    PromisedBytes.check(facts, promised, found);
  }

  private void advanced(int bytes) throws InterruptedIOException {
    if (cancelled) throw new InterruptedIOException("the layer is no longer read");
    progress.advanced(facts.shortName(), bytes);
  }
}
