package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.store.Layout.Section;
import io.breakwater.model.Advisory;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding.CvssRating;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Builds a database file. Advisories and facts may be added by many threads in any order: the same
 * set gives the same bytes.
 */
public final class DatabaseWriter implements RecordTarget, AutoCloseable {
  private final RecordSpool spool;
  private final FactTable facts = new FactTable();
  private final Map<String, ProviderCount> factProviders = new TreeMap<>();

  /** How much a provider gave. */
  private static final class ProviderCount {
    long records;
    LocalDate newest = LocalDate.MIN;

    void add(Optional<LocalDate> date) {
      records++;
      if (date.isPresent() && date.get().isAfter(newest)) newest = date.get();
    }
  }

  /** What a record tells about its hole, where it is about one. */
  private record Told(List<CvssRating> cvss, Optional<LocalDate> published) {}

  /** One package on its way: its statements, one after the other. */
  private static final class PackageBytes {
    final String ecosystem;
    final String name;
    final ByteWriter statements = new ByteWriter(32);
    int count;
    int lastRecord;
    int number;

    PackageBytes(String ecosystem, String name) {
      this.ecosystem = ecosystem;
      this.name = name;
    }
  }

  /**
   * A database without advisories.
   *
   * @param scratch a folder for a scratch file, which {@link #close} removes
   */
  public DatabaseWriter(Path scratch) throws IOException {
    spool = new RecordSpool(scratch);
  }

  @Override
  public void add(Advisory advisory) throws IOException {
    spool.add(advisory);
  }

  /** Adds an advisory that {@link RecordSpool#encode} made bytes of. */
  void add(String id, String provider, long modified, byte[] bytes) throws IOException {
    spool.add(id, provider, modified, bytes);
  }

  @Override
  public void add(CveFacts more) {
    facts.add(more);
    synchronized (factProviders) {
      factProviders.computeIfAbsent(more.provider(), p -> new ProviderCount()).add(more.date());
    }
  }

  /**
   * Writes the database, replacing the target at once when it is whole.
   *
   * @param starter whether it is the one that ships with Breakwater
   */
  public DatabaseInfo writeTo(Path target, boolean starter) throws IOException {
    List<RecordSpool.Entry> records = spool.sorted();
    var holes = new HoleNames();
    var packages = new HashMap<String, PackageBytes>();
    var providers = new TreeMap<String, ProviderCount>(factProviders);
    var holeIds = new ArrayList<List<List<String>>>(records.size());
    var heads = new ArrayList<Told>(records.size());
    var packagesOf = new ArrayList<List<PackageBytes>>(records.size());
    var speakers = new TreeMap<String, TreeMap<String, Integer>>();
    for (int number = 0; number < records.size(); number++) {
      ByteCursor in = spool.read(records.get(number));
      Advisory head = head(in);
      List<List<String>> names = Ids.holes(head);
      names.forEach(holes::join);
      holeIds.add(names);
      heads.add(new Told(head.cvss(), head.published().map(DatabaseWriter::day)));
      packagesOf.add(collect(in, number, packages));
      count(head.provider(), packagesOf.getLast(), speakers);
      providers
          .computeIfAbsent(head.provider(), p -> new ProviderCount())
          .add(head.modified().or(head::published).map(DatabaseWriter::day));
    }
    facts.holes().forEach(holes::join);

    var sections = new EnumMap<Section, ByteWriter>(Section.class);
    for (Section section : Section.values()) sections.put(section, new ByteWriter());
    List<PackageBytes> sorted = number(packages);
    writePackages(sorted, sections);
    packages.clear();
    writeHoles(records, holeIds, heads, packagesOf, holes, sections);
    List<DatabaseInfo.Provider> infos = writeMeta(providers, sorted, speakers, sections);
    Digest digest = replace(target, sections.values().toArray(ByteWriter[]::new), starter);
    return new DatabaseInfo(digest, starter, infos, List.of());
  }

  /** Counts a record once for each ecosystem that it speaks about. */
  private static void count(
      String provider, List<PackageBytes> about, Map<String, TreeMap<String, Integer>> speakers) {
    var ecosystems = new TreeSet<String>();
    for (PackageBytes one : about) ecosystems.add(one.ecosystem);
    for (String ecosystem : ecosystems) {
      speakers.computeIfAbsent(ecosystem, e -> new TreeMap<>()).merge(provider, 1, Integer::sum);
    }
  }

