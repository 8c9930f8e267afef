package io.breakwater.bench.accuracy;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Matcher;
import io.breakwater.inventory.Inventories;
import io.breakwater.model.Finding;
import io.breakwater.model.Origin;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.TreeMap;

/**
 * Prints how right the matcher is: {@code Accuracy DATABASE DATA NOTES}, where DATA holds {@code
 * oracles} and {@code package-dbs}, and NOTES explains differences from golden reports.
 */
public final class Accuracy {
  private Accuracy() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[1]);
    try (AdvisoryDatabase database = AdvisoryDatabase.open(Path.of(arguments[0]))) {
      expected(database, data);
      var sources = Packages.sources(data.resolve("package-dbs"));
      new Labels(database, sources).print(data.resolve("oracles/anchore-match-labels.jsonl.zst"));
      new OsvAnswers(database).print(data.resolve("oracles/osv-api-queries.jsonl.zst"));
      TrivyGolden.print(
          data.resolve("oracles/trivy-golden.tar.zst"), Path.of(arguments[2]), sources);
      new RealScans(database).print(data.resolve("oracles/scans.jsonl.zst"));
    }
  }

  private static void expected(AdvisoryDatabase database, Path data) throws IOException {
    System.out.println("## Expected matches of an independent matcher\n");
    System.out.println(Tally.head("image"));
    var byFamily = new TreeMap<String, Tally>();
    var all = new Tally();
    var files = Data.files(data.resolve("oracles/expected-matches.tar.zst"));
    for (var file : files.entrySet()) {
      String name = Path.of(file.getKey()).getFileName().toString().replace(".tsv", "");
      Path root = data.resolve("package-dbs").resolve(name);
      if (!Files.isDirectory(root)) continue;
      Tally tally = compare(database, root, file.getValue());
      System.out.println(tally.row(name));
      byFamily.computeIfAbsent(name.substring(0, name.indexOf('-')), _ -> new Tally()).add(tally);
      all.add(tally);
    }
    byFamily.forEach((name, tally) -> System.out.println(tally.row("**" + name + "**")));
    System.out.println(all.row("**all**"));
    System.out.println(
        "\nWrong counts findings with a fix that are not expected: of unfixed ones the tables do not tell all.\n");
    all.examples().forEach(e -> System.out.println("    " + e));
  }

  private static Tally compare(AdvisoryDatabase database, Path root, String table)
      throws IOException {
    var want = new HashSet<String>();
    for (var row : Data.table(table)) want.add(row.get("package") + " " + row.get("advisory"));
    var tally = new Tally();
    try (Image image = ImageSources.open("dir:" + root, OpenOptions.defaults())) {
      var inventory = new Inventories(LayerResults.none(), 2).take(image, _ -> Origin.UNKNOWN);
      var names = new HashMap<String, String>();
      inventory.components().forEach(c -> names.put(c.id(), c.name()));
      var installed =
          inventory.components().stream()
              .filter(
                  c -> c.type().equals("deb") || c.type().equals("rpm") || c.type().equals("apk"))
              .toList();
      var got = new HashSet<String>();
      for (Finding found : new Matcher(database).match(inventory.os(), installed).findings()) {
        if (!(found instanceof Finding.Vulnerability hole)) continue;
        var keys = new ArrayList<String>();
        String name = names.get(hole.component());
        keys.add(name + " " + hole.id());
        for (String alias : hole.aliases()) keys.add(name + " " + alias);
        got.addAll(keys);
        boolean expected = keys.stream().anyMatch(want::contains);
        if (!expected && hole.fixedVersion().isPresent())
          tally.wrong(root.getFileName() + " " + keys.getFirst());
      }
      for (String one : want) {
        if (got.contains(one)) tally.right();
        else tally.missed(root.getFileName() + " " + one);
      }
    }
    return tally;
  }
}
