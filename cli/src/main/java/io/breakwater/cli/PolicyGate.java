package io.breakwater.cli;

import io.breakwater.model.Decision;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.policy.Gate;
import io.breakwater.policy.Occasion;
import io.breakwater.policy.Policy;
import io.breakwater.policy.SeverityGate;
import io.breakwater.policy.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate that {@code --policy} asks for.
 *
 * @param policies read before anything is scanned
 * @param baseline the report to compare with
 * @param environment as it was given
 * @param moment as it was given
 */
record PolicyGate(
    List<Policy> policies, Optional<Subject> baseline, String environment, String moment) {
  /** The gate; empty when no policy is given. */
  static Optional<PolicyGate> of(Arguments arguments) throws IOException {
    List<String> names = arguments.values(Opt.POLICY);
    if (names.isEmpty()) return Optional.empty();
    return Optional.of(of(names, arguments));
  }

  /** The gate of these policies. */
  static PolicyGate of(List<String> names, Arguments arguments) throws IOException {
    String moment = arguments.oneOf(Opt.MOMENT, "build", Occasion.MOMENTS);
    var policies = new ArrayList<Policy>();
    for (String name : names) policies.add(Policies.read(name));
    Optional<String> before = arguments.value(Opt.BASELINE);
    Optional<Subject> baseline =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(Subject.of(Policies.report(before.get())));
    return new PolicyGate(policies, baseline, arguments.value(Opt.ENVIRONMENT).orElse(""), moment);
  }

  /** What the policies say about a scan, and the gate by severity beside them. */
  Decision judge(ScanReport report, Optional<Severity> threshold) {
    var all = new ArrayList<>(policies);
    threshold.ifPresent(t -> all.add(new SeverityGate(t).policy()));
    return judge(Subject.of(report), all);
  }

  /** What the policies say. */
  Decision judge(Subject subject) {
    return judge(subject, policies);
  }

  private Decision judge(Subject subject, List<Policy> asked) {
    Subject compared = baseline.map(subject::since).orElse(subject);
    return new Gate(asked).judge(compared, new Occasion(environment, moment, Instant.now()));
  }
}
