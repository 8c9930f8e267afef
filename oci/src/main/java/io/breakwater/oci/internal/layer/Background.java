package io.breakwater.oci.internal.layer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own, which never keeps the process alive. */
final class Background<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Background(String name, Callable<T> work) {
    task = new FutureTask<>(work);
    thread = Thread.ofPlatform().daemon().name(name).unstarted(task);
  }

  static <T> Background<T> start(String name, Callable<T> work) {
    var background = new Background<>(name, work);
    background.thread.start();
    return background;
  }

  /** Waits for the result. */
  T get() throws IOException {
    try {
      return task.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException failed) {
      throw asIs(failed.getCause());
    }
  }

  /** Asks it to end soon. */
  void interrupt() {
    thread.interrupt();
  }

  /** Waits for the end, whatever it is. */
  void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  private static IOException asIs(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> new IOException("failed without a cause");
      case IOException io -> io;
      case UncheckedIOException unchecked -> new IOException(unchecked);
      case RuntimeException runtime -> throw runtime;
      case Error error -> throw error;
      default -> new IOException(cause);
    };
  }
}
