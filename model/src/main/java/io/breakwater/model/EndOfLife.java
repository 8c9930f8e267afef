package io.breakwater.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a release of a distribution ceases to get security updates, as end-of-life.txt beside this
 * class has it.
 *
 * @param rolling whether the distribution has no releases that could end
 * @param standard the last day for everybody
 * @param extended the last day for those in a programme of extended support
 * @param programme its name, such as {@code ESM}; empty when there is none
 */
public record EndOfLife(
    boolean rolling, Optional<LocalDate> standard, Optional<LocalDate> extended, String programme) {

  /** What is said of releases that nothing is known of. */
  public static final EndOfLife UNKNOWN =
      new EndOfLife(false, Optional.empty(), Optional.empty(), "");

  private static final EndOfLife ROLLING =
      new EndOfLife(true, Optional.empty(), Optional.empty(), "");

  /** What holds on a day. */
  public sealed interface State {
    /** Everybody gets updates; up to a day, but for distributions without releases. */
    record Supported(Optional<LocalDate> until) implements State {}

    /** Only those in a programme get updates. */
    record Extended(LocalDate until, String programme) implements State {}

    /** Nobody gets updates any more; this was the last day. */
    record Ended(LocalDate since) implements State {}

    /** Nobody told us. */
    record Unknown() implements State {}

    /** The word in documents. */
    default String id() {
      return switch (this) {
        case Supported supported -> "supported";
        case Extended extended -> "extended";
        case Ended ended -> "ended";
        case Unknown unknown -> "unknown";
      };
    }
  }

  /** What is known of a distribution's release. */
  public static EndOfLife of(OperatingSystem os) {
    if (!os.known()) return UNKNOWN;
    String id = id(os);
    String version = version(os);
    String[] best = null;
    for (String line : Table.LINES) {
      if (!line.startsWith(id) || !line.startsWith(" | ", id.length())) continue;
      String[] cells = line.split(" \\| ", -1);
      boolean longer = best == null || cells[1].length() > best[1].length();
      if (longer && matches(version, cells[1])) best = cells;
    }
    return best == null ? UNKNOWN : row(best);
  }

  /**
   * The names by which a feed may call a distribution's release, the exact ones first: {@code
   * alpine 3.18.9}, {@code alpine 3.18}, {@code alpine 3}.
   */
  public static List<String> releases(OperatingSystem os) {
    var out = new ArrayList<String>();
    if (!os.known()) return out;
    String version = version(os);
    while (!version.isEmpty() && out.size() < 5) {
      out.add(id(os) + " " + version);
      version = version.substring(0, Math.max(0, version.lastIndexOf('.')));
    }
    return out;
  }

  /** What holds on a day. */
  public State on(LocalDate day) {
    if (rolling) return new State.Supported(Optional.empty());
    if (standard.isEmpty()) return new State.Unknown();
    if (!day.isAfter(standard.get())) return new State.Supported(standard);
    if (extended.isEmpty()) return new State.Ended(standard.get());
    return day.isAfter(extended.get())
        ? new State.Ended(extended.get())
        : new State.Extended(extended.get(), programme);
  }

  private static EndOfLife row(String[] cells) {
    if (cells[2].equals("rolling")) return ROLLING;
    return new EndOfLife(
        false,
        Optional.of(LocalDate.parse(cells[2])),
        cells[3].equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(cells[3])),
        cells[4].equals("-") ? "" : cells[4]);
  }

  /** CentOS Linux and Stream have one id. */
  private static String id(OperatingSystem os) {
    return switch (os.id()) {
      case "centos" -> os.name().contains("Stream") ? "centos-stream" : "centos";
      case "sled", "sles_sap" -> "sles";
      case "openeuler" -> "openEuler";
      default -> os.id();
    };
  }

  /** openEuler has its service pack in the name only: {@code openEuler 22.03 (LTS-SP3)}. */
  private static String version(OperatingSystem os) {
    int open = os.name().indexOf('(');
    int close = os.name().indexOf(')', open + 1);
    if (!id(os).equals("openEuler") || open < 0 || close < 0) return os.version();
    return os.version() + "-" + os.name().substring(open + 1, close);
  }

  /** {@code 3.18} means all of 3.18.9, but {@code 3.1} does not. */
  private static boolean matches(String version, String row) {
    if (row.equals("*")) return true;
    return version.startsWith(row)
        && (version.length() == row.length() || version.charAt(row.length()) == '.');
  }

  /** Read when it is asked for the first time. */
  private static final class Table {
    private static final String[] LINES = read().split("\n");

    private static String read() {
      try (InputStream in = EndOfLife.class.getResourceAsStream("end-of-life.txt")) {
        if (in == null) throw new IllegalStateException("end-of-life.txt is missing");
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
