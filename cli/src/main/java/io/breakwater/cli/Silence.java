package io.breakwater.cli;

import io.breakwater.advisory.Suppressor;
import io.breakwater.advisory.ignore.IgnoreFile;
import io.breakwater.advisory.ignore.IgnoreRule;
import io.breakwater.advisory.ignore.InvalidIgnoreException;
import io.breakwater.advisory.vex.InvalidVexException;
import io.breakwater.advisory.vex.VexDocument;
import io.breakwater.advisory.vex.VexFolder;
import io.breakwater.advisory.vex.VexMatcher;
import io.breakwater.advisory.vex.VexReader;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.Suppressions;
import io.breakwater.oci.Attachment;
import io.breakwater.oci.Attachments;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shall be taken out of the findings: the VEX that {@code --vex} names, and ignore rules.
 *
 * @param vex files, folders or {@code oci}
 * @param rules in the order of their files
 */
record Silence(List<String> vex, List<IgnoreRule> rules) {
  /** Nothing is taken out. */
  static final Silence NONE = new Silence(List.of(), List.of());

  private static final String ATTACHED = "oci";
  private static final String GITLEAKS = ".gitleaksignore";
  private static final List<String> USUAL = List.of("breakwater-ignore.yaml", ".trivyignore");

  /** What the user asked for, and what lies in the current folder. */
  static Silence of(Arguments arguments, Terminal terminal) throws IOException {
    return of(arguments, terminal, Path.of(""));
  }

  /** As above, with another folder. */
  static Silence of(Arguments arguments, Terminal terminal, Path folder) throws IOException {
    var rules = new ArrayList<IgnoreRule>();
    List<String> files = arguments.values(Opt.IGNORE);
    for (String file : files) rules.addAll(rules(path(file, ProblemCode.IGNORE_UNREADABLE), file));
    if (files.isEmpty()) {
      for (String name : USUAL) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) continue;
        rules.addAll(rules(file, name));
        if (!arguments.has(Opt.QUIET)) {
          terminal.err().println(terminal.say(Msg.IGNORE_FOUND, name));
        }
      }
    }
    return new Silence(arguments.values(Opt.VEX), rules);
  }

  /** For secrets: as above, and what gitleaks is told to ignore in a folder that is searched. */
  static Silence ofSecrets(Arguments arguments, Terminal terminal, Optional<Path> folder)
      throws IOException {
    Silence usual = of(arguments, terminal);
    var rules = new ArrayList<>(usual.rules());
    if (arguments.values(Opt.IGNORE).isEmpty()) {
      Path file = folder.orElse(Path.of("")).resolve(GITLEAKS);
      if (Files.isRegularFile(file)) {
        rules.addAll(rules(file, GITLEAKS));
        if (!arguments.has(Opt.QUIET)) {
          terminal.err().println(terminal.say(Msg.IGNORE_FOUND, GITLEAKS));
        }
      }
    }
    return new Silence(usual.vex(), rules);
  }

  private static List<IgnoreRule> rules(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) throw ProblemException.of(ProblemCode.FILE_MISSING, name);
    try {
      return IgnoreFile.read(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (InvalidIgnoreException invalid) {
      throw new ProblemException(
          Problem.of(ProblemCode.IGNORE_UNREADABLE, name, invalid.reason()), invalid);
    }
  }

  private static Path path(String name, ProblemCode code) throws ProblemException {
    try {
      return Path.of(name);
    } catch (InvalidPathException none) {
      throw new ProblemException(Problem.of(code, name, String.valueOf(none.getMessage())), none);
    }
  }

  /** Takes out of the findings what shall not be reported. */
  Suppressor.Outcome apply(
      List<? extends Finding> findings,
      ImageInfo image,
      List<Component> components,
      LocalDate today,
      String reference,
      Arguments arguments,
      Terminal terminal)
      throws IOException {
    if (vex.isEmpty() && rules.isEmpty()) {
      return new Suppressor.Outcome(List.copyOf(findings), Suppressions.NONE);
    }
    VexMatcher matcher = matcher(image, components, reference, arguments, terminal);
    return new Suppressor(matcher, rules, image, components, today).apply(findings);
  }

  /** The VEX that is named, for an image. */
  VexMatcher matcher(
      ImageInfo image,
      List<Component> components,
      String reference,
      Arguments arguments,
      Terminal terminal)
      throws IOException {
    var documents = new ArrayList<VexDocument>();
    for (String name : vex) {
      if (name.equals(ATTACHED)) documents.addAll(attached(reference, arguments, terminal));
      else documents.addAll(read(name, components, terminal));
    }
    return new VexMatcher(documents, image, components);
  }

  private static List<VexDocument> read(String name, List<Component> components, Terminal terminal)
      throws IOException {
    Path path = path(name, ProblemCode.VEX_UNREADABLE);
    try {
      if (Files.isDirectory(path)) {
        return new VexFolder((file, reason) -> skipped(file.toString(), reason, terminal))
            .read(path, components);
      }
      if (!Files.isRegularFile(path)) throw ProblemException.of(ProblemCode.FILE_MISSING, name);
      return List.of(VexFolder.readFile(path));
    } catch (InvalidVexException invalid) {
      throw new ProblemException(
          Problem.of(ProblemCode.VEX_UNREADABLE, name, invalid.reason()), invalid);
    }
  }

  /** Of many documents one may be broken: findings stay, so going on hides nothing. */
  private static void skipped(String name, String reason, Terminal terminal) {
    terminal.err().println(Cells.clean(terminal.say(Msg.VEX_SKIPPED, name, reason)));
  }

  private static List<VexDocument> attached(
      String reference, Arguments arguments, Terminal terminal) throws IOException {
    int colon = reference.indexOf(':');
    boolean local =
        colon > 0
            && List.of("docker-archive", "dir", "podman", "docker", "containerd", "sbom")
                .contains(reference.substring(0, colon));
    if (local || reference.equals("-")) {
      throw ProblemException.of(
          ProblemCode.VEX_UNREADABLE, reference, terminal.say(Msg.NO_ATTACHMENTS));
    }
    var documents = new ArrayList<VexDocument>();
    for (Attachment each :
        Attachments.of(
            reference,
            Images.options(arguments, terminal, ProgressListener.NONE),
            VexReader::mayBe,
            VexReader.LARGEST)) {
      if (each.content().isEmpty()) continue;
      try {
        documents.add(VexReader.read(each.digest().toString(), each.content().get()));
      } catch (InvalidVexException other) {
        boolean promised = each.type().contains("vex");
        if (promised) skipped(each.digest().toString(), other.reason(), terminal);
      }
    }
    return documents;
  }
}
