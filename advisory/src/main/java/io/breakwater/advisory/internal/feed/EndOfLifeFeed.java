package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.Advisory;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When releases of distributions end, as endoflife.date tells it: all products ({@code
 * products/full}), one, or the array of its first interface, where the file's name is the
 * product's. Products that are no distribution are not read.
 *
 * <p>A release becomes a record whose statement about {@code debian 12} in the ecosystem {@link
 * #ECOSYSTEM} ends with the last day, a second one with that of the extended programme, which is
 * its module.
 */
public final class EndOfLifeFeed implements Feed {
  /** Where the statements about releases stand; no package is looked up there. */
  public static final String ECOSYSTEM = "end of life";

  /** Products by their names there, and the ids that os-release has. */
  private static final Map<String, String> IDS =
      Map.ofEntries(
          Map.entry("debian", "debian"),
          Map.entry("ubuntu", "ubuntu"),
          Map.entry("alpine-linux", "alpine"),
          Map.entry("alpine", "alpine"),
          Map.entry("rhel", "rhel"),
          Map.entry("centos", "centos"),
          Map.entry("centos-stream", "centos-stream"),
          Map.entry("rocky-linux", "rocky"),
          Map.entry("almalinux", "almalinux"),
          Map.entry("oracle-linux", "ol"),
          Map.entry("fedora", "fedora"),
          Map.entry("amazon-linux", "amzn"),
          Map.entry("sles", "sles"),
          Map.entry("opensuse", "opensuse-leap"),
          Map.entry("photon", "photon"),
          Map.entry("azure-linux", "azurelinux"));

  @Override
  public String name() {
    return "endoflife.date";
  }

  @Override
  public boolean recognises(Sample sample) {
    return isProduct(sample)
        || isProduct(sample.firstOf("result"))
        || (sample.has("cycle", "eol") && IDS.containsKey(stem(sample.file())));
  }

  private static boolean isProduct(Sample sample) {
    return sample.has("name", "releases") && sample.firstOf("releases").has("name", "isEol");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          Json.Obj one = slice.object();
          if (one.get("cycle").isPresent()) {
            cycle(IDS.getOrDefault(stem(file), ""), one, sink);
          } else if (one.get("result").isEmpty()) {
            product(one, sink);
          } else {
            product(one.object("result"), sink);
            for (Json.Obj product : one.objects("result")) product(product, sink);
          }
        });
  }

  private static String stem(FeedFile file) {
    String name = file.name();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static void product(Json.Obj product, RecordSink sink) throws IOException {
    String id = IDS.get(product.text("name"));
    if (id == null) return;
    for (Json.Obj release : product.objects("releases")) {
      add(
          id,
          release.text("name"),
          release.text("eolFrom"),
          release.text("eoesFrom"),
          product.object("labels").text("eoes"),
          sink);
    }
  }

  private static void cycle(String id, Json.Obj cycle, RecordSink sink) throws IOException {
    if (id.isEmpty()) return;
    add(id, cycle.text("cycle"), cycle.text("eol"), cycle.text("extendedSupport"), "", sink);
  }

  private static void add(
      String id, String release, String end, String extended, String programme, RecordSink sink)
      throws IOException {
    Optional<LocalDate> last = Dates.day(end);
    if (last.isEmpty()) return;
    boolean fits = !release.isBlank() && release.length() <= 40 && release.indexOf(' ') < 0;
    if (!fits) {
      sink.skip(SkipReason.MALFORMED);
      return;
    }
    String name = id + " " + release;
    var affected = new ArrayList<Advisory.Affected>();
    affected.add(until(name, last.get(), ""));
    String module = programme.isBlank() ? "extended" : Texts.title(programme);
    Dates.day(extended).ifPresent(day -> affected.add(until(name, day, module)));
    sink.add(
        new Advisory(
            "EOL-" + id + "-" + release,
            List.of(),
            List.of(),
            "endoflife.date",
            "",
            "",
            Severity.UNKNOWN,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            affected));
  }

  private static Advisory.Affected until(String name, LocalDate day, String programme) {
    var range = new AffectedRange("", new AffectedRange.End.LastAffected(day.toString()));
    return new Advisory.Affected(
        ECOSYSTEM,
        name,
        List.of(range),
        List.of(),
        FixState.UNKNOWN,
        Severity.UNKNOWN,
        programme,
        List.of());
  }
}
