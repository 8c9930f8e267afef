package io.breakwater.cli;

import io.breakwater.model.Decision;
import io.breakwater.model.Decision.Answer;
import io.breakwater.model.Decision.Reason;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidYamlException;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.YamlDocument;
import io.breakwater.model.json.YamlSpot;
import io.breakwater.policy.Gate;
import io.breakwater.policy.Occasion;
import io.breakwater.policy.Policy;
import io.breakwater.policy.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code bw policy test}: the cases beside policies. */
final class PolicyTestCommand implements Command.Action {
  private static final String END = ".test.yaml";
  private static final List<String> KEYS = List.of("policy", "now", "cases");
  private static final List<String> CASE_KEYS =
      List.of("name", "report", "baseline", "environment", "moment", "now", "expect");
  private static final List<String> EXPECT_KEYS = List.of("verdict", "rules", "without");

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    List<Path> files = files(arguments);
    if (files.isEmpty()) {
      terminal.err().println("bw: " + terminal.say(Msg.POLICY_TEST_NONE));
      return Main.ERROR;
    }
    int cases = 0;
    int failed = 0;
    for (Path file : files) {
      terminal.out().println(Cells.clean(file.toString()));
      var run = new File(file, terminal);
      run.run();
      cases += run.cases;
      failed += run.failed;
    }
    terminal.out().println(terminal.say(Msg.POLICY_TEST_SUMMARY, cases, failed));
    return failed == 0 ? Main.OK : Main.REFUSED;
  }

  private static List<Path> files(Arguments arguments) throws IOException {
    String name = arguments.positionals().getFirst();
    Path at = Path.of(name);
    if (Files.isRegularFile(at)) return List.of(at);
    if (!Files.isDirectory(at)) throw ProblemException.of(ProblemCode.FILE_MISSING, name);
    try (Stream<Path> all = Files.walk(at, 20)) {
      return all.filter(f -> f.toString().endsWith(END))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** One file of cases. */
  private static final class File {
    private final Path path;
    private final Terminal terminal;
    private int cases;
    private int failed;

    File(Path path, Terminal terminal) {
      this.path = path;
      this.terminal = terminal;
    }

    void run() throws IOException {
      YamlDocument document = read();
      if (!(document.value() instanceof Json.Obj root)) throw wrong(document.spot(), "a mapping");
      known(root, document.spot(), KEYS);
      String named = root.text("policy");
      String name = String.valueOf(path.getFileName());
      if (named.isEmpty()) named = name.substring(0, name.length() - END.length()) + ".yaml";
      Policy policy =
          Policies.read(named.startsWith("pack:") ? named : path.resolveSibling(named).toString());
      List<Json.Obj> all = root.objects("cases");
      YamlSpot spots = document.spot().member("cases").orElse(document.spot());
      if (all.isEmpty()) throw wrong(document.spot(), "cases are missing");
      for (int i = 0; i < all.size(); i++) {
        one(policy, root, all.get(i), spots.element(i).orElse(spots));
      }
    }

    private YamlDocument read() throws IOException {
      try {
        List<YamlDocument> all = YamlDocument.parse(Files.readString(path));
        if (all.size() == 1) return all.getFirst();
        throw ProblemException.of(ProblemCode.POLICY_UNUSABLE, path.toString(), "one document");
      } catch (InvalidYamlException broken) {
        String at = path + ":" + broken.line() + ":" + broken.column() + ": ";
        throw new ProblemException(
            Problem.of(ProblemCode.POLICY_UNUSABLE, path.toString(), at + broken.reason()), broken);
      }
    }

    private void one(Policy policy, Json.Obj root, Json.Obj test, YamlSpot spot)
        throws IOException {
      known(test, spot, CASE_KEYS);
      Json.Obj expect = test.object("expect");
      known(expect, spot.member("expect").orElse(spot), EXPECT_KEYS);
      Instant now = now(test.text("now").isEmpty() ? root.text("now") : test.text("now"), spot);
      Subject subject = Subject.of(report(test, "report", now, spot));
      if (test.get("baseline").isPresent()) {
        subject = subject.since(Subject.of(report(test, "baseline", now, spot)));
      }
      String moment = test.text("moment").isEmpty() ? "build" : test.text("moment");
      if (!Occasion.MOMENTS.contains(moment)) {
        throw wrong(spot, "moment is one of " + String.join(", ", Occasion.MOMENTS));
      }
      Decision decision =
          new Gate(List.of(policy))
              .judge(subject, new Occasion(test.text("environment"), moment, now));
      cases++;
      List<String> complaints = complaints(expect, decision, spot);
      Msg word = complaints.isEmpty() ? Msg.POLICY_TEST_OK : Msg.POLICY_TEST_FAILED;
      Ink ink = complaints.isEmpty() ? Ink.GOOD : Ink.CRITICAL;
      terminal
          .out()
          .println(
              "  "
                  + terminal.paint(ink, terminal.say(word))
                  + "  "
                  + Cells.clean(test.text("name")));
      if (!complaints.isEmpty()) {
        failed++;
        String at = path + ":" + spot.line() + ":" + spot.column();
        terminal.out().println("      " + Cells.clean(at));
        for (String each : complaints) terminal.out().println("      " + Cells.clean(each));
      }
    }

    private List<String> complaints(Json.Obj expect, Decision decision, YamlSpot spot)
        throws IOException {
      var out = new ArrayList<String>();
      String verdict = expect.text("verdict").toLowerCase(Locale.ROOT);
      var words = Stream.of(Answer.values()).map(Answer::id).toList();
      if (!words.contains(verdict)) {
        throw wrong(spot, "expect needs verdict, which is one of " + String.join(", ", words));
      }
      String was = decision.answer().id();
      if (!was.equals(verdict)) out.add(terminal.say(Msg.POLICY_TEST_WANTED, verdict, was));
      for (String rule : expect.texts("rules")) {
        if (reason(decision, rule).isEmpty()) out.add(terminal.say(Msg.POLICY_TEST_RULE, rule));
      }
      for (String rule : expect.texts("without")) {
        reason(decision, rule)
            .ifPresent(
                r ->
                    out.add(
                        terminal.say(Msg.POLICY_TEST_NO_RULE, rule, terminal.say(r.message()))));
      }
      if (!out.isEmpty()) {
        for (Reason each : decision.reasons()) {
          out.add(each.level().id() + " " + each.rule() + ": " + terminal.say(each.message()));
        }
      }
      return out;
    }

    private static Optional<Reason> reason(Decision decision, String rule) {
      return decision.reasons().stream().filter(r -> r.rule().equals(rule)).findFirst();
    }

    /** A file beside this one, or a part of a report: its database is of today. */
    private Json.Obj report(Json.Obj test, String key, Instant now, YamlSpot spot)
        throws IOException {
      String file = test.text(key);
      if (!file.isEmpty()) return Policies.report(path.resolveSibling(file).toString());
      if (!(test.get(key).orElse(new Json.Nil()) instanceof Json.Obj part)) {
        throw wrong(spot, key + " is a file or a part of a report");
      }
      Map<String, Json> whole = new LinkedHashMap<>(part.members());
      Json.Obj fresh = new Json.Obj(Map.of("date", new Json.Str(now.toString().substring(0, 10))));
      whole.putIfAbsent("database", fresh);
      return new Json.Obj(whole);
    }

    private Instant now(String text, YamlSpot spot) throws IOException {
      if (text.isEmpty()) return Instant.now();
      try {
        return text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
      } catch (DateTimeParseException none) {
        throw wrong(spot, "now is no time: " + text);
      }
    }

    private void known(Json.Obj of, YamlSpot spot, List<String> keys) throws IOException {
      for (String key : of.members().keySet()) {
        if (keys.contains(key)) continue;
        String meant =
            io.breakwater.model.NearestWord.of(key, keys)
                .map(w -> "; did you mean " + w + "?")
                .orElse("; it is one of " + String.join(", ", keys));
        throw wrong(spot.member(key).orElse(spot), "there is no key \"" + key + '"' + meant);
      }
    }

    private ProblemException wrong(YamlSpot at, String reason) {
      String place = path + ":" + at.line() + ":" + at.column() + ": ";
      return ProblemException.of(ProblemCode.POLICY_UNUSABLE, path.toString(), place + reason);
    }
  }
}
