package io.breakwater.oci.internal.bolt;

import io.breakwater.oci.Content;
import io.breakwater.oci.internal.bolt.Page.Element;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bbolt database: buckets in buckets, keys to values, in a B+ tree of pages that a writer never
 * changes in place. It is read without a lock; where a writer used a page again meanwhile, the file
 * looks malformed, and reading it once more helps. Bounded in depth and in pages. For one thread.
 */
public final class BoltFile {
  private static final int META_SIZE = 64;
  private static final int MAGIC = 0xED0CDAED;
  private static final int VERSION = 2;
  private static final int DEEPEST = 32;
  private static final int MOST_PAGES = 1_000_000;
  private static final int LONGEST_VALUE = 1 << 20;

  private final Content file;
  private final int pageSize;
  private final long rootPage;
  private int pages;

  private BoltFile(Content file, int pageSize, long rootPage) {
    this.file = file;
    this.pageSize = pageSize;
    this.rootPage = rootPage;
  }

  /**
   * Opens a database by the newer of its two sound heads.
   *
   * @throws InvalidBoltException when neither is sound
   */
  public static BoltFile of(Content file) throws IOException {
    Optional<Meta> best = Meta.at(file, 0);
    // The second head is on the second page, whose size only a head tells.
    for (int size = 512; size <= 1 << 16; size <<= 1) {
      Optional<Meta> second = Meta.at(file, size);
      if (second.isEmpty() || second.get().pageSize() != size) continue;
      if (best.isEmpty() || Long.compareUnsigned(second.get().txid(), best.get().txid()) > 0) {
        best = second;
      }
    }
    Meta meta = best.orElseThrow(() -> new InvalidBoltException("it has no sound head"));
    return new BoltFile(file, meta.pageSize(), meta.root());
  }

  /** The bucket that holds all others. */
  public Bucket root() throws IOException {
    return new Bucket(page(rootPage, 0), 0);
  }

  /** A bucket. */
  public final class Bucket {
    private final Page page;
    private final int depth;

    private Bucket(Page page, int depth) {
      this.page = page;
      this.depth = depth;
    }

    /** The bucket of a name in it. */
    public Optional<Bucket> bucket(String name) throws IOException {
      Optional<Element> found = find(page, name.getBytes(StandardCharsets.UTF_8), depth);
      return found.isPresent() && found.get().isBucket()
          ? Optional.of(open(found.get(), depth + 1))
          : Optional.empty();
    }

    /** The value of a key in it. */
    public Optional<byte[]> value(String key) throws IOException {
      Optional<Element> found = find(page, key.getBytes(StandardCharsets.UTF_8), depth);
      return found.isPresent() && !found.get().isBucket()
          ? Optional.of(read(found.get().valueAt(), found.get().valueSize()))
          : Optional.empty();
    }

    /** The names of the buckets in it. */
    public List<String> names() throws IOException {
      var out = new ArrayList<String>();
      collect(page, out, depth);
      return out;
    }
  }

  private Bucket open(Element element, int depth) throws IOException {
    if (element.valueSize() < 16) throw new InvalidBoltException("a bucket without a head");
    long root = longAt(element.valueAt());
    if (root != 0) return new Bucket(page(root, depth), depth);
    long end = element.valueAt() + element.valueSize();
    return new Bucket(Page.read(file, element.valueAt() + 16, end), depth);
  }

  /** Goes down to the only leaf where a key can be. */
  private Optional<Element> find(Page start, byte[] key, int depth) throws IOException {
    Page page = start;
    for (int level = depth; page.isBranch(); level++) {
      int child = 0;
      for (int low = 1, high = page.count() - 1; low <= high; ) {
        int middle = (low + high) >>> 1;
        if (compare(page.branch(middle), key) <= 0) {
          child = middle;
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      page = page(page.child(child), level + 1);
    }
    for (int low = 0, high = page.count() - 1; low <= high; ) {
      int middle = (low + high) >>> 1;
      Element element = page.leaf(middle);
      int order = compare(element, key);
      if (order == 0) return Optional.of(element);
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return Optional.empty();
  }

  private int compare(Element element, byte[] key) throws IOException {
    return java.util.Arrays.compareUnsigned(read(element.keyAt(), element.keySize()), key);
  }

  private void collect(Page page, List<String> names, int depth) throws IOException {
    for (int i = 0; i < page.count(); i++) {
      if (page.isBranch()) {
        collect(page(page.child(i), depth + 1), names, depth + 1);
        continue;
      }
      Element element = page.leaf(i);
      if (!element.isBucket()) continue;
      byte[] name = read(element.keyAt(), element.keySize());
      names.add(new String(name, StandardCharsets.UTF_8));
    }
  }

  private Page page(long id, int depth) throws IOException {
    if (depth > DEEPEST) throw new InvalidBoltException("it is nested too deeply");
    if (++pages > MOST_PAGES) throw new InvalidBoltException("it has too many pages");
    if (id < 2 || id > file.size() / pageSize) throw new InvalidBoltException("a page is missing");
    return Page.read(file, id * pageSize, file.size());
  }

  private long longAt(long at) throws IOException {
    return ByteBuffer.wrap(file.read(at, 8, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private byte[] read(long at, long size) throws IOException {
    return file.read(at, size, LONGEST_VALUE);
  }

  /** A head: where the tree starts, as of a transaction. */
  private record Meta(int pageSize, long root, long txid) {
    static Optional<Meta> at(Content file, long page) throws IOException {
      if (file.size() < page + Page.HEAD + META_SIZE) return Optional.empty();
      byte[] bytes = file.read(page + Page.HEAD, META_SIZE, META_SIZE);
      ByteBuffer meta = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (meta.getInt(0) != MAGIC || meta.getInt(4) != VERSION) return Optional.empty();
      if (meta.getLong(56) != fnv(bytes, 56)) return Optional.empty();
      int pageSize = meta.getInt(8);
      boolean sound = pageSize >= 512 && pageSize <= 1 << 16 && Integer.bitCount(pageSize) == 1;
      return sound
          ? Optional.of(new Meta(pageSize, meta.getLong(16), meta.getLong(48)))
          : Optional.empty();
    }

    /** FNV-1a, 64 bits. */
    private static long fnv(byte[] bytes, int length) {
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; i < length; i++) hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
      return hash;
    }
  }
}
