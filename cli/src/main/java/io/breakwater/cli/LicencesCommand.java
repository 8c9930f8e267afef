package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.inspect.licence.InvalidPolicyException;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicencePolicy;
import io.breakwater.inspect.licence.LicencePolicy.Answer;
import io.breakwater.inspect.licence.LicencePolicyFile;
import io.breakwater.inspect.notices.Notices;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code bw licences}: the licences of what is in an image, and what they ask for. */
final class LicencesCommand implements Command.Action {
  private static final long LARGEST_POLICY = 4 << 20;

  /** What is in an image, each component with its licence and what the policy says. */
  record Found(String image, List<Row> rows) {
    /** Copies the rows. */
    Found {
      rows = List.copyOf(rows);
    }

    /**
     * A component.
     *
     * @param chosen what holds of its licences when choices are made
     */
    record Row(ComponentLicence of, String chosen, Optional<LicencePolicy.Decision> decision) {
      boolean is(Answer answer) {
        return decision.map(d -> d.answer() == answer).orElse(false);
      }
    }

    long count(Answer answer) {
      return rows.stream().filter(row -> row.is(answer)).count();
    }
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.LICENCES_FORMAT, "table", List.of("table", "json", "csv"));
    String noticeFormat =
        arguments.oneOf(Opt.NOTICE_FORMAT, "text", List.of("text", "markdown", "html"));
    boolean notice = arguments.has(Opt.NOTICE) || arguments.has(Opt.NOTICE_FORMAT);
    Optional<Answer> gate =
        arguments.value(Opt.LICENCES_FAIL_ON).isEmpty()
            ? Optional.empty()
            : Optional.of(
                Answer.valueOf(
                    arguments
                        .oneOf(Opt.LICENCES_FAIL_ON, "deny", List.of("warn", "deny"))
                        .toUpperCase(Locale.ROOT)));
    Optional<LicencePolicy> policy = policy(arguments);
    if (gate.isPresent() && policy.isEmpty()) {
      throw new UsageException(arguments.path(), Msg.MISSING, Opt.LICENCE_POLICY.flag());
    }
    String reference = arguments.positionals().getFirst();
    Licensed licensed = Licensed.of(reference, notice, arguments, terminal);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    var rows = new ArrayList<Found.Row>();
    for (ComponentLicence each : licensed.components()) {
      rows.add(new Found.Row(each, chosen(each, policy), policy.map(p -> p.judge(each, today))));
    }
    var found = new Found(licensed.name(), rows);
    if (notice) {
      Notices notices = Notices.of(licensed.components(), licensed.words());
      var page = NoticePage.of(noticeFormat, terminal);
      new NoticeText(licensed.name(), notices, page, terminal).write();
    } else {
      switch (format) {
        case "json" -> LicencesJson.write(found, terminal);
        case "csv" -> LicencesCsv.write(found, terminal);
        default -> new LicencesTable(found, arguments.has(Opt.LICENCES_ALL), terminal).write();
      }
    }
    boolean refused =
        gate.isPresent()
            && (found.count(Answer.DENY) > 0
                || (gate.get() == Answer.WARN && found.count(Answer.WARN) > 0));
    return refused ? Main.REFUSED : Main.OK;
  }

  private static String chosen(ComponentLicence of, Optional<LicencePolicy> policy) {
    return policy
        .flatMap(p -> of.licence().map(l -> p.choose(l.expression())))
        .or(of::chosen)
        .map(LicenceExpression::text)
        .orElseGet(of::text);
  }

  /**
   * The policy that is named.
   *
   * @throws ProblemException when the file is missing or cannot be understood
   */
  static Optional<LicencePolicy> policy(Arguments arguments) throws IOException {
    Optional<String> name = arguments.value(Opt.LICENCE_POLICY);
    if (name.isEmpty()) return Optional.empty();
    try {
      Path file = Path.of(name.get());
      if (!Files.isRegularFile(file))
        throw ProblemException.of(ProblemCode.FILE_MISSING, name.get());
      if (Files.size(file) > LARGEST_POLICY) {
        throw ProblemException.of(ProblemCode.LICENCE_POLICY_UNREADABLE, name.get(), "too long");
      }
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(LicencePolicyFile.read(new String(bytes, StandardCharsets.UTF_8)));
    } catch (InvalidPathException none) {
      throw new ProblemException(Problem.of(ProblemCode.FILE_MISSING, name.get()), none);
    } catch (InvalidPolicyException wrong) {
      throw new ProblemException(
          Problem.of(ProblemCode.LICENCE_POLICY_UNREADABLE, name.get(), wrong.reason()), wrong);
    }
  }
}
