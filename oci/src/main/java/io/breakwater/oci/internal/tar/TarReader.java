package io.breakwater.oci.internal.tar;

import static io.breakwater.oci.internal.DefectException.malformed;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Content;
import io.breakwater.oci.Head;
import io.breakwater.oci.internal.DefectException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tar archive: old, ustar, star, GNU (long names, sparse, base-256) and PAX, sparse files
 * in all four encodings.
 *
 * <p>Where the formats leave room it decides as Go's {@code archive/tar} does, because that library
 * unpacks images on every runtime: an archive must not mean one thing to the scanner and another to
 * the kernel. So the archive ends at its first end mark, links and directories have no content
 * whatever their size says, and PAX global headers name nothing.
 */
public final class TarReader {
  private static final int MAX_SPECIAL = 1 << 20;
  private static final int MAX_SPECIALS_IN_A_ROW = 100;

  private final TarInput in;
  private @Nullable TarEntry current;
  private @Nullable SparseMap sparse;
  private long stored;
  private long contentAt;
  private long nextHeader;

  /** Reads from where the input is. */
  public TarReader(TarInput in) {
    this.in = in;
    this.nextHeader = in.position();
  }

  /**
   * The next entry; empty at the end mark, or where the input ends between two entries.
   *
   * @throws DefectException when the archive cannot be followed any further
   */
  public Optional<TarEntry> next() throws IOException {
    goToNextHeader();
    String longName = "";
    String longLink = "";
    PaxRecords pax = PaxRecords.NONE;
    for (int special = 0; special < MAX_SPECIALS_IN_A_ROW; special++) {
      int there = in.peek(TarBlock.SIZE);
      if (there == 0 && special == 0) return Optional.empty();
      if (there < TarBlock.SIZE) throw truncated("inside a header");
      var block = new TarBlock(in.buffer(), in.offset());
      if (block.isZero()) return end();
      if (!block.checksumHolds()) throw malformed(at("has a wrong checksum"));
      if (block.size() < 0) throw malformed(at("has no valid size"));
      switch (block.typeFlag()) {
        case 'x', 'X' -> pax = PaxRecords.parse(special(block.size()));
        case 'g' -> {
          PaxRecords.parse(special(block.size()));
          pax = PaxRecords.NONE; // it is an entry of its own: what came before was about it
          longName = longLink = "";
        }
        case 'L' -> longName = text(special(block.size()));
        case 'K' -> longLink = text(special(block.size()));
        case 'V', 'M', 'D', 'N' -> skipAll(block.size());
        default -> {
          return Optional.of(entry(block, pax, longName, longLink));
        }
      }
    }
    throw new DefectException(Reason.LIMIT, at("follows too many extension headers"));
  }

  /** The first bytes of the current file, at most {@link Head#MAX}; valid until the next call. */
  public Head head() throws IOException {
    long size = entry().size();
    int wanted = (int) Math.min(Head.MAX, size);
    int there = in.peek((int) Math.min(wanted, stored));
    if (sparse == null) return new Head(in.buffer(), in.offset(), there);
    byte[] expanded = new byte[wanted];
    Content pieces = Content.of(in.buffer(), in.offset(), there);
    try {
      int n = sparse.expand(pieces, size).read(0, expanded, 0, wanted);
      return new Head(expanded, 0, n);
    } catch (EOFException _) {
      return Head.EMPTY; // the content is cut, which next() will tell
    }
  }

  /**
   * The content of the current file. To be closed; see {@link TarInput.Kept} for how long it holds.
   *
   * @throws DefectException when it is cut or is more than is kept
   */
  public TarInput.Kept keep() throws IOException {
    TarInput.Kept kept;
    try {
      kept = in.keep(stored);
    } catch (EOFException _) {
      in.skip(stored);
      throw cut();
    }
    SparseMap map = sparse;
    if (map == null) return kept;
    Content expanded = map.expand(kept.content(), entry().size());
    return new TarInput.Kept() {
      @Override
      public Content content() {
        return expanded;
      }

      @Override
      public void close() throws IOException {
        kept.close();
      }
    };
  }

