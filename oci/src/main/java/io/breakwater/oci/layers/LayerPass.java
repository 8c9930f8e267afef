package io.breakwater.oci.layers;

import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Writes down what one layer says; {@link Pile} lays it onto the others when all is read. */
final class LayerPass implements LayerVisitor {
  private static final List<EntryType> TYPES = List.of(EntryType.values());
  private static final long LARGEST_CHECKED = 1L << 30;
  private static final int MOST_NOTES = 100;

  private final PathTree tree;
  private final List<NotAnalysed> notes;
  private final Optional<Digest> layer;
  private final byte[] buffer = new byte[64 << 10];
  final Rows rows = new Rows();
  long[] owners = new long[64];
  short[] modes = new short[64];

  /** Checksums of contents; what has none is unlike everything. */
  int[] checksums = new int[64];

  boolean[] checked = new boolean[64];
  long bytes;
  private boolean full;

  private final int mostRows;

  LayerPass(PathTree tree, Optional<Digest> layer, int mostRows, List<NotAnalysed> notes) {
    this.tree = tree;
    this.mostRows = mostRows;
    this.layer = layer;
    this.notes = notes;
  }

  static EntryType type(int kind) {
    return TYPES.get(kind);
  }

  static int kind(EntryType type) {
    return TYPES.indexOf(type);
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    if (entry.path().isEmpty() && entry.type() != EntryType.OPAQUE) return false;
    int node = rows.count < mostRows ? tree.add(entry.path()) : -1;
    if (node < 0) {
      if (!full) notAnalysed("/", NotAnalysed.Reason.LIMIT, "more paths than can be compared");
      full = true;
      return false;
    }
    int row = rows.count;
    rows.add(node, kind(entry.type()), entry.size());
    if (row == modes.length) {
      owners = Arrays.copyOf(owners, 2 * row);
      modes = Arrays.copyOf(modes, 2 * row);
      checksums = Arrays.copyOf(checksums, 2 * row);
      checked = Arrays.copyOf(checked, 2 * row);
    }
    owners[row] = (long) entry.uid() << 32 | (entry.gid() & 0xffffffffL);
    modes[row] = (short) entry.mode();
    if (entry.type() != EntryType.FILE) return false;
    bytes += entry.size();
    return entry.size() > 0 && entry.size() <= LARGEST_CHECKED;
  }

  @Override
  public void content(FileEntry entry, Content content) throws IOException {
    var checksum = new CRC32C();
    long at = 0;
    for (int n; (n = content.read(at, buffer, 0, buffer.length)) > 0; at += n) {
      checksum.update(buffer, 0, n);
    }
    checksums[rows.count - 1] = (int) checksum.getValue();
    checked[rows.count - 1] = true;
  }

  @Override
  public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
    if (notes.size() < MOST_NOTES) notes.add(new NotAnalysed(path, layer, reason, detail));
  }
}
