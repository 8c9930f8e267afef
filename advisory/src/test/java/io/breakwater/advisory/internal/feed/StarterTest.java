package io.breakwater.advisory.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.advisory.DatabaseImport;
import io.breakwater.advisory.ImportListener;
import io.breakwater.advisory.ImportSummary;
import io.breakwater.model.json.Json;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The records of the starter database: enough of them, well formed, and no exploited hole lacks.
 */
class StarterTest {
  private static final Path RECORDS = Path.of("src/main/starter/starter.jsonl");

  /** Words by which a description tells why no release ends a range. */
  private static final List<String> WHY_OPEN =
      List.of("no fixed release", "moved to", "closed network", "not a release of its own");

  private static final int MOST_BYTES = 400_000;

  @TempDir private Path folder;

  @Test
  void thereAreThreeHundredHolesInASmallFile() throws IOException {
    Path target = folder.resolve("starter.db");
    ImportSummary summary =
        DatabaseImport.run(List.of(RECORDS.getParent()), target, ImportListener.NONE);

    assertThat(records()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(summary.inputs()).allSatisfy(input -> assertThat(input.skipped()).isEmpty());
    assertThat(Files.size(target)).isLessThan(MOST_BYTES);
  }

  @Test
  void everyRecordHasItsOwnWordsAndOnePlace() throws IOException {
    var seen = new HashSet<String>();
    String before = "";
    for (Json.Obj record : records()) {
      String id = record.text("id");
      assertThat(seen.add(id)).as("%s occurs twice", id).isTrue();
      assertThat(order(id)).as("%s comes after its place", id).isGreaterThan(before);
      before = order(id);
      assertThat(record.text("summary")).as(id).isNotBlank().hasSizeLessThan(90);
      assertThat(record.text("details")).as(id).isNotBlank().endsWith(".").hasSizeLessThan(300);
      assertThat(record.objects("affected")).as(id).isNotEmpty();
      assertThat(record.object("database_specific").text("source")).isEqualTo("breakwater-starter");
    }
  }

  @Test
  void everyRangeEndsOrTellsWhyNot() throws IOException {
    for (Json.Obj record : records()) {
      boolean malicious = record.object("database_specific").isTrue("malware");
      for (Json.Obj affected : record.objects("affected")) {
        for (Json.Obj range : affected.objects("ranges")) {
          boolean fixed =
              range.objects("events").stream().anyMatch(e -> !e.text("fixed").isEmpty());
          boolean explained = WHY_OPEN.stream().anyMatch(record.text("details")::contains);
          assertThat(fixed || explained || malicious)
              .as("%s: %s has a fixed version", record.text("id"), affected.object("package"))
              .isTrue();
        }
      }
    }
  }

  @Test
  void everyExploitedHoleOfSoftwareInImagesIsInIt() throws IOException {
    Map<String, String[]> catalogue = catalogue();
    Set<String> known = new HashSet<>();
    for (Json.Obj record : records()) {
      known.add(record.text("id"));
      known.addAll(record.texts("aliases"));
    }
    Set<String> leftOut = new HashSet<>();
    for (String[] row : leftOut()) leftOut.add(row[0] + '\t' + row[1]);
    var missing = new ArrayList<String>();
    catalogue.forEach(
        (cve, product) -> {
          boolean told =
              known.contains(cve)
                  || leftOut.contains(product[0] + "\t*")
                  || leftOut.contains(product[0] + '\t' + product[1])
                  || leftOut.contains(product[0] + '\t' + cve);
          if (!told) missing.add(cve + " " + product[0] + ": " + product[1]);
        });

    assertThat(catalogue).hasSizeGreaterThan(1_400);
    assertThat(missing).as("neither in the starter nor left out for a reason").isEmpty();
  }

  @Test
  void whatIsLeftOutHasAReasonAndIsNotInIt() throws IOException {
    Set<String> known = new HashSet<>();
    for (Json.Obj record : records()) known.add(record.text("id"));
    for (String[] row : leftOut()) {
      assertThat(row).as(String.join(" ", row)).hasSize(3).doesNotContain("");
      assertThat(known).doesNotContain(row[1]);
    }
  }

  /** Each CVE with vendor and product, in CISA's words where CISA's own file has it. */
  private static Map<String, String[]> catalogue() throws IOException {
    var out = new TreeMap<String, String[]>();
    for (Map<String, String> row : rows(SharedData.path("advisories/kev-epss-nvd.csv.zst"))) {
      out.put(cell(row, "CVE"), new String[] {cell(row, "Vendor"), cell(row, "Product")});
    }
    String tar = unpacked(SharedData.path("advisories/cisa-kev.tar.zst"));
    int at = tar.lastIndexOf('{', tar.indexOf("\"catalogVersion\": \""));
    int end = tar.indexOf("\n}", at);
    byte[] document = tar.substring(at, end + 2).getBytes(StandardCharsets.UTF_8);
    for (Json.Obj one : Json.parseObject(document).objects("vulnerabilities")) {
      String[] product = {one.text("vendorProject").strip(), one.text("product").strip()};
      out.put(one.text("cveID"), product);
    }
    return out;
  }

  private static List<Map<String, String>> rows(Path packed) throws IOException {
    var csv = new Csv(unpacked(packed));
    List<String> header = csv.next();
    var out = new ArrayList<Map<String, String>>();
    for (List<String> cells = csv.next(); !cells.isEmpty(); cells = csv.next()) {
      var row = new TreeMap<String, String>();
      for (int i = 0; i < header.size(); i++) row.put(header.get(i), cells.get(i));
      out.add(row);
    }
    return out;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  private static String unpacked(Path packed) throws IOException {
    try (var in = new ZstdInputStream(Files.newInputStream(packed)).setLongMax(27)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String[]> leftOut() throws IOException {
    try (var in =
        StarterTest.class.getResourceAsStream("/io/breakwater/advisory/kev-left-out.tsv")) {
      if (in == null) throw new IOException("the list is missing");
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t", -1)).toList();
    }
  }

  private static List<Json.Obj> records() throws IOException {
    var out = new ArrayList<Json.Obj>();
    for (String line : Files.readAllLines(RECORDS)) {
      out.add(Json.parseObject(line.getBytes(StandardCharsets.UTF_8)));
    }
    return out;
  }

  /** CVEs by year and number, then the others. */
  private static String order(String id) {
    String[] parts = id.split("-", -1);
    return id.startsWith("CVE-")
        ? "0%s%9d".formatted(parts[1], Integer.parseInt(parts[2]))
        : "1" + id;
  }
}