  /** Where in the input the current content starts, sparse or not. */
  public long contentAt() {
    return contentAt;
  }

  /** How many bytes the current content takes in the input. */
  public long storedSize() {
    return stored;
  }

  /** Whether the current content is not stored as it unpacks. */
  public boolean isSparse() {
    return sparse != null;
  }

  private TarEntry entry() {
    TarEntry entry = current;
    if (entry == null) throw new IllegalStateException("no current entry");
    return entry;
  }

  private TarEntry entry(TarBlock block, PaxRecords pax, String longName, String longLink)
      throws IOException {
    String name = longName.isEmpty() ? pax.text("path").orElseGet(block::name) : longName;
    String link = pax.text("linkpath").orElseGet(block::linkName);
    if (!longLink.isEmpty()) link = longLink;
    byte flag = block.typeFlag();
    byte type = type(flag, name);
    if (type == TarEntry.FILE && flag != 'S') name = pax.sparseName().orElse(name);
    stored = type == TarEntry.FILE ? pax.number("size", "size").orElse(block.size()) : 0;
    int mode = block.mode();
    int uid = pax.id("uid", block.uid());
    int gid = pax.id("gid", block.gid());
    TarEntry.Device device = isDevice(type) ? block.device() : TarEntry.Device.NONE;
    long realSize = flag == 'S' ? block.number(483, 12) : stored;
    List<Long> oldSparse = flag == 'S' ? pairs(block, 386, 4) : List.of();
    boolean more = flag == 'S' && block.byteAt(482) != 0;
    in.skip(TarBlock.SIZE);
    sparse = null;
    if (flag == 'S') {
      if (realSize < 0) throw malformed("a sparse file has no valid size");
      sparse = SparseMap.of(more ? morePairs(oldSparse) : oldSparse, realSize, stored);
    } else if (type == TarEntry.FILE) {
      realSize = paxSparse(pax);
    }
    contentAt = in.position();
    if (stored > Long.MAX_VALUE - contentAt - TarBlock.SIZE) throw malformed("a size overflows");
    nextHeader = contentAt + padded(stored);
    current =
        new TarEntry(
            name,
            type,
            realSize,
            mode,
            uid,
            gid,
            link,
            device,
            pax.overlayOpaque(),
            pax.capabilities());
    return entry();
  }

  private static byte type(byte flag, String name) {
    return switch (flag) {
      case '1', '2', '3', '4', '5', '6' -> flag;
      case 0 -> name.endsWith("/") ? TarEntry.DIRECTORY : TarEntry.FILE;
      default -> TarEntry.FILE;
    };
  }

  private static boolean isDevice(byte type) {
    return type == TarEntry.CHARACTER_DEVICE || type == TarEntry.BLOCK_DEVICE;
  }

  /** Sets up a sparse file of PAX and returns its size as it unpacks. */
  private long paxSparse(PaxRecords pax) throws IOException {
    Optional<List<Long>> pairs =
        pax.sparseMapInContent() ? Optional.of(pairsInContent()) : pax.sparsePairs();
    if (pairs.isEmpty()) return stored;
    long realSize = pax.number("GNU.sparse.size", "GNU.sparse.realsize").orElse(stored);
    sparse = SparseMap.of(pairs.get(), realSize, stored);
    return realSize;
  }

  /** GNU format 1.0: decimal lines, a count and so many pairs, padded to a block. */
  private List<Long> pairsInContent() throws IOException {
    var lines = new DecimalLines();
    long count = lines.next();
    if (count > SparseMap.MAX_PIECES) throw new DefectException(Reason.LIMIT, "a sparse map");
    var pairs = new ArrayList<Long>();
    for (long i = 0; i < 2 * count; i++) pairs.add(lines.next());
    return pairs;
  }

  /** Decimal numbers, one a line, in the blocks at the start of the content. */
  private final class DecimalLines {
    private byte[] block = new byte[0];
    private int at;

    long next() throws IOException {
      long value = 0;
      for (int digits = 0; ; digits++) {
        if (at == block.length) nextBlock();
        byte b = block[at++];
        if (b == '\n' && digits > 0) return value;
        if (b < '0' || b > '9' || digits == 18) throw malformed("a sparse map is no list");
        value = value * 10 + b - '0';
      }
    }

