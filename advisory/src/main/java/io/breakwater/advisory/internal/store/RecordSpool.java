package io.breakwater.advisory.internal.store;

import io.breakwater.model.Advisory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Advisories on their way into a database: bytes in a scratch file, keys in memory. Whatever order
 * they come in, {@link #sorted} gives them in one order, so that a database depends on what was
 * imported and on nothing else.
 */
final class RecordSpool implements AutoCloseable {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::id)
          .thenComparing(Entry::provider)
          .thenComparingLong(Entry::modified)
          .thenComparing(Entry::digest, Arrays::compareUnsigned);

  private final Path file;
  private final FileChannel channel;
  private final List<Entry> entries = new ArrayList<>();
  private final ByteWriter pending = new ByteWriter(1 << 20);
  private long written;

  /** One spooled advisory. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed on
  record Entry(String id, String provider, long modified, byte[] digest, long offset, int length) {
    boolean sameRecord(Entry other) {
      return id.equals(other.id) && provider.equals(other.provider);
    }
  }

  RecordSpool(Path folder) throws IOException {
    file = Files.createTempFile(folder, ".bw-import-", ".tmp");
    channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The advisory as bytes: its head, then each package with its statement. */
  static byte[] encode(Advisory advisory) {
    var out = new ByteWriter(1024);
    var head = new ByteWriter(1024);
    RecordCodec.writeHead(head, advisory);
    out.number(head.size()).raw(head);
    var affected =
        advisory.withdrawn().isPresent() ? List.<Advisory.Affected>of() : advisory.affected();
    out.number(affected.size());
    for (Advisory.Affected one : affected) {
      out.text(one.ecosystem()).text(one.name());
      head.clear();
      RecordCodec.writeStatement(head, one);
      out.number(head.size()).raw(head);
    }
    return out.toBytes();
  }

  void add(Advisory advisory) throws IOException {
    add(advisory.id(), advisory.provider(), modified(advisory), encode(advisory));
  }

  /** When an advisory was changed, in seconds; 0 when it does not tell. */
  static long modified(Advisory advisory) {
    return advisory.modified().map(i -> Math.max(0, i.getEpochSecond())).orElse(0L);
  }

  /** Adds what {@link #encode} made of an advisory. */
  void add(String id, String provider, long modified, byte[] bytes) throws IOException {
    byte[] digest = Arrays.copyOf(PagedFile.sha256().digest(bytes), 16);
    synchronized (this) {
      long offset = written + pending.size();
      entries.add(new Entry(id, provider.intern(), modified, digest, offset, bytes.length));
      pending.raw(bytes, 0, bytes.length);
      if (pending.size() >= 1 << 20) flush();
    }
  }

  private void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(pending.toBytes());
    while (bytes.hasRemaining()) written += channel.write(bytes, written);
    pending.clear();
  }

  /**
   * Everything in its order, without repetitions. Where a feed holds several states of one record,
   * by their dates, the newest holds.
   */
  synchronized List<Entry> sorted() throws IOException {
    flush();
    entries.sort(ORDER);
    var out = new ArrayList<Entry>(entries.size());
    if (entries.isEmpty()) return out;
    Entry newest = entries.getLast();
    out.add(newest);
    Entry after = newest;
    for (Entry entry : entries.subList(0, entries.size() - 1).reversed()) {
      boolean same = newest.sameRecord(entry);
      if (!same) newest = entry;
      boolean stale = same && entry.modified() > 0 && entry.modified() < newest.modified();
      boolean repeated = same && Arrays.equals(after.digest(), entry.digest());
      if (!stale && !repeated) out.add(entry);
      after = entry;
    }
    return out.reversed();
  }

  ByteCursor read(Entry entry) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(entry.length());
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, entry.offset() + bytes.position()) < 0) {
        throw new IOException("the scratch file " + file + " was cut");
      }
    }
    return ByteCursor.of(bytes.array());
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
