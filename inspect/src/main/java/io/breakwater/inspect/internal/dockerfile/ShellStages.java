package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.internal.shell.ShellSource;
import io.breakwater.inspect.internal.shell.ShellSource.Form;
import io.breakwater.inspect.internal.shell.ShellSource.Mount;
import io.breakwater.inspect.internal.shell.ShellStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the shell code out of a build, each character with its place. */
final class ShellStages {
  private static final List<String> LINUX = List.of("/bin/sh", "-c");
  private static final List<String> WINDOWS = List.of("cmd", "/S", "/C");
  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");

  private final Build build;
  private final List<List<String>> shells = new ArrayList<>();
  private final Optional<List<String>> pragma;

  private ShellStages(Build build) {
    this.build = build;
    Optional<List<String>> named = Optional.empty();
    for (Comment each : build.file().comments()) {
      Optional<Pragma> found = Pragma.parse(each.text()).filter(p -> p.key().equals("shell"));
      if (found.isPresent()) named = Optional.of(List.of(found.get().values().getFirst(), "-c"));
    }
    this.pragma = named;
  }

  static List<ShellStage> of(Build build) {
    var stages = new ShellStages(build);
    var out = new ArrayList<ShellStage>();
    for (Stage stage : build.stages()) out.add(stages.stage(stage));
    return out;
  }

  private ShellStage stage(Stage stage) {
    Stage parent = stage.parent();
    List<String> words = parent == null ? List.of() : shells.get(parent.index());
    var sources = new ArrayList<ShellSource>();
    for (Instruction each : stage.instructions()) {
      Instruction inner = each.effective();
      if (inner.is(Keyword.SHELL)
          && inner.arguments() instanceof Arguments.Exec(List<Word> named)) {
        words = named.stream().map(Word::text).toList();
      }
      source(inner, each.is(Keyword.ONBUILD), words, stage).ifPresent(sources::add);
    }
    shells.add(words);
    return new ShellStage(
        stage.index(),
        stage.name(),
        stage.image(),
        parent == null ? -1 : parent.index(),
        stage.environment(),
        sources);
  }