    private void nextBlock() throws IOException {
      if (stored < TarBlock.SIZE) throw malformed("a sparse map is cut");
      if (in.peek(TarBlock.SIZE) < TarBlock.SIZE) throw truncated("inside a sparse map");
      block = java.util.Arrays.copyOfRange(in.buffer(), in.offset(), in.offset() + TarBlock.SIZE);
      at = 0;
      in.skip(TarBlock.SIZE);
      stored -= TarBlock.SIZE;
    }
  }

  /** The extension blocks of GNU's old sparse header. */
  private List<Long> morePairs(List<Long> first) throws IOException {
    var pairs = new ArrayList<>(first);
    while (true) {
      if (in.peek(TarBlock.SIZE) < TarBlock.SIZE) throw truncated("inside a sparse header");
      var block = new TarBlock(in.buffer(), in.offset());
      pairs.addAll(pairs(block, 0, 21));
      boolean more = block.byteAt(504) != 0;
      in.skip(TarBlock.SIZE);
      if (!more) return pairs;
      if (pairs.size() > 2 * SparseMap.MAX_PIECES) {
        throw new DefectException(Reason.LIMIT, "a sparse map");
      }
    }
  }

  private static List<Long> pairs(TarBlock block, int offset, int most) throws DefectException {
    var pairs = new ArrayList<Long>();
    for (int i = 0; i < most; i++) {
      int at = offset + 24 * i;
      if (block.byteAt(at) == 0) break;
      long from = block.number(at, 12);
      long length = block.number(at + 12, 12);
      if (from < 0 || length < 0) throw malformed("a sparse map has a number that is none");
      pairs.add(from);
      pairs.add(length);
    }
    return pairs;
  }

  private void goToNextHeader() throws IOException {
    long rest = nextHeader - in.position();
    if (rest <= 0) return;
    long contentRest = contentAt + stored - in.position();
    long skipped = in.skip(rest);
    if (skipped < contentRest) throw cut(); // missing padding alone costs nothing
  }

  private Optional<TarEntry> end() throws IOException {
    int there = in.peek(2 * TarBlock.SIZE);
    if (there == 2 * TarBlock.SIZE
        && !new TarBlock(in.buffer(), in.offset() + TarBlock.SIZE).isZero()) {
      throw malformed(at("is half an end mark"));
    }
    return Optional.empty();
  }

  /** The payload of an extension header, and past it. */
  private byte[] special(long size) throws IOException {
    if (size > MAX_SPECIAL) {
      throw new DefectException(Reason.LIMIT, at("is an extension of " + size + " bytes"));
    }
    in.skip(TarBlock.SIZE);
    byte[] payload = new byte[(int) size];
    for (int done = 0; done < payload.length; ) {
      int n = in.peek(Math.min(TarInput.MAX_PEEK, payload.length - done));
      if (n == 0) throw truncated("inside an extension header");
      System.arraycopy(in.buffer(), in.offset(), payload, done, n);
      in.skip(n);
      done += n;
    }
    in.skip(padded(size) - size);
    return payload;
  }

  private void skipAll(long size) throws IOException {
    in.skip(TarBlock.SIZE);
    if (in.skip(size) < size) throw truncated("inside a header's data");
    in.skip(padded(size) - size);
  }

  private static String text(byte[] payload) {
    int end = 0;
    while (end < payload.length && payload[end] != 0) end++;
    return TarText.decode(payload, 0, end);
  }

  private static long padded(long size) {
    return (size + TarBlock.SIZE - 1) & -TarBlock.SIZE;
  }

  private String at(String fault) {
    return "the header at byte " + in.position() + " " + fault;
  }

  private DefectException truncated(String where) {
    return new DefectException(
        Reason.TRUNCATED, "the archive ends after " + in.position() + " bytes, " + where);
  }

  private DefectException cut() {
    return new DefectException(
        Reason.TRUNCATED,
        TarBlock.printable(entry().name())
            + " ends after "
            + Math.max(0, in.position() - contentAt)
            + " of "
            + stored
            + " bytes");
  }
}
