package io.breakwater.oci.internal.layer;

import io.breakwater.oci.Content;
import io.breakwater.oci.internal.tar.TarInput;
import java.io.EOFException;
import java.io.IOException;

/** A tar archive in a file, walked in place: what is skipped is never touched. */
public final class RegionInput implements TarInput {
  private final FileRegion region;
  private final byte[] buffer = new byte[MAX_PEEK];
  private long position;
  private long bufferAt;
  private int buffered;

  /** Walks from the first byte. */
  public RegionInput(FileRegion region) {
    this.region = region;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public int peek(int wanted) throws IOException {
    boolean there = position >= bufferAt && position + wanted <= bufferAt + buffered;
    if (!there) {
      bufferAt = position;
      buffered = region.read(position, buffer, 0, buffer.length);
    }
    return (int) Math.min(wanted, bufferAt + buffered - position);
  }

  @Override
  public byte[] buffer() {
    return buffer;
  }

  @Override
  public int offset() {
    return (int) (position - bufferAt);
  }

  @Override
  public long skip(long n) {
    long skipped = Math.min(n, region.size() - position);
    position += skipped;
    return skipped;
  }

  @Override
  public Kept keep(long size) throws IOException {
    if (size > region.size() - position) throw new EOFException();
    Content content = region.slice(position, size);
    position += size;
    return () -> content;
  }
}
