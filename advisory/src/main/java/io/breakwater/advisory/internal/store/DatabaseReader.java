package io.breakwater.advisory.internal.store;

import io.breakwater.advisory.internal.store.Layout.Section;
import io.breakwater.model.Advisory;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.FixState;
import io.breakwater.model.HoleFacts;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a database file. Every method either answers from bytes whose checksums were right or
 * throws {@link CorruptDatabaseException}. Immutable, safe for use by many threads.
 */
public final class DatabaseReader {
  private final Layout layout;
  private final PagedFile file;
  private final HashIndex packageIndex;
  private final HashIndex idIndex;
  private final DatabaseInfo info;
  private final Map<String, Integer> ecosystems;
  private final Map<String, Map<String, Integer>> speakers;

  /**
   * A reader of these bytes, which must not change; the caller closes their source. Reads and
   * checks the first and the last pages.
   */
  public DatabaseReader(ByteSource source) throws IOException {
    layout = Layout.read(source);
    file = layout.pages();
    packageIndex = index(Section.PACKAGE_INDEX);
    idIndex = index(Section.ID_INDEX);
    Layout.Extent at = layout.part(Section.META);
    ByteCursor meta = file.cursor(at.start(), at.length());
    info = new DatabaseInfo(layout.digest(), layout.starter(), providers(meta), List.of());
    ecosystems = counts(meta);
    speakers = speakers(meta);
  }

  private HashIndex index(Section section) {
    return new HashIndex(file, layout.part(section).start(), layout.part(section).length());
  }

