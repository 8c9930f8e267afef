package io.breakwater.advisory.internal.store;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.model.Advisory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says, read once and kept: the records that a {@link DatabaseWriter} takes, compressed
 * with zstd. A cut or damaged file is noticed. Only for the program that wrote it.
 */
public final class SpoolFile {
  private static final byte[] MAGIC = {'B', 'W', 'S', 'P', 'O', 'O', 'L', '1'};
  private static final int END = 0;
  private static final int ADVISORY = 1;
  private static final int FACTS = 2;
  private static final int LONGEST = 256 << 20;

  private SpoolFile() {}

  /** Writes one. It is whole when {@link #finish} returned. */
  public static final class Writer implements RecordTarget, AutoCloseable {
    private final DataOutputStream out;
    private final ByteWriter scratch = new ByteWriter(1024);
    private long records;
    private @Nullable IOException failure;

    /** Starts a file, replacing what was there. */
    public Writer(Path file) throws IOException {
      var packed = new ZstdOutputStream(Files.newOutputStream(file), 3);
      packed.setChecksum(true);
      out = new DataOutputStream(new BufferedOutputStream(packed, 1 << 16));
      out.write(MAGIC);
    }

    @Override
    public void add(Advisory advisory) throws IOException {
      byte[] bytes = RecordSpool.encode(advisory);
      synchronized (this) {
        scratch.clear();
        scratch.text(advisory.id()).text(advisory.provider());
        scratch.number(RecordSpool.modified(advisory)).raw(bytes, 0, bytes.length);
        entry(ADVISORY);
      }
    }

    @Override
    public synchronized void add(CveFacts more) {
      scratch.clear();
      FactsCodec.write(scratch, more);
      try {
        entry(FACTS);
      } catch (IOException diskFailed) {
        failure = diskFailed; // finish() tells
      }
    }

    private void entry(int kind) throws IOException {
      out.writeByte(kind);
      out.writeInt(scratch.size());
      out.write(scratch.toBytes());
      records++;
    }

    /** Writes the end; returns how many records there are. */
    public synchronized long finish() throws IOException {
      if (failure != null) throw new IOException(failure.getMessage(), failure);
      out.writeByte(END);
      out.writeLong(records);
      out.flush();
      return records;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /**
   * Adds all that a file holds.
   *
   * @throws CorruptDatabaseException when it is not what was written
   */
  public static void replay(Path file, DatabaseWriter writer) throws IOException {
    try (var in =
        new DataInputStream(
            new BufferedInputStream(new ZstdInputStream(Files.newInputStream(file)), 1 << 16))) {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw new CorruptDatabaseException("it is no spool");
      }
      for (long records = 0; ; records++) {
        int kind = in.readUnsignedByte();
        if (kind == END) {
          if (in.readLong() == records) return;
          throw new CorruptDatabaseException("records are missing");
        }
        int length = in.readInt();
        if (length < 0 || length > LONGEST) throw new CorruptDatabaseException("a record too long");
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new CorruptDatabaseException("it was cut");
        var cursor = ByteCursor.of(bytes);
        if (kind == ADVISORY) {
          writer.add(cursor.text(), cursor.text(), cursor.number(), cursor.rest());
        } else if (kind == FACTS) {
          writer.add(FactsCodec.read(cursor));
        } else {
          throw new CorruptDatabaseException("no such record");
        }
      }
    } catch (EOFException cut) {
      throw new CorruptDatabaseException("it was cut");
    }
  }
}