  private static Advisory head(ByteCursor in) {
    return RecordCodec.readHead(in.slice(in.count()), List.of());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static List<PackageBytes> collect(
      ByteCursor in, int record, Map<String, PackageBytes> packages) {
    int count = in.count();
    var out = new ArrayList<PackageBytes>(count);
    for (int i = 0; i < count; i++) {
      String ecosystem = Ecosystems.canonical(in.text());
      String name = Ecosystems.foldName(ecosystem, in.text());
      PackageBytes one =
          packages.computeIfAbsent(key(ecosystem, name), k -> new PackageBytes(ecosystem, name));
      int length = in.count();
      one.statements.number(record - one.lastRecord).number(length).raw(in.slice(length));
      one.lastRecord = record;
      one.count++;
      if (out.isEmpty() || out.getLast() != one) out.add(one);
    }
    return out;
  }

  /** The text by which a package is found. */
  static String key(String ecosystem, String name) {
    return ecosystem + '\n' + name;
  }

  private static List<PackageBytes> number(Map<String, PackageBytes> packages) {
    List<String> keys = new ArrayList<>(packages.keySet());
    keys.sort(null);
    var sorted = new ArrayList<PackageBytes>(keys.size());
    for (String key : keys) {
      PackageBytes one = packages.get(key);
      if (one == null) continue;
      one.number = sorted.size();
      sorted.add(one);
    }
    return sorted;
  }

  private static void writePackages(
      List<PackageBytes> packages, Map<Section, ByteWriter> sections) {
    ByteWriter table = section(sections, Section.PACKAGE_TABLE);
    ByteWriter out = section(sections, Section.PACKAGES);
    var index = new HashIndex.Builder();
    for (PackageBytes one : packages) {
      index.add(key(one.ecosystem, one.name), one.number);
      table.i32(out.size());
      out.text(one.ecosystem).text(one.name).number(one.count).raw(one.statements);
    }
    table.i32(out.size());
    index.write(section(sections, Section.PACKAGE_INDEX));
  }

  private void writeHoles(
      List<RecordSpool.Entry> records,
      List<List<List<String>>> holeIds,
      List<Told> heads,
      List<List<PackageBytes>> packagesOf,
      HoleNames holes,
      Map<Section, ByteWriter> sections)
      throws IOException {
    List<List<String>> groups = holes.groups();
    int[] numberOfRoot = new int[holes.size()];
    for (int i = 0; i < groups.size(); i++) {
      numberOfRoot[holes.group(groups.get(i).getFirst())] = i;
    }
    var recordsOf = new ArrayList<List<Integer>>(groups.size());
    for (int i = 0; i < groups.size(); i++) recordsOf.add(new ArrayList<>(2));
    var told = new ArrayList<List<Told>>(groups.size());
    for (int i = 0; i < groups.size(); i++) told.add(new ArrayList<>(0));
    var index = new HashIndex.Builder();
    ByteWriter table = section(sections, Section.RECORD_TABLE);
    ByteWriter out = section(sections, Section.RECORDS);
    for (int record = 0; record < records.size(); record++) {
      table.i32(out.size());
      var numbers = new TreeSet<Integer>();
      for (List<String> ids : holeIds.get(record)) {
        for (String id : ids) numbers.add(numberOfRoot[holes.group(id)]);
      }
      out.number(numbers.size());
      for (int hole : numbers) {
        out.number(hole);
        recordsOf.get(hole).add(record);
        index.add(records.get(record).id(), hole);
      }
      if (numbers.size() == 1) {
        told.get(numbers.first()).add(heads.get(record));
      }
      out.number(packagesOf.get(record).size());
      for (PackageBytes one : packagesOf.get(record)) out.number(one.number);
      ByteCursor in = spool.read(records.get(record));
      out.raw(in.slice(in.count()));
    }
    table.i32(out.size());
    for (int hole = 0; hole < groups.size(); hole++) {
      for (String id : groups.get(hole)) index.add(id, hole);
      writeHole(groups.get(hole), recordsOf.get(hole), told.get(hole), sections);
    }
    section(sections, Section.HOLE_TABLE).i32(section(sections, Section.HOLES).size());
    index.write(section(sections, Section.ID_INDEX));
  }

  private void writeHole(
      List<String> ids, List<Integer> records, List<Told> told, Map<Section, ByteWriter> sections) {
    ByteWriter out = section(sections, Section.HOLES);
    section(sections, Section.HOLE_TABLE).i32(out.size());
    out.texts(ids);
    FactTable.Facts known = facts.of(ids);
    var ratings = new ArrayList<CvssRating>();
    Optional<LocalDate> first = Optional.empty();
    for (Told one : told) {
      ratings.addAll(one.cvss());
      first = FactTable.earliest(first, one.published());
    }
    boolean malicious = known.malicious() || ids.stream().anyMatch(id -> id.startsWith("MAL-"));
    out.u8(malicious ? 1 : 0);
    HoleCodec.write(out, known.with(ratings, first));
    out.number(records.size());
    int before = 0;
    for (int record : records) {
      out.number(record - before);
      before = record;
    }
  }

  private static List<DatabaseInfo.Provider> writeMeta(
      Map<String, ProviderCount> providers,
      List<PackageBytes> packages,
      Map<String, TreeMap<String, Integer>> speakers,
      Map<Section, ByteWriter> sections) {
    ByteWriter out = section(sections, Section.META);
    out.number(providers.size());
    var infos = new ArrayList<DatabaseInfo.Provider>();
    providers.forEach(
        (name, count) -> {
          boolean dated = count.newest.toEpochDay() > 0;
          out.text(name).number(dated ? count.newest.toEpochDay() : 0).number(count.records);
          infos.add(
              new DatabaseInfo.Provider(
                  name, dated ? Optional.of(count.newest) : Optional.empty(), count.records));
        });
    var ecosystems = new TreeMap<String, Integer>();
    for (PackageBytes one : packages) ecosystems.merge(one.ecosystem, 1, Integer::sum);
    out.number(ecosystems.size());
    ecosystems.forEach((name, count) -> out.text(name).number(count));
    out.number(speakers.size());
    speakers.forEach(
        (ecosystem, records) -> {
          out.text(ecosystem).number(records.size());
          records.forEach((provider, count) -> out.text(provider).number(count));
        });
    return infos;
  }

  private static ByteWriter section(Map<Section, ByteWriter> sections, Section section) {
    ByteWriter writer = sections.get(section);
    if (writer == null) throw new IllegalStateException("no section " + section);
    return writer;
  }

  private static Digest replace(Path target, ByteWriter[] sections, boolean starter)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) throw new IOException("not a file name: " + target);
    // Not createTempFile, whose files nobody else may read: this one becomes the database.
    Path whole = folder.resolve(".bw-database-" + UUID.randomUUID() + ".tmp");
    try {
      Digest digest;
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              1 << 16)) {
        digest = Layout.write(out, sections, starter);
      }
      Files.move(
          whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return digest;
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