  private static List<DatabaseInfo.Provider> providers(ByteCursor in) {
    int count = in.count();
    var out = new ArrayList<DatabaseInfo.Provider>(count);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      int day = in.number(3_000_000);
      Optional<LocalDate> date =
          day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
      out.add(new DatabaseInfo.Provider(name, date, in.number()));
    }
    return out;
  }

  private static Map<String, Integer> counts(ByteCursor in) {
    int count = in.count();
    var out = new TreeMap<String, Integer>();
    for (int i = 0; i < count; i++) out.put(in.text(), in.number(Integer.MAX_VALUE));
    return Collections.unmodifiableMap(out);
  }

  private static Map<String, Map<String, Integer>> speakers(ByteCursor in) {
    int count = in.count();
    var out = new TreeMap<String, Map<String, Integer>>();
    for (int i = 0; i < count; i++) out.put(in.text(), counts(in));
    return Collections.unmodifiableMap(out);
  }

  /** What it holds. */
  public DatabaseInfo info() {
    return info;
  }

  /** Every ecosystem that it speaks about, with its number of packages. */
  public Map<String, Integer> ecosystems() {
    return ecosystems;
  }

  /** For every ecosystem that it speaks about, each provider's number of records. */
  public Map<String, Map<String, Integer>> speakers() {
    return speakers;
  }

  /** Compares the digest with the bytes, and every checksum. */
  public void verify() {
    MessageDigest sha256 = PagedFile.sha256();
    file.checkAll(sha256);
    if (!Digest.sha256(sha256.digest()).equals(layout.digest())) {
      throw new CorruptDatabaseException("its content does not have the digest that it states");
    }
  }

  /** What is said about a package; the name in the spelling of its ecosystem's index. */
  public List<Statement> statements(String ecosystem, String name) {
    for (int number : packageIndex.candidates(DatabaseWriter.key(ecosystem, name))) {
      ByteCursor in = item(Section.PACKAGE_TABLE, Section.PACKAGES, number);
      boolean same = in.textIs(ecosystem.getBytes(StandardCharsets.UTF_8));
      if (in.textIs(name.getBytes(StandardCharsets.UTF_8)) && same) return statements(in);
    }
    return List.of();
  }

  private List<Statement> statements(ByteCursor in) {
    int count = in.count();
    var out = new ArrayList<Statement>(count);
    int record = 0;
    int records = items(Section.RECORD_TABLE);
    for (int i = 0; i < count; i++) {
      record += in.number(records);
      if (record < 0 || record >= records) throw new CorruptDatabaseException("no such record");
      ByteCursor one = in.slice(in.count());
      FixState state = RecordCodec.fixState(one);
      Severity severity = RecordCodec.severity(one);
      out.add(
          new Statement(
              record,
              state,
              severity,
              RecordCodec.ranges(one),
              one.texts(),
              one.text(),
              one.texts()));
    }
    return out;
  }

  /** The numbers of the holes that a record speaks about. */
  public int[] holesOf(int record) {
    return holesOf(item(Section.RECORD_TABLE, Section.RECORDS, record));
  }

  private int[] holesOf(ByteCursor in) {
    int holes = items(Section.HOLE_TABLE);
    int[] out = new int[in.count()];
    for (int i = 0; i < out.length; i++) out[i] = in.number(holes);
    return out;
  }

  /** A record. */
  public RecordView record(int number) {
    ByteCursor in = item(Section.RECORD_TABLE, Section.RECORDS, number);
    var holes = new ArrayList<Integer>();
    for (int hole : holesOf(in)) holes.add(hole);
    int bound = items(Section.PACKAGE_TABLE);
    int count = in.count();
    var packages = new ArrayList<Integer>(count);
    for (int i = 0; i < count; i++) packages.add(in.number(bound));
    return new RecordView(RecordCodec.readHead(in, List.of()), holes, packages);
  }

  /** A record with what it says about packages. */
  public Advisory advisory(int number) {
    RecordView view = record(number);
    var affected = new ArrayList<Advisory.Affected>();
    for (int packageNumber : view.packages()) {
      ByteCursor in = item(Section.PACKAGE_TABLE, Section.PACKAGES, packageNumber);
      String ecosystem = in.text();
      String name = in.text();
      for (Statement one : statements(in)) {
        if (one.record() != number) continue;
        affected.add(
            new Advisory.Affected(
                ecosystem,
                name,
                one.ranges(),
                one.versions(),
                one.fixState(),
                one.severity(),
                one.module(),
                one.requires()));
      }
    }
    ByteCursor again = item(Section.RECORD_TABLE, Section.RECORDS, number);
    holesOf(again);
    for (int i = again.count(); i > 0; i--) again.number();
    return RecordCodec.readHead(again, affected);
  }

  /** A hole. */
  public HoleView hole(int number) {
    ByteCursor in = item(Section.HOLE_TABLE, Section.HOLES, number);
    List<String> ids = in.texts();
    if (ids.isEmpty()) throw new CorruptDatabaseException("a hole has no id");
    boolean malicious = in.u8() != 0;
    HoleFacts facts = HoleCodec.read(in);
    int bound = items(Section.RECORD_TABLE);
    int count = in.count();
    var records = new ArrayList<Integer>(count);
    int record = 0;
    for (int i = 0; i < count; i++) {
      record += in.number(bound);
      if (record < 0 || record >= bound) throw new CorruptDatabaseException("no such record");
      records.add(record);
    }
    return new HoleView(number, ids, malicious, facts, records);
  }

  /** The holes that have this id, or a record with this id. */
  public List<HoleView> holes(String id) {
    var out = new ArrayList<HoleView>();
    for (int number : idIndex.candidates(id)) {
      HoleView hole = hole(number);
      if (hole.ids().contains(id) || hole.records().stream().anyMatch(r -> isCalled(r, id))) {
        out.add(hole);
      }
    }
    return out;
  }

  private boolean isCalled(int record, String id) {
    return record(record).advisory().id().equals(id);
  }

  private int items(Section table) {
    return layout.part(table).length() / 4 - 1;
  }

  private ByteCursor item(Section table, Section content, int number) {
    if (number < 0 || number >= items(table)) throw new CorruptDatabaseException("no such entry");
    int from = file.i32(layout.part(table).start() + 4 * number);
    int to = file.i32(layout.part(table).start() + 4 * number + 4);
    if (from < 0 || to < from || to > layout.part(content).length()) {
      throw new CorruptDatabaseException("a table leads outside of its section");
    }
    return file.cursor(layout.part(content).start() + from, to - from);
  }
}
