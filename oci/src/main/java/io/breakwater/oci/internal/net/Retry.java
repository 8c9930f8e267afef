package io.breakwater.oci.internal.net;

import io.breakwater.model.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;

/**
 * Tries again what may pass: broken connections, 408, 429 and server errors. The pauses double from
 * one attempt to the next, half of each is chance, so that many clients do not return at once;
 * where the server says how long to wait, that is kept, up to a bound.
 */
public final class Retry {
  /** How to wait; another one in tests. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits. */
    void sleep(Duration pause) throws InterruptedException;
  }

  /** What is tried. */
  @FunctionalInterface
  public interface Attempt {
    /** Sends the request once. */
    Answer send() throws IOException;
  }

  private static final int ATTEMPTS = 5;

  /** A server that restarts refuses for a moment; one that is not there does so for ever. */
  private static final int ATTEMPTS_WHEN_REFUSED = 3;

  private static final Duration FIRST = Duration.ofMillis(400);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  private final Sleeper sleeper;
  private final RandomGenerator chance;
  private final InstantSource clock;

  /** Waits and draws as told. */
  public Retry(Sleeper sleeper, RandomGenerator chance, InstantSource clock) {
    this.sleeper = sleeper;
    this.chance = chance;
    this.clock = clock;
  }

  /**
   * Sends until there is an answer that stands, or the attempts are used up.
   *
   * @return the last answer, whatever its status
   * @throws IOException the last failure
   */
  public Answer run(Attempt attempt) throws IOException {
    for (int count = 1; ; count++) {
      Optional<Duration> pause;
      try {
        Answer answer = attempt.send();
        if (!mayPass(answer.status())) return answer;
        pause = pause(count, asked(answer));
        if (pause.isEmpty()) return answer;
        answer.discard();
      } catch (IOException failure) {
        boolean again =
            mayPass(failure)
                && !(failure instanceof ConnectException && count >= ATTEMPTS_WHEN_REFUSED);
        pause = again ? pause(count, Optional.empty()) : Optional.empty();
        if (pause.isEmpty()) throw failure;
      }
      sleep(pause.get());
    }
  }

  /**
   * How long to wait after a failed attempt; empty when it was the last.
   *
   * @param count of the attempts so far
   * @param asked what the server asked for
   */
  public Optional<Duration> pause(int count, Optional<Duration> asked) {
    if (count >= ATTEMPTS) return Optional.empty();
    if (asked.isPresent()) {
      return asked.filter(d -> d.compareTo(LONGEST_ASKED) <= 0);
    }
    long whole = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(count - 1, 10));
    return Optional.of(Duration.ofMillis(whole / 2 + chance.nextLong(whole / 2 + 1)));
  }

  /** Waits. */
  public void sleep(Duration pause) throws InterruptedIOException {
    try {
      sleeper.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException)
          new InterruptedIOException("interrupted").initCause(interrupted);
    }
  }

  private Optional<Duration> asked(Answer answer) {
    OptionalLong seconds = answer.number("Retry-After");
    if (seconds.isPresent()) {
      return Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), Integer.MAX_VALUE)));
    }
    try {
      return answer
          .header("Retry-After")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(date -> until(date.toInstant()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Duration until(Instant then) {
    Duration left = Duration.between(clock.instant(), then);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static boolean mayPass(int status) {
    return switch (status) {
      case 408, 429, 500, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /**
   * Whether another attempt may do better: not with an unknown name or an untrusted certificate.
   */
  public static boolean mayPass(IOException failure) {
    int depth = 0;
    for (Throwable t = failure; t != null && depth < 20; t = t.getCause(), depth++) {
      switch (t) {
        case UnknownHostException _, UnresolvedAddressException _, CertificateException _ -> {
          return false;
        }
        case InvalidProxyException _, InvalidAuthorityException _ -> {
          return false;
        }
        case SSLException tls -> {
          return tls.getCause() instanceof EOFException
              || tls.getCause() instanceof SocketException;
        }
        case ProblemException _, InterruptedIOException _ -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }
}
