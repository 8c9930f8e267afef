package io.breakwater.advisory;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads files beside the thread that unpacks them, with a bound on the bytes that wait. */
final class ImportWorkers implements AutoCloseable {
  private static final int BUDGET_KIB = 64 << 10;

  private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
  private final ExecutorService executor = Executors.newFixedThreadPool(threads);
  private final Semaphore budget = new Semaphore(BUDGET_KIB);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Reads one file. */
  interface Job {
    void run() throws IOException;
  }

  /** Queues a job that holds so many bytes; waits while too many wait. */
  void submit(int bytes, Job job) throws IOException {
    int cost = Math.clamp((bytes >> 10) + 4, 4, BUDGET_KIB);
    budget.acquireUninterruptibly(cost);
    executor.execute(
        () -> {
          try {
            job.run();
          } catch (IOException | RuntimeException | Error failed) {
            failure.compareAndSet(null, failed);
          } finally {
            budget.release(cost);
          }
        });
    check();
  }

  /** Waits until every job is done. */
  void finish() throws IOException {
    budget.acquireUninterruptibly(BUDGET_KIB);
    budget.release(BUDGET_KIB);
    check();
  }

  private void check() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException failed -> throw new IOException(failed.getMessage(), failed);
      case RuntimeException failed -> throw failed;
      case Error failed -> throw failed;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
