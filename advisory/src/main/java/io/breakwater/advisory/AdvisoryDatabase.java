package io.breakwater.advisory;

import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.match.Releases;
import io.breakwater.advisory.internal.store.ByteSource;
import io.breakwater.advisory.internal.store.CorruptDatabaseException;
import io.breakwater.advisory.internal.store.DatabaseReader;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.model.Advisory;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.EndOfLife;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about packages: advisories and facts of many feeds in one immutable file, which
 * {@link DatabaseImport} makes. Opening reads a few pages; the rest is read and checked page by
 * page as it is used, so that a damaged file gives a {@link ProblemException} and never a wrong
 * answer. Safe for use by many threads.
 */
public final class AdvisoryDatabase implements Closeable {
  private static final String STARTER = "starter/starter.db";

  private final String name;
  private final ByteSource source;
  private final DatabaseReader reader;

  private AdvisoryDatabase(String name, ByteSource source) throws IOException {
    this.name = name;
    this.source = source;
    this.reader = new DatabaseReader(source);
  }

  /**
   * Opens a database file.
   *
   * @throws ProblemException when there is none, or it is damaged or no database
   */
  public static AdvisoryDatabase open(Path file) throws ProblemException {
    return open(file, file.toString());
  }

  /** As above, under the name by which the user knows what is in the file. */
  static AdvisoryDatabase open(Path file, String name) throws ProblemException {
    if (!Files.isRegularFile(file)) {
      throw ProblemException.of(ProblemCode.DATABASE_UNREADABLE, name, "there is no such file");
    }
    try {
      ByteSource source = ByteSource.of(file);
      try {
        return new AdvisoryDatabase(name, source);
      } catch (IOException | CorruptDatabaseException unreadable) {
        source.close();
        throw unreadable;
      }
    } catch (IOException | CorruptDatabaseException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  /** The small database that ships with Breakwater: famous, exploited holes. */
  public static AdvisoryDatabase starter() throws ProblemException {
    try (InputStream in = AdvisoryDatabase.class.getResourceAsStream(STARTER)) {
      if (in == null) throw new IOException("this build has none");
      return new AdvisoryDatabase("the starter database", ByteSource.of(in.readAllBytes()));
    } catch (IOException | CorruptDatabaseException unreadable) {
      throw unreadable("the starter database", unreadable);
    }
  }

  /** What it holds; nothing is left uncovered yet, as there is no image. */
  public DatabaseInfo info() {
    return reader.info();
  }

  /**
   * When a distribution's release ends, where a feed in the database tells it; what Breakwater
   * itself knows is {@link EndOfLife#of}.
   */
  public Optional<EndOfLife> endOfLife(OperatingSystem os) throws ProblemException {
    return reading(() -> Releases.endOfLife(reader, os));
  }

  /** Every ecosystem that it speaks about, as OSV names it, with its number of packages. */
  public Map<String, Integer> ecosystems() {
    return reader.ecosystems();
  }

  /** Whether some of its records name archives by their digests. */
  public boolean namesDigests() {
    return ecosystems().containsKey(Ecosystems.DIGEST);
  }

  /** For every ecosystem that it speaks about, each provider's number of records. */
  public Map<String, Map<String, Integer>> speakers() {
    return reader.speakers();
  }

  /**
   * Everything that is known about an id: of a CVE, an advisory, or any alias. Several holes when
   * the id is of an update that closes several; empty when the id is not known.
   */
  public List<KnownHole> show(String id) throws ProblemException {
    return reading(
        () -> {
          var out = new ArrayList<KnownHole>();
          for (HoleView hole : reader.holes(id.strip())) {
            List<Advisory> records = hole.records().stream().map(reader::advisory).toList();
            List<String> aliases = hole.ids().subList(1, hole.ids().size());
            out.add(new KnownHole(hole.id(), aliases, hole.malicious(), hole.facts(), records));
          }
          return out;
        });
  }

  /** The names of the holes that an id stands for; empty when it is not known. */
  List<String> holesOf(String id) throws ProblemException {
    return reading(() -> reader.holes(id.strip()).stream().map(HoleView::id).toList());
  }

  /**
   * The packages that records with this id speak about: of an advisory, a CVE or any alias.
   *
   * @return in no particular order; empty when the id is not known
   */
  public List<PackageKey> packagesOf(String id) throws ProblemException {
    return reading(
        () -> {
          var out = new LinkedHashSet<PackageKey>();
          for (HoleView hole : reader.holes(id.strip())) {
            for (int record : hole.records()) {
              for (Advisory.Affected one : reader.advisory(record).affected()) {
                out.add(new PackageKey(one.ecosystem(), one.name()));
              }
            }
          }
          return List.copyOf(out);
        });
  }

  /**
   * Reads the whole file and compares it with the digest that it states.
   *
   * @throws ProblemException when a byte is not what it was
   */
  public void verify() throws ProblemException {
    reading(
        () -> {
          reader.verify();
          return true;
        });
  }

  /** Closes the file; no question can be asked any more. */
  @Override
  public void close() throws IOException {
    source.close();
  }

  DatabaseReader reader() {
    return reader;
  }

  /** A question to the file. */
  interface Question<T> {
    T ask();
  }

  /** Asks, and tells a damaged file as the problem that it is. */
  <T> T reading(Question<T> question) throws ProblemException {
    try {
      return question.ask();
    } catch (CorruptDatabaseException damaged) {
      throw unreadable(name, damaged);
    }
  }

  private static ProblemException unreadable(String name, Exception cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return ProblemException.of(ProblemCode.DATABASE_UNREADABLE, name, reason);
  }
}
