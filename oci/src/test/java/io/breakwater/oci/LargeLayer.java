package io.breakwater.oci;

import io.breakwater.model.Digest;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.internal.layer.Blob;
import io.breakwater.oci.internal.layer.LayerFacts;
import io.breakwater.oci.internal.layer.StoredLayer;
import io.breakwater.oci.testing.Tar;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Reads layers that are made while they are read, in two threads, within a heap that is small. */
final class LargeLayer {
  private static final int LAYERS = 3;

  private LargeLayer() {}

  public static void main(String[] args) throws Exception {
    long size = Long.parseLong(args[0]) / LAYERS;
    Digest diffId = diffId(size);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> read = () -> layer(size, diffId).read(new Wanting());
      var results = new java.util.ArrayList<Future<Boolean>>();
      for (int i = 0; i < LAYERS; i++) results.add(threads.submit(read));
      for (Future<Boolean> result : results) {
        if (!result.get()) throw new IllegalStateException("not proved");
      }
    }
    System.out.println("proved " + LAYERS + " layers of " + size + " bytes");
  }

  private static StoredLayer layer(long size, Digest diffId) {
    Blob.Streamed blob = () -> stream(size);
    var facts = new LayerFacts("large", 1, 1, "", Optional.empty(), Optional.of(diffId), 0, "");
    return new StoredLayer(facts, blob, OpenOptions.defaults());
  }

  private static InputStream stream(long size) throws IOException {
    var in = new PipedInputStream(1 << 20);
    var pipe = new PipedOutputStream(in);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (var out = new Fast(new BufferedOutputStream(pipe, 1 << 16))) {
                write(size, out);
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              }
            });
    return in;
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static Digest diffId(long size) throws Exception {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    try (var out = new java.security.DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
      write(size, out);
    }
    return Digest.sha256(hash.digest());
  }

  /** Files of a quarter of the layer each, the last of which is wanted and made of noise. */
  private static void write(long size, OutputStream out) throws IOException {
    byte[] zeros = new byte[1 << 16];
    byte[] noise = new byte[1 << 16];
    new Random(5).nextBytes(noise);
    long quarter = size / 4 / zeros.length * zeros.length;
    for (int i = 0; i < 4; i++) {
      out.write(new Tar.Header(i == 3 ? "wanted.jar" : "file" + i, '0', quarter).block());
      for (long done = 0; done < quarter; done += zeros.length)
        out.write(i % 2 == 0 ? zeros : noise);
    }
    out.write(new byte[1024]);
  }

  private static final class Wanting implements LayerVisitor {
    @Override
    public boolean entry(FileEntry entry, Head head) {
      return entry.path().endsWith(".jar");
    }

    @Override
    public void content(FileEntry entry, Content content) throws IOException {
      content.read(content.size() - 100, 100, 100);
    }

    @Override
    public void notAnalysed(String path, Reason reason, String detail) {
      throw new IllegalStateException(path + " " + reason + " " + detail);
    }
  }
}