  private Optional<ShellSource> source(
      Instruction each, boolean onbuild, List<String> named, Stage stage) {
    Optional<Form> form =
        switch (each.keyword()) {
          case RUN -> Optional.of(Form.RUN);
          case CMD -> Optional.of(Form.CMD);
          case ENTRYPOINT -> Optional.of(Form.ENTRYPOINT);
          case HEALTHCHECK -> Optional.of(Form.HEALTHCHECK);
          default -> Optional.empty();
        };
    if (form.isEmpty()) return Optional.empty();
    Arguments arguments = each.arguments();
    if (arguments instanceof Arguments.Health health) {
      if (health.command().isEmpty()) return Optional.empty();
      arguments = health.command().get();
    }
    List<String> words = named;
    if (named.isEmpty()) {
      words = pragma.orElse(stage.isWindows() || build.file().escape() == '`' ? WINDOWS : LINUX);
    }
    boolean chosen = !named.isEmpty() || pragma.isPresent();
    if (arguments instanceof Arguments.Plain(Word code)) {
      if (code.text().isEmpty()) return Optional.empty();
      if (isHeredoc(each, code)) return Optional.of(heredoc(each, words, chosen, onbuild));
      JoinedText text = withHeredocs(each, code);
      return Optional.of(
          new ShellSource(
              form.get(), text.text(), text, words, chosen, onbuild, mounts(each, stage)));
    }
    if (!(arguments instanceof Arguments.Exec(List<Word> exec)) || exec.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(exec(each, exec, form.get(), onbuild, stage));
  }

  private ShellSource exec(
      Instruction each, List<Word> exec, Form form, boolean onbuild, Stage stage) {
    String first = exec.getFirst().text();
    boolean shell = SHELLS.contains(first.substring(first.lastIndexOf('/') + 1));
    int code = -1;
    for (int i = 1; shell && i < exec.size() - 1 && code < 0; i++) {
      String option = exec.get(i).text();
      if (option.startsWith("-") && !option.startsWith("--") && option.endsWith("c")) code = i + 1;
    }
    var text = new JoinedText.Builder(build.file().file());
    if (code >= 0) {
      content(each, exec.get(code), text);
      List<String> used = exec.subList(0, code).stream().map(Word::text).toList();
      JoinedText built = text.build(each.start());
      return new ShellSource(form, built.text(), built, used, true, onbuild, mounts(each, stage));
    }
    for (int i = 0; i < exec.size(); i++) {
      int origin = each.line().origin(exec.get(i).start());
      if (i > 0) text.insert(" ", origin);
      boolean plain = isPlain(exec.get(i).text());
      if (!plain) text.insert("'", origin);
      if (exec.get(i).text().indexOf('\'') >= 0) {
        text.insert(exec.get(i).text().replace("'", "'\\''"), origin);
      } else {
        content(each, exec.get(i), text);
      }
      if (!plain) text.insert("'", origin);
    }
    JoinedText built = text.build(each.start());
    Form used = form == Form.RUN ? Form.RUN_EXEC : form;
    return new ShellSource(
        used, built.text(), built, List.of(), true, onbuild, mounts(each, stage));
  }

  /** The value of a JSON string, each character in its place where nothing in it is escaped. */
  private static void content(Instruction each, Word word, JoinedText.Builder out) {
    String written = each.line().text().substring(word.start() + 1, word.end() - 1);
    if (written.equals(word.text())) {
      out.append(each.line().part(word.start() + 1, word.end() - 1));
    } else {
      out.insert(word.text(), each.line().origin(word.start()));
    }
  }

  private static boolean isPlain(String word) {
    if (word.isEmpty()) return false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && "./_-:,@+=%".indexOf(c) < 0) return false;
    }
    return true;
  }

  private static boolean isHeredoc(Instruction each, Word code) {
    if (each.heredocs().size() != 1) return false;
    String text = code.text().strip();
    return text.startsWith("<<") && text.indexOf(' ') < 0 && text.indexOf('\t') < 0;
  }

  private ShellSource heredoc(
      Instruction each, List<String> words, boolean chosen, boolean onbuild) {
    Heredoc heredoc = each.heredocs().getFirst();
    var text = new JoinedText.Builder(build.file().file());
    body(heredoc, text);
    JoinedText built = text.build(heredoc.start());
    List<String> used = words;
    boolean named = chosen;
    if (built.text().startsWith("#!")) {
      int end = built.text().indexOf('\n');
      String line = built.text().substring(2, end < 0 ? built.text().length() : end).strip();
      used = List.of(line.split("[ \t]+", -1));
      named = true;
    }
    return new ShellSource(
        Form.HEREDOC, built.text(), built, used, named, onbuild, mounts(each, build.target()));
  }

  /** The lines of a heredoc without the tabs that {@code <<-} takes away. */
  private void body(Heredoc heredoc, JoinedText.Builder out) {
    SourceFile file = build.file().file();
    if (!heredoc.chomp()) {
      out.append(heredoc.start(), heredoc.end());
      return;
    }
    int at = heredoc.start();
    while (at < heredoc.end()) {
      int stop = file.text().indexOf('\n', at);
      stop = stop < 0 || stop >= heredoc.end() ? heredoc.end() : stop + 1;
      while (at < stop && file.text().charAt(at) == '\t') at++;
      out.append(at, stop);
      at = stop;
    }
  }

  private JoinedText withHeredocs(Instruction each, Word code) {
    JoinedText line = each.line().part(code.start(), code.end());
    if (each.heredocs().isEmpty()) return line;
    var text = new JoinedText.Builder(build.file().file());
    text.append(line);
    for (Heredoc heredoc : each.heredocs()) {
      if (text.length() > 0) text.insert("\n", heredoc.start());
      text.append(heredoc.start(), heredoc.terminatorEnd());
    }
    return text.build(each.start());
  }

  private List<Mount> mounts(Instruction each, Stage stage) {
    var out = new ArrayList<Mount>();
    for (Flag flag : each.flags()) {
      if (!flag.name().equals("mount")) continue;
      Map<String, String> options = flag.options();
      String target =
          options.getOrDefault(
              "target", options.getOrDefault("dst", options.getOrDefault("destination", "")));
      out.add(
          new Mount(
              options.getOrDefault("type", "bind"),
              Variables.fill(target, stage.environment(), build.file().escape())));
    }
    return out;
  }
}
