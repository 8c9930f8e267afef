package io.breakwater.advisory.internal.match;

import io.breakwater.advisory.internal.Ecosystems;
import io.breakwater.advisory.internal.store.HoleView;
import io.breakwater.advisory.internal.store.RecordView;
import io.breakwater.advisory.internal.store.Statement;
import io.breakwater.model.Finding.CvssRating;
import io.breakwater.model.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How bad a hole is in a package, when many speak:
 *
 * <ol>
 *   <li>of a distribution's package, the distribution's own word: for this package before for the
 *       record, the worst of several;
 *   <li>else the CVSS rating of the newest version of CVSS that anyone used: of those, the feed's
 *       own before NVD's before others', the worst of several;
 *   <li>else the feed's word, the worst of several;
 *   <li>else unknown.
 * </ol>
 */
final class SeverityRule {
  private SeverityRule() {}

  static Severity of(
      String ecosystem, HoleView hole, List<Statement> statements, List<RecordView> records) {
    Severity word = word(statements, records);
    if (word != Severity.UNKNOWN && Ecosystems.isDistribution(ecosystem)) return word;
    Set<String> own = new TreeSet<>();
    for (RecordView record : records) own.add(record.advisory().provider());
    int best = -1;
    double score = 0;
    for (CvssRating rating : hole.facts().cvss()) {
      int weight = weight(rating, own);
      if (weight > best || (weight == best && rating.score() > score)) {
        best = weight;
        score = rating.score();
      }
    }
    return best < 0 ? word : Severity.ofScore(score);
  }

  private static Severity word(List<Statement> statements, List<RecordView> records) {
    Severity here = Severity.UNKNOWN;
    for (Statement one : statements) here = worse(here, one.severity());
    if (here != Severity.UNKNOWN) return here;
    for (RecordView one : records) here = worse(here, one.advisory().severity());
    return here;
  }

  private static Severity worse(Severity a, Severity b) {
    return a.atLeast(b) ? a : b;
  }

  private static int weight(CvssRating rating, Set<String> own) {
    int version;
    if (rating.vector().startsWith("CVSS:4")) version = 3;
    else if (rating.vector().startsWith("CVSS:3") || rating.vector().isEmpty()) version = 2;
    else version = 1;
    int source = own.contains(rating.source()) ? 2 : rating.source().equals("nvd") ? 1 : 0;
    return version * 10 + source;
  }
}
