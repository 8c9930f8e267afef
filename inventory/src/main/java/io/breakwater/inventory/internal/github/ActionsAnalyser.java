package io.breakwater.inventory.internal.github;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Yaml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Actions that the workflows and composite actions of a repository on GitHub use. One that is
 * pinned to a commit has the version that the comment behind it tells, as bots write it. Actions of
 * the repository itself and container images are no packages.
 */
public final class ActionsAnalyser implements Analyser {
  private static final String FOLDER = ".github/";

  @Override
  public String name() {
    return "github-actions";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (!path.endsWith(".yml") && !path.endsWith(".yaml")) return false;
    if (!path.startsWith(FOLDER) && !path.contains("/.github/")) return false;
    if (LockFiles.isInPackage(path)) return false;
    return path.contains(".github/workflows/")
        || Paths.isNamed(path, "action.yml")
        || Paths.isNamed(path, "action.yaml");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String text = LockFiles.text(content);
    Set<String> uses = new LinkedHashSet<>();
    Json.Obj document = Yaml.object(text);
    Json.Obj jobs = document.object("jobs");
    for (String job : jobs.members().keySet()) {
      uses.add(jobs.object(job).text("uses"));
      steps(jobs.object(job), uses);
    }
    steps(document.object("runs"), uses);
    for (String use : uses) report(use, text, facts);
  }

  private static void steps(Json.Obj parent, Set<String> uses) {
    for (Json.Obj step : parent.objects("steps")) uses.add(step.text("uses"));
  }

  /** {@code owner/repository/path@reference}. */
  private static void report(String use, String text, FactSink facts) {
    int at = use.lastIndexOf('@');
    int owner = use.indexOf('/');
    if (owner <= 0 || at < owner || use.startsWith(".") || use.contains("://")) return;
    String path = use.substring(0, at);
    String reference = use.substring(at + 1);
    int repository = path.indexOf('/', owner + 1);
    String whole = repository < 0 ? path : path.substring(0, repository);
    int place = text.indexOf(use);
    boolean pinned = isCommit(reference);
    String told = pinned ? told(text, place + use.length()) : "";
    new Declared(
            new Coordinates(
                "githubactions",
                whole.substring(0, owner),
                whole.substring(owner + 1),
                told.isEmpty() ? reference : told,
                path),
            pinned && !told.isEmpty()
                ? Map.of("vcs_url", "git+https://github.com/" + whole + "@" + reference)
                : Map.of(),
            PackageTraits.DECLARED.with(Scope.DEVELOPMENT),
            List.of(),
            line(text, place))
        .within(repository < 0 ? "" : path.substring(repository + 1))
        .report(facts, "workflow");
  }

  private static boolean isCommit(String reference) {
    if (reference.length() != 40 && reference.length() != 64) return false;
    for (int i = 0; i < reference.length(); i++) {
      if (Character.digit(reference.charAt(i), 16) < 0) return false;
    }
    return true;
  }

  /** The first word of a comment in the rest of a line that is a version; empty for none. */
  private static String told(String text, int from) {
    int end = text.indexOf('\n', from);
    String rest = text.substring(from, end < 0 ? text.length() : end);
    int hash = rest.indexOf('#');
    if (hash < 0) return "";
    for (String word : rest.substring(hash + 1).replace('\t', ' ').split(" ", -1)) {
      String plain = word.startsWith("tag=") ? word.substring(4) : word.strip();
      int digit = plain.startsWith("v") ? 1 : 0;
      if (digit < plain.length() && Character.isDigit(plain.charAt(digit))) return plain;
    }
    return "";
  }

  private static int line(String text, int place) {
    int line = 1;
    for (int i = 0; i < place; i++) if (text.charAt(i) == '\n') line++;
    return place < 0 ? 0 : line;
  }
}
