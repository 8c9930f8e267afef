package io.breakwater.oci.internal.containers;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The archive that a layer was unpacked from, byte for byte, put together again from tar-split's
 * notes and the unpacked files. Its digest is the layer's diffID unless a file was changed since.
 */
public final class TarSplitStream extends InputStream {
  private final InputStream notes;
  private final TarSplit parts;
  private final LayerTree tree;

  private InputStream current = InputStream.nullInputStream();
  private String currentName = "";
  private long left;
  private boolean ended;

  /**
   * @param notes the file of notes, packed with gzip
   * @param root the folder with the layer's files
   */
  public TarSplitStream(Path notes, Path root) throws IOException {
    this(Files.newInputStream(notes), root);
  }

  TarSplitStream(InputStream packed, Path root) throws IOException {
    try {
      this.notes = new BufferedInputStream(new GZIPInputStream(packed, 1 << 16), 1 << 16);
    } catch (IOException malformed) {
      packed.close();
      throw malformed;
    }
    this.parts = new TarSplit(notes);
    this.tree = new LayerTree(root);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    while (left == 0) {
      if (!advance()) return -1;
    }
    int n = current.read(into, offset, (int) Math.min(length, left));
    if (n <= 0) {
      throw new EOFException("the file " + currentName + " of the layer is shorter than it was");
    }
    left -= n;
    return n;
  }

  private boolean advance() throws IOException {
    current.close();
    current = InputStream.nullInputStream();
    if (ended) return false;
    Optional<TarSplit.Part> next = parts.next();
    if (next.isEmpty()) {
      ended = true;
      return false;
    }
    switch (next.get()) {
      case TarSplit.Part.Segment(byte[] bytes) -> {
        left = bytes.length;
        current = new java.io.ByteArrayInputStream(bytes);
      }
      case TarSplit.Part.File(String name, long size) -> {
        if (size > 0) current = open(name);
        currentName = name;
        left = size;
      }
    }
    return true;
  }

  private InputStream open(String name) throws IOException {
    try {
      return tree.open(name);
    } catch (InvalidPathException _) {
      throw new InvalidTarSplitException("the name of a file is no path");
    }
  }

  @Override
  public void close() throws IOException {
    ended = true;
    left = 0;
    try (notes) {
      current.close();
    }
  }
}
