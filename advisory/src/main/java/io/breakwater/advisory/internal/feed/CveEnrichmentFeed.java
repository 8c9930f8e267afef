package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.CveFacts;
import io.breakwater.advisory.internal.Ids;
import io.breakwater.advisory.internal.Ratings;
import io.breakwater.model.Exploit;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Finding.KnownExploited;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Facts per CVE, one JSON object in a line: {@code cve}, and any of {@code cvss_nvd}, {@code
 * cvss_cna}, {@code cvss_cisa} (vectors), {@code kev} {added, ransomware}, {@code epss} {score,
 * date}, {@code cwe} (one or more), {@code metasploit} (a count of modules), {@code ssvc}
 * {Exploitation}, {@code poc} {refs, github} (counts of published proofs).
 */
final class CveEnrichmentFeed implements Feed {
  private static final List<String> MARKS =
      List.of(
          "cvss_nvd", "cvss_cna", "cvss_cisa", "kev", "epss", "poc", "metasploit", "ssvc", "cwe");

  /** Repositories that list every CVE are counted too: a few of them prove nothing. */
  private static final int MANY = 5;

  @Override
  public String name() {
    return "CVE facts";
  }

  @Override
  public boolean recognises(Sample sample) {
    return Ids.isCve(sample.text("cve"))
        && !sample.has("affected")
        && MARKS.stream().anyMatch(sample.keys()::contains);
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(file.content(), slice -> facts(slice.object(), sink));
  }

  private static void facts(Json.Obj line, RecordSink sink) {
    String cve = line.text("cve");
    if (!Ids.isCve(cve)) {
      sink.skip(SkipReason.WITHOUT_CVE);
      return;
    }
    var cvss = new ArrayList<CvssRating>();
    for (String source : new String[] {"nvd", "cna", "cisa"}) {
      Ratings.of(source, line.text("cvss_" + source)).ifPresent(cvss::add);
    }
    cvss.addAll(score("nvd", line.text("cvss3_score")));
    Json.Obj epss = line.object("epss");
    Optional<LocalDate> day = Dates.day(epss.text("date"));
    sink.add(
        CveFacts.of(cve, "cve-facts", day)
            .withExploited(exploited(line))
            .withEpss(epss.get("score").flatMap(score -> EpssFeed.epss(score, day)))
            .withCvss(cvss)
            .withCwes(cwes(line))
            .withExploits(exploits(line)));
  }

  private static List<String> cwes(Json.Obj line) {
    var all = new ArrayList<>(line.texts("cwe"));
    all.add(line.text("cwe"));
    return all.stream().flatMap(cwe -> RecordBuilder.weakness(cwe).stream()).distinct().toList();
  }

  private static List<Exploit> exploits(Json.Obj line) {
    var out = new ArrayList<Exploit>();
    if (line.number("metasploit").orElse(0) > 0) {
      out.add(new Exploit("metasploit", Exploit.Maturity.WEAPONISED, ""));
    }
    Json.Obj ssvc = line.object("ssvc");
    switch (ssvc.text("Exploitation").toLowerCase(Locale.ROOT)) {
      case "active" -> out.add(new Exploit("cisa-ssvc", Exploit.Maturity.USED, ""));
      case "poc" -> out.add(new Exploit("cisa-ssvc", Exploit.Maturity.PROOF_OF_CONCEPT, ""));
      default -> {
        // None that CISA knows of.
      }
    }
    Json.Obj poc = line.object("poc");
    boolean told = poc.number("refs").orElse(0) > 0;
    if (told || poc.number("github").orElse(0) >= MANY) {
      out.add(new Exploit("trickest", Exploit.Maturity.PROOF_OF_CONCEPT, ""));
    }
    return out;
  }

  private static Optional<KnownExploited> exploited(Json.Obj line) {
    Json.Obj kev = line.object("kev");
    if (kev.members().isEmpty() && !line.isTrue("kev_2026_08")) return Optional.empty();
    boolean ransomware = kev.text("ransomware").equalsIgnoreCase("known");
    return Optional.of(new KnownExploited(Dates.day(kev.text("added")), ransomware));
  }

  /** A rating of which only the score is known. */
  static List<CvssRating> score(String source, String score) {
    if (score.isEmpty() || score.length() > 10) return List.of();
    try {
      double value = Double.parseDouble(score);
      if (value > 0 && value <= 10) return List.of(new CvssRating(source, "", value));
    } catch (NumberFormatException noScore) {
      return List.of();
    }
    return List.of();
  }
}
