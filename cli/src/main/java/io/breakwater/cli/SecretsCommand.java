package io.breakwater.cli;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.InspectionOptions;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.Severity;
import io.breakwater.model.json.JsonOut;
import io.breakwater.oci.Content;
import io.breakwater.oci.collect.LayerResults;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code bw secrets}: secrets wherever they were left, without looking for anything else. */
final class SecretsCommand implements Command.Action {
  private static final int MOST_TEXT = 512 << 20;

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String format = arguments.oneOf(Opt.SECRETS_FORMAT, "table", List.of("table", "json", "sarif"));
    Optional<Severity> threshold = arguments.severity(Opt.SECRETS_FAIL_ON);
    boolean reveal = arguments.has(Opt.SHOW_SECRETS);
    if (reveal && !terminal.shows()) throw arguments.refused(Msg.NO_SHOW_SECRETS);
    String where = arguments.positionals().getFirst();
    Optional<Path> folder = path(where).filter(Files::isDirectory);
    Silence silence = Silence.ofSecrets(arguments, terminal, folder);
    InspectionOptions options = SecretConfigs.options(arguments, terminal, folder);
    Inspection inspection =
        reveal
            ? Inspection.revealingSecrets(options)
            : new Inspection(Set.of(Check.Area.SECRET), options);
    LayerResults cache = reveal ? LayerResults.none() : Caches.results(arguments, terminal);
    Subjects.Subject subject = subject(arguments, terminal, where, inspection, cache);
    List<Finding.OfCheck> findings =
        silence
            .apply(
                subject.inspected().findings(),
                subject.image(),
                List.of(),
                LocalDate.now(ZoneOffset.UTC),
                arguments.positionals().getFirst(),
                arguments,
                terminal)
            .findings()
            .stream()
            .map(Finding.OfCheck.class::cast)
            .toList();
    List<NotAnalysed> notAnalysed = subject.inspected().notAnalysed();
    switch (format) {
      case "json" -> json(findings, notAnalysed, terminal);
      case "sarif" -> CheckSarif.secrets(findings, notAnalysed, terminal);
      default -> SecretsTable.write(findings, terminal);
    }
    boolean refused =
        threshold.isPresent() && findings.stream().anyMatch(f -> isWorse(f, threshold.get()));
    return refused ? Main.REFUSED : Main.OK;
  }

  private static boolean isWorse(Finding.OfCheck finding, Severity threshold) {
    return finding.confidence() == Confidence.HIGH && finding.severity().atLeast(threshold);
  }

  private static Subjects.Subject subject(
      Arguments arguments,
      Terminal terminal,
      String where,
      Inspection inspection,
      LayerResults cache)
      throws IOException {
    var wanted = new Subjects.Wanted(false, Optional.of(inspection));
    if (where.equals("-")) {
      var in = new BufferedInputStream(terminal.in(), 1 << 16);
      in.mark(1_024);
      byte[] start = in.readNBytes(512);
      in.reset();
      if (!isArchive(start)) return Subjects.ofFile("stdin", text(in), inspection);
      System.setIn(in); // an image, which is read from there
      return Subjects.take(arguments, terminal, "-", cache, wanted);
    }
    Optional<Path> path = path(where);
    if (path.isPresent() && Files.isDirectory(path.get())) {
      return isSystem(path.get())
          ? Subjects.take(arguments, terminal, "dir:" + where, cache, wanted)
          : Subjects.ofFolder(arguments, terminal, where, cache, inspection);
    }
    if (path.isPresent() && Files.isRegularFile(path.get()) && !isImage(path.get())) {
      return Subjects.ofFile(where, text(path.get()), inspection);
    }
    return Subjects.take(arguments, terminal, where, cache, wanted);
  }

  /** Whether a folder is a system, whose packages tell what is no secret. */
  private static boolean isSystem(Path folder) {
    for (String each : List.of("etc/os-release", "usr/lib/os-release", "var/lib/dpkg", "lib/apk")) {
      if (Files.exists(folder.resolve(each))) return true;
    }
    return false;
  }

  private static Content text(BufferedInputStream in) throws IOException {
    byte[] all = in.readNBytes(MOST_TEXT);
    return Content.of(all);
  }

  private static Content text(Path file) throws IOException {
    if (Files.size(file) > MOST_TEXT) {
      throw new ProblemException(
          Problem.of(ProblemCode.FILE_UNREADABLE, file.toString(), "over 512 MiB"));
    }
    return Content.of(Files.readAllBytes(file));
  }

  private static Optional<Path> path(String where) {
    try {
      return Optional.of(Path.of(where));
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }

  /** Whether a file is an archive that may be an image: its first member is one of an image's. */
  private static boolean isImage(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(512);
      String name = file.getFileName().toString();
      return isArchive(start) && (name.endsWith(".tar") || name.endsWith(".oci"));
    }
  }

  private static boolean isArchive(byte[] start) {
    boolean tar =
        start.length == 512 && start[257] == 'u' && start[258] == 's' && start[259] == 't';
    boolean gzip = start.length > 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return tar || gzip;
  }

  private static void json(
      List<Finding.OfCheck> findings, List<NotAnalysed> notAnalysed, Terminal terminal)
      throws IOException {
    try (var json = JsonOut.to(terminal.out())) {
      json.object(
          () -> {
            json.text("schemaVersion", "1.0");
            json.array("findings", findings, finding -> finding(json, finding));
            LayersJson.notAnalysed(json, notAnalysed);
          });
    }
  }

  private static void finding(JsonOut json, Finding.OfCheck finding) throws IOException {
    json.text("id", finding.id());
    json.text("title", finding.title());
    json.text("severity", finding.severity().id());
    json.text("confidence", finding.confidence().id());
    json.text("path", finding.location().path());
    json.number("line", finding.location().line());
    json.optional("layer", finding.location().layer());
    if (!finding.part().isEmpty()) json.text("part", finding.part());
    json.text("standing", finding.standing().id());
    json.text("evidence", finding.evidence());
    json.text("remediation", finding.check().remedy().english());
  }
}
