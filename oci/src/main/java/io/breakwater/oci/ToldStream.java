package io.breakwater.oci;

import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.Function;

/** A stream whose failures are told as problems of the place that it comes from. */
final class ToldStream extends InputStream {
  /** Opens what is read. */
  @FunctionalInterface
  interface Opener {
    /** The stream. */
    InputStream open() throws IOException;
  }

  private final InputStream in;
  private final Function<IOException, ProblemException> problem;

  ToldStream(Opener opener, Function<IOException, ProblemException> problem) throws IOException {
    this.problem = problem;
    try {
      this.in = opener.open();
    } catch (IOException failure) {
      throw told(failure);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (IOException failure) {
      throw told(failure);
    }
  }

  private ProblemException told(IOException failure) {
    return failure instanceof ProblemException already ? already : problem.apply(failure);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A failure in words: Java's exceptions of files have but the name as their message. */
  static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied: " + denied.getFile();
      case NoSuchFileException missing -> "missing: " + missing.getFile();
      case FileSystemException other -> String.valueOf(other.getMessage());
      default -> String.valueOf(failure.getMessage());
    };
  }
}
