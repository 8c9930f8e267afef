package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.Subject;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges an image by what was seen in its layers and by its files. */
final class ExposureJudge {
  /** What tells its secret to whoever has the image, deleted or not. */
  private static final Set<Check> TELLING =
      Set.of(
          AccountChecks.SSH_HOST_KEY,
          LeftoverChecks.KUBELET,
          LeftoverChecks.CORE_DUMP,
          LeftoverChecks.DATABASE_DUMP,
          LeftoverChecks.REPOSITORY,
          LeftoverChecks.HISTORY);

  /** What packages of distributions bring by design. */
  private static final Set<Check> OF_PACKAGES =
      Set.of(
          StartChecks.CRON,
          StartChecks.UNIT,
          AccountChecks.SSHD_OPTION,
          LeftoverChecks.BACKUP,
          LeftoverChecks.DATABASE_DUMP,
          LeftoverChecks.BUILD_FILE,
          LeftoverChecks.CI_FILE,
          LeftoverChecks.CORE_DUMP,
          LeftoverChecks.PACKAGE_INDEX);

  private static final Map<String, Check> CHECKS =
      Checks.all().stream().collect(Collectors.toMap(Check::id, Function.identity()));

  private ExposureJudge() {}

  static List<Judgement> judge(Subject subject, List<Seen> seen) {
    var facts = seen.stream().filter(s -> Fact.isOne(s.sighting().check())).toList();
    var image = new ImageFiles(subject, facts);
    var rows = new Rows();
    for (Seen one : facts) direct(subject, one, rows);
    Rights.judge(image, rows);
    Writable.judge(image, facts, rows);
    Tools.judge(image, rows);
    Certificates.judge(subject, facts, rows);
    Starting.judge(image, facts, rows);
    Minimality.of(image).ifPresent(m -> m.tell(rows));
    return rows.judgements();
  }

  /** What needs no more knowledge than who brought the file. */
  private static void direct(Subject subject, Seen seen, Rows rows) {
    Sighting at = seen.sighting();
    Check check = CHECKS.get(Fact.word(at.check()));
    if (check == null) return;
    if (seen.standing() != Finding.Standing.PRESENT && !TELLING.contains(check)) return;
    String path = "/" + at.path();
    if (OF_PACKAGES.contains(check) && subject.owner(path).isPresent()) return;
    Severity severity = Fact.severity(at.check());
    rows.add(
        check, severity, seen.layer(), seen.standing(), path, at.line(), at.part(), at.evidence());
  }
}
