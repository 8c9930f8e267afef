package io.breakwater.advisory.internal.match;

import io.breakwater.model.OperatingSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When the support of a distribution's release ends that everybody gets: after that day its feed
 * tells nothing new about it. {@code end-of-life.txt} holds the days.
 */
final class Lifecycles {
  private Lifecycles() {}

  /** The last day of support; empty when it is not known. */
  static Optional<LocalDate> end(OperatingSystem os) {
    String id = os.name().contains("Stream") ? os.id() + "-stream" : os.id();
    try (InputStream in = Lifecycles.class.getResourceAsStream("end-of-life.txt")) {
      if (in == null) throw new IllegalStateException("this build has no end-of-life.txt");
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(" ", -1);
        if (cells.length == 3 && cells[0].equals(id) && is(os.version(), cells[1])) {
          return Optional.of(LocalDate.parse(cells[2]));
        }
      }
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static boolean is(String version, String release) {
    return version.equals(release) || version.startsWith(release + ".");
  }
}
