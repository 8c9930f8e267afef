package io.breakwater.inspect.internal.scan;

import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.zip.ZipArchive;
import io.breakwater.oci.zip.ZipBudget;
import io.breakwater.oci.zip.ZipMember;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The members of ZIP, tar and gzip files, and of those in them, as files. Bounded in depth, number,
 * bytes and ratio over all that one file holds. Used by one thread.
 */
final class Members {
  private static final int MOST_DEPTH = 4;
  private static final int MOST_MEMBER = 16 << 20;
  private static final long MOST_BYTES = 512L << 20;
  private static final int MOST_MEMBERS = 200_000;
  private static final int MOST_RATIO = 250;

  private final Taker taker;
  private final ZipBudget zips = new ZipBudget();
  private long bytes = MOST_BYTES;
  private int members = MOST_MEMBERS;

  /** Members go there. */
  Members(Taker taker) {
    this.taker = taker;
  }

  /** Takes members. */
  interface Taker {
    /** Whether a member's content is wanted: told before it is unpacked, by its name and size. */
    boolean wants(FileEntry entry);

    /** A member. */
    void take(FileEntry entry, Content content) throws IOException;
  }

  /** Whether a file may have members. */
  static boolean has(Head head) {
    return head.startsWith('P', 'K', 3, 4) || head.startsWith(0x1f, 0x8b) || isTar(head);
  }

  private static boolean isTar(Head head) {
    // The magic word lies behind what a head holds: a name, then the mode in eight digits.
    if (head.length() < 256) return false;
    int at = head.offset();
    if (head.bytes()[at] == 0) return false;
    for (int i = 100; i < 107; i++) {
      byte b = head.bytes()[at + i];
      if ((b < '0' || b > '7') && b != ' ') return false;
    }
    return head.bytes()[at + 107] == 0 || head.bytes()[at + 107] == ' ';
  }

  /** Shows the members of a file. */
  void of(String path, Content content, Head head) throws IOException {
    walk(path, content, head, 0);
  }

  private void walk(String path, Content content, Head head, int depth) throws IOException {
    if (depth == MOST_DEPTH) return;
    if (head.startsWith('P', 'K', 3, 4)) {
      zip(path, content, depth);
    } else if (head.startsWith(0x1f, 0x8b)) {
      gzip(path, content, depth);
    } else {
      try (InputStream in = new BufferedInputStream(content.stream(), 1 << 16)) {
        tar(path, in, depth);
      }
    }
  }

  private void zip(String path, Content content, int depth) throws IOException {
    ZipArchive zip = ZipArchive.open(content, zips, (name, offset, length) -> length > 0);
    for (ZipMember member : zip.members()) {
      if (member.encrypted() || member.size() <= 0 || member.size() > MOST_MEMBER) continue;
      FileEntry entry = entry(path, member.name(), member.size());
      if (!isNested(member.name()) && !taker.wants(entry)) continue;
      take(entry, zip.content(member, MOST_MEMBER), depth);
    }
  }

  /** What is worth unpacking for what lies in it. */
  private static boolean isNested(String name) {
    return name.endsWith(".jar")
        || name.endsWith(".war")
        || name.endsWith(".zip")
        || name.endsWith(".tar")
        || name.endsWith(".gz")
        || name.endsWith(".tgz");
  }

  private void gzip(String path, Content content, int depth) throws IOException {
    try (InputStream counted = new Counted(content.stream());
        InputStream in = new BufferedInputStream(new GZIPInputStream(counted, 1 << 15), 1 << 16)) {
      in.mark(1_024);
      byte[] start = in.readNBytes(512);
      in.reset();
      if (isTar(new Head(start, 0, Math.min(start.length, Head.MAX)))) {
        tar(path, in, depth);
        return;
      }
      String name = path.substring(path.lastIndexOf('/') + 1);
      String inner = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
      long most = Math.min(MOST_MEMBER, content.size() * MOST_RATIO);
      byte[] all = read(in, (int) most);
      take(entry(path, inner, all.length), Content.of(all), depth);
    }
  }

  private void tar(String path, InputStream in, int depth) throws IOException {
    var tar = new TarMembers(in);
    while (tar.next()) {
      if (--members < 0) throw new ContentTooLargeException(MOST_MEMBERS + 1L, MOST_MEMBERS);
      FileEntry entry = entry(path, tar.name(), tar.size());
      boolean wanted = tar.isFile() && tar.size() > 0 && tar.size() <= MOST_MEMBER;
      if (!wanted || (!isNested(tar.name()) && !taker.wants(entry))) continue;
      byte[] content = tar.content();
      spend(content.length);
      take(entry, Content.of(content), depth);
    }
  }

  private void take(FileEntry entry, Content content, int depth) throws IOException {
    if (--members < 0) throw new ContentTooLargeException(MOST_MEMBERS + 1L, MOST_MEMBERS);
    byte[] start = content.read(0, Math.min(Head.MAX, content.size()), Head.MAX);
    var head = new Head(start, 0, start.length);
    spend(content.size());
    taker.take(entry, content);
    if (has(head)) walk(entry.path(), content, head, depth + 1);
  }

  private void spend(long more) throws ContentTooLargeException {
    bytes -= more;
    if (bytes < 0) throw new ContentTooLargeException(MOST_BYTES - bytes, MOST_BYTES);
  }

  private static byte[] read(InputStream in, int most) throws IOException {
    byte[] all = in.readNBytes(most);
    if (all.length == most && in.read() >= 0) throw new ContentTooLargeException(most + 1L, most);
    return all;
  }

  private static FileEntry entry(String path, String name, long size) {
    String inner = name.startsWith("/") ? name.substring(1) : name;
    return new FileEntry(path + "!/" + inner, EntryType.FILE, size, 0644, 0, 0, "");
  }

  /** Takes what was inflated from the budget of what may be. */
  private final class Counted extends java.io.FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      if (n > 0) spend(n);
      return n;
    }
  }
}
