package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.Explanation;
import io.breakwater.advisory.Explanation.Answer;
import io.breakwater.advisory.Matcher;
import io.breakwater.advisory.Suppressor;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Judged;
import io.breakwater.model.Suppressions.Suppressed;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code bw why} and {@code bw why-not}: why a hole is found in the packages of an image, and why
 * it is not.
 *
 * @param reported whether the findings are explained, or what is no finding
 */
record WhyCommand(boolean reported) implements Command.Action {
  private static final List<String> FORMS = List.of("table", "json");

  /**
   * The answer for one hole.
   *
   * @param explanation what was judged
   * @param reasons of each package
   */
  record Told(Explanation explanation, List<Reason> reasons) {}

  /**
   * The answer for one package.
   *
   * @param answer what was judged
   * @param judged whether a scan compares it with the advisories at all
   * @param suppressed set when VEX or a rule took the finding out
   */
  record Reason(Answer answer, boolean judged, Optional<Suppressed> suppressed) {
    /** Whether a scan reports it. */
    boolean isReported() {
      return judged && suppressed.isEmpty() && answer.outcome() == Explanation.Outcome.AFFECTED;
    }

    /** The word that documents write. */
    String outcome() {
      if (!judged) return "not-judged";
      if (suppressed.isPresent()) return "suppressed-by-" + suppressed.get().by().id();
      return answer.outcome().id();
    }
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String form = arguments.oneOf(Opt.DIFF_FORMAT, "table", FORMS);
    String id = arguments.positionals().get(0);
    String reference = arguments.positionals().get(1);
    Silence silence = Silence.of(arguments, terminal);
    AdvisoryDatabase database = Databases.open(arguments, terminal);
    if (database.show(id).isEmpty()) {
      terminal.err().println(terminal.say(Msg.NOTHING_KNOWN, Cells.clean(id)));
      return Main.ERROR;
    }
    Subjects.Subject subject =
        Subjects.take(
            arguments,
            terminal,
            reference,
            Caches.results(arguments, terminal),
            new Subjects.Wanted(database.namesDigests(), Optional.empty()));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<Component> components = subject.inventory().components();
    List<Explanation> explained =
        new Matcher(database).explain(ScanCommand.request(subject, Judged.ALL, today), id);
    var findings = new ArrayList<Finding>();
    for (Explanation each : explained) {
      for (Answer answer : each.answers()) answer.finding().ifPresent(findings::add);
    }
    Suppressor.Outcome outcome =
        silence.apply(findings, subject.image(), components, today, reference, arguments, terminal);
    Judged judged = ScanCommand.judged(arguments, subject);
    List<Told> told = told(explained, judged.of(components), outcome, arguments);
    ImageInfo image = subject.image();
    if (form.equals("json")) {
      WhyJson.write(id, image, told, terminal.out());
    } else {
      var table = new WhyTable(id, image, told, components, terminal);
      table.lines(reported).forEach(terminal::line);
    }
    return Main.OK;
  }

  private List<Told> told(
      List<Explanation> explained,
      List<Component> judged,
      Suppressor.Outcome outcome,
      Arguments arguments) {
    Optional<String> only =
        arguments.path().endsWith("why-not") ? arguments.value(Opt.PACKAGE) : Optional.empty();
    Set<String> judgedIds = new HashSet<>();
    for (Component component : judged) judgedIds.add(component.id());
    var out = new ArrayList<Told>();
    for (Explanation each : explained) {
      var reasons = new ArrayList<Reason>();
      for (Answer answer : each.answers()) {
        if (only.isPresent() && !isCalled(answer.component(), only.get())) continue;
        var reason =
            new Reason(
                answer,
                judgedIds.contains(answer.component().id()),
                suppressed(answer, outcome.suppressions().findings()));
        if (reason.isReported() == reported) reasons.add(reason);
      }
      out.add(new Told(each, reasons));
    }
    return out;
  }

  private static boolean isCalled(Component component, String name) {
    return component.name().equalsIgnoreCase(name)
        || component.purl().name().equalsIgnoreCase(name)
        || component.source().filter(s -> s.name().equalsIgnoreCase(name)).isPresent();
  }

  private static Optional<Suppressed> suppressed(Answer answer, List<Suppressed> all) {
    if (answer.finding().isEmpty()) return Optional.empty();
    Finding finding = answer.finding().get();
    return all.stream().filter(s -> s.finding().equals(finding)).findFirst();
  }
}
