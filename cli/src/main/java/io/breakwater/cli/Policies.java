package io.breakwater.cli;

import io.breakwater.advisory.version.InvalidVersionException;
import io.breakwater.advisory.version.VersionScheme;
import io.breakwater.advisory.version.VersionSchemes;
import io.breakwater.inspect.licence.LicenceClass;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicenceNames;
import io.breakwater.inspect.licence.NormalisedLicence;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.policy.InvalidPolicyException;
import io.breakwater.policy.Knowledge;
import io.breakwater.policy.Packs;
import io.breakwater.policy.Policy;
import io.breakwater.policy.PolicyReader;
import io.breakwater.policy.PolicySources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads policies and reports from files, for all commands that gate. */
final class Policies {
  private static final long LARGEST_POLICY = 4 << 20;
  private static final long LARGEST_REPORT = 1 << 30;

  private Policies() {}

  /** The policy of a name: a file, or a pack. */
  static Policy read(String name) throws IOException {
    PolicySources.Source source = source(name);
    try {
      return new PolicyReader(new Knowledge(Policies::compare, Policies::allows), Policies::include)
          .read(source.file(), source.text());
    } catch (InvalidPolicyException wrong) {
      String told = wrong.file() + ":" + wrong.line() + ":" + wrong.column();
      throw new ProblemException(
          Problem.of(ProblemCode.POLICY_UNUSABLE, name, told + ": " + wrong.reason()), wrong);
    }
  }

  /** The text of a policy. */
  static PolicySources.Source source(String name) throws IOException {
    Optional<PolicySources.Source> pack = Packs.find(name);
    if (pack.isPresent()) return pack.get();
    if (name.startsWith(Packs.PREFIX)) {
      String known = "there are pack:" + String.join(", pack:", Packs.NAMES);
      throw ProblemException.of(ProblemCode.POLICY_UNUSABLE, name, known);
    }
    return new PolicySources.Source(
        name, new String(bytes(name, LARGEST_POLICY), StandardCharsets.UTF_8));
  }

  /** A report as {@code bw scan --output json=FILE} writes it. */
  static Json.Obj report(String name) throws IOException {
    try {
      Json.Obj report = Json.parseObject(bytes(name, LARGEST_REPORT));
      if (!report.text("schemaVersion").startsWith("1.")) {
        throw ProblemException.of(
            ProblemCode.POLICY_UNUSABLE, name, "this is no report of bw scan: schemaVersion");
      }
      return report;
    } catch (InvalidJsonException broken) {
      throw new ProblemException(
          Problem.of(ProblemCode.POLICY_UNUSABLE, name, String.valueOf(broken.getMessage())),
          broken);
    }
  }

  private static byte[] bytes(String name, long most) throws IOException {
    try {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) throw ProblemException.of(ProblemCode.FILE_MISSING, name);
      if (Files.size(file) > most) {
        throw ProblemException.of(ProblemCode.POLICY_UNUSABLE, name, "it is too long");
      }
      return Files.readAllBytes(file);
    } catch (InvalidPathException none) {
      throw new ProblemException(Problem.of(ProblemCode.FILE_MISSING, name), none);
    }
  }

  /** Beside the file that includes it, and nowhere else. */
  private static Optional<PolicySources.Source> include(String name, String from) {
    Optional<PolicySources.Source> pack = Packs.find(name);
    if (pack.isPresent() || name.startsWith(Packs.PREFIX)) return pack;
    if (from.startsWith(Packs.PREFIX)) return Optional.empty();
    try {
      Path file = Path.of(from).resolveSibling(name);
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_POLICY) return Optional.empty();
      return Optional.of(new PolicySources.Source(file.toString(), Files.readString(file)));
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private static OptionalInt compare(String a, String b, String scheme) {
    Optional<VersionScheme> known = VersionSchemes.byName(scheme);
    if (known.isEmpty()) return OptionalInt.empty();
    try {
      return OptionalInt.of(known.get().compare(a, b));
    } catch (InvalidVersionException none) {
      return OptionalInt.empty();
    }
  }

  private static Optional<Boolean> allows(String text, List<String> allowed) {
    NormalisedLicence licence = LicenceNames.normalise(text);
    if (licence.how() == NormalisedLicence.How.UNKNOWN) return Optional.empty();
    return Optional.of(allows(licence.expression(), allowed));
  }

  private static boolean allows(LicenceExpression expression, List<String> allowed) {
    return switch (expression) {
      case LicenceExpression.And(List<LicenceExpression> parts) ->
          parts.stream().allMatch(part -> allows(part, allowed));
      case LicenceExpression.Or(List<LicenceExpression> parts) ->
          parts.stream().anyMatch(part -> allows(part, allowed));
      case LicenceExpression.Licence _, LicenceExpression.Reference _, LicenceExpression.With _ ->
          allowed.contains(expression.text()) || allowed.contains(LicenceClass.of(expression).id());
    };
  }
}
