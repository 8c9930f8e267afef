package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.internal.DefectException;
import io.breakwater.oci.internal.compress.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A layer whose archive is stored somewhere, compressed or not: the way of every source that has
 * blobs. Give it the promises of the manifest and a way to the bytes; it unpacks by magic number,
 * checks number and digests, and walks the archive.
 *
 * <p>What is wrong with the bytes themselves, when they are those that were promised, costs the
 * layer a line ({@link LayerVisitor#notAnalysed} of {@code /}) and what comes after the fault.
 * Bytes that are not those promised are a {@link io.breakwater.model.ProblemException}.
 */
public final class StoredLayer implements ImageLayer {
  /** Below this a second thread costs more than it brings. */
  private static final long SMALL = 512 << 10;

  private final LayerFacts facts;
  private final Blob blob;
  private final OpenOptions options;

  /** A layer; nothing is opened before it is read. */
  public StoredLayer(LayerFacts facts, Blob blob, OpenOptions options) {
    this.facts = facts;
    this.blob = blob;
    this.options = options;
  }

  @Override
  public Optional<Digest> digest() {
    return facts.digest();
  }

  @Override
  public Optional<Digest> diffId() {
    return facts.diffId();
  }

  @Override
  public long size() {
    return facts.size();
  }

  @Override
  public String instruction() {
    return facts.instruction();
  }

  @Override
  public boolean read(LayerVisitor visitor) throws IOException {
    var notes = new Notes(visitor);
    if (facts.mediaType().endsWith("+encrypted")) {
      notes.tell("", Reason.ENCRYPTED, facts.shortName());
      return false;
    }
    options.progress().started(facts.shortName(), facts.size());
    try {
      // No switch over types here: the JVM would make its code anew in each process.
      return blob instanceof Blob.InFile file
          ? readFile(file.open(), visitor, notes)
          : readStream((Blob.Streamed) blob, facts.size(), visitor, notes);
    } finally {
      options.progress().finished(facts.shortName());
    }
  }

  private boolean readFile(FileRegion region, LayerVisitor visitor, Notes notes)
      throws IOException {
    if (facts.size() > 0 && region.size() < facts.size()) {
      throw PromisedBytes.tooShort(facts, region.size());
    }
    if (facts.size() > 0 && region.size() > facts.size()) throw PromisedBytes.tooLong(facts);
    byte[] magic = new byte[Compression.MAGIC];
    int n = region.read(0, magic, 0, magic.length);
    if (Compression.of(magic, 0, n) != Compression.NONE) {
      return readStream(region::stream, region.size(), visitor, notes);
    }
    return new PlainFile(facts, region, options.progress()).read(visitor, notes);
  }

  private boolean readStream(Blob.Streamed source, long size, LayerVisitor visitor, Notes notes)
      throws IOException {
    var walk = new LayerWalk(visitor, notes);
    boolean proved;
    try (var keeper = new ContentKeeper(options.temporary(), false);
        var stored = new PromisedBytes(source.open(), facts, options.progress());
        var unpacked = new UnpackedBytes(stored, facts.diffId());
        InputStream in = size > 0 && size < SMALL ? unpacked : new ReadAhead(unpacked, stored)) {
      proved = readOnce(walk, new StreamInput(in, keeper), notes) && isAsPromised(unpacked);
    } catch (DefectException unpackable) {
      notes.tell("", unpackable.reason(), describe(unpackable));
      return false;
    }
    if (walk.links().areWanted()) deliverLinks(source, walk.links(), notes);
    return proved;
  }

  /** Walks the archive and reads on to its last byte; false when that could not be reached. */
  private boolean readOnce(LayerWalk walk, StreamInput in, Notes notes) throws IOException {
    try {
      walk.walk(in);
    } catch (DefectException defect) {
      notes.tell("", defect.reason(), describe(defect));
    }
    try {
      while (in.skip(Long.MAX_VALUE) > 0) {
        // checks what it skips
      }
      return true;
    } catch (DefectException defect) {
      notes.tell("", defect.reason(), describe(defect));
      return false;
    }
  }

  private boolean isAsPromised(UnpackedBytes unpacked) throws IOException {
    Optional<Digest> found = unpacked.digest();
    if (found.isEmpty()) return false;
    PromisedBytes.check(facts, facts.diffId().orElseThrow(), found.get());
    return true;
  }

  private void deliverLinks(Blob.Streamed source, HardLinks links, Notes notes) throws IOException {
    try (var keeper = new ContentKeeper(options.temporary(), true);
        var stored =
            new PromisedBytes(source.open(), facts, io.breakwater.oci.ProgressListener.NONE);
        var unpacked = new UnpackedBytes(stored, facts.diffId())) {
      links.deliver(new StreamInput(unpacked, keeper));
    } catch (DefectException defect) {
      notes.tell("", defect.reason(), describe(defect));
    }
  }

  private String describe(DefectException defect) {
    return facts.shortName() + ": " + defect.detail();
  }
}
