package io.breakwater.inspect.internal.dockerfile;

import io.breakwater.inspect.lint.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks about ADD, and archives that COPY brings. */
final class AddRules {
  private static final List<String> ARCHIVES =
      List.of(
          ".tar",
          ".tar.gz",
          ".tgz",
          ".tar.bz2",
          ".tbz2",
          ".tbz",
          ".tar.xz",
          ".txz",
          ".tar.zst",
          ".tzst",
          ".gz",
          ".bz2",
          ".xz",
          ".z",
          ".lz",
          ".tar.lz",
          ".tlz",
          ".tar.lzma",
          ".lzma",
          ".tz",
          ".tb2",
          ".taz",
          ".tar.z");

  private AddRules() {}

  static void add(Rules rules) {
    rules.on(
        "dockerfile-add-local",
        (build, report) -> {
          for (Instruction each : build.effective()) {
            if (!each.is(Keyword.ADD)) continue;
            List<Word> words = CopyRules.paths(each, build);
            if (words.size() < 2
                || each.flag("checksum").isPresent()
                || each.flag("keep-git-dir").isPresent()) continue;
            boolean needed =
                words.subList(0, words.size() - 1).stream().anyMatch(w -> needsAdd(w.bare()));
            if (!needed) report.at(each.start(), copy(each));
          }
        });
    rules.on(
        "dockerfile-copy-archive",
        (build, report) -> {
          for (Stage stage : build.stages()) archives(build, stage, report);
        });
    rules.on(
        "dockerfile-add-remote-unverified",
        (build, report) ->
            remotes(
                build,
                (each, word, url) -> {
                  if (!isGit(url) && each.flag("checksum").isEmpty())
                    report.at(each, word, word.bare());
                }));
    rules.on(
        "dockerfile-add-remote-plain",
        (build, report) ->
            remotes(
                build,
                (each, word, url) -> {
                  if (url.startsWith("http://") && each.flag("checksum").isEmpty())
                    report.at(each, word, word.bare());
                }));
    rules.on(
        "dockerfile-add-git-unpinned",
        (build, report) ->
            remotes(
                build,
                (each, word, url) -> {
                  if (!isGit(url) || each.flag("checksum").isPresent()) return;
                  int hash = url.indexOf('#');
                  String reference = hash < 0 ? "" : url.substring(hash + 1).split(":", 2)[0];
                  boolean commit =
                      reference.length() == 40
                          && reference.chars().allMatch(c -> Character.digit(c, 16) >= 0);
                  if (!commit && reference.indexOf('$') < 0) report.at(each, word, word.bare());
                }));
  }

  private interface Look {
    void at(Instruction add, Word word, String url);
  }

  private static void remotes(Build build, Look look) {
    for (Instruction each : build.effective()) {
      if (!each.is(Keyword.ADD)) continue;
      List<Word> words = each.words();
      for (int i = 0; i < words.size() - 1; i++) {
        String url = words.get(i).bare().toLowerCase(Locale.ROOT);
        if (isRemote(url)) look.at(each, words.get(i), url);
      }
    }
  }

  private static boolean isRemote(String url) {
    return url.startsWith("http://") || url.startsWith("https://") || isGit(url);
  }

  private static boolean isGit(String url) {
    int hash = url.indexOf('#');
    String path = hash < 0 ? url : url.substring(0, hash);
    return url.startsWith("git@")
        || url.startsWith("git://")
        || url.startsWith("ssh://")
        || (path.startsWith("http") && path.endsWith(".git"));
  }

  private static boolean needsAdd(String source) {
    String lower = source.toLowerCase(Locale.ROOT);
    return isRemote(lower) || isArchive(lower) || lower.indexOf('$') >= 0;
  }

  private static boolean isArchive(String lower) {
    for (String end : ARCHIVES) if (lower.endsWith(end)) return true;
    return false;
  }

  /** ADD as COPY: only where no pattern of the source could name an archive. */
  private static List<TextEdit> copy(Instruction each) {
    for (Word word : each.words()) {
      if (word.text().indexOf('*') >= 0
          || word.text().indexOf('?') >= 0
          || word.text().indexOf('[') >= 0) return List.of();
    }
    String right = Character.isLowerCase(each.written().charAt(0)) ? "copy" : "COPY";
    int end = each.keywordAt() + each.written().length();
    return Edits.replace(each, each.keywordAt(), end, right);
  }

  /** An archive that COPY brings and a RUN behind it unpacks. */
  private static void archives(Build build, Stage stage, Report report) {
    record Copied(Instruction at, String name) {}
    var copied = new ArrayList<Copied>();
    var told = new ArrayList<Instruction>();
    for (Instruction each : stage.instructions()) {
      if (each.is(Keyword.COPY) && each.flag("from").isEmpty()) {
        List<Word> words = CopyRules.paths(each, build);
        for (int i = 0; i < words.size() - 1; i++) {
          String source = words.get(i).bare();
          if (!isArchive(source.toLowerCase(Locale.ROOT)) || copied.size() >= 100) continue;
          String target = words.getLast().bare();
          copied.add(
              new Copied(each, last(isArchive(target.toLowerCase(Locale.ROOT)) ? target : source)));
        }
      }
      if (!each.is(Keyword.RUN) || !(each.arguments() instanceof Arguments.Plain(Word code)))
        continue;
      if (!unpacks(code.text())) continue;
      for (Copied one : copied) {
        if (code.text().contains(one.name()) && !told.contains(one.at())) {
          told.add(one.at());
          report.at(one.at(), one.name());
        }
      }
    }
  }

  private static boolean unpacks(String code) {
    String padded = " " + code;
    for (String tool :
        List.of(
            "gunzip ",
            "bunzip2 ",
            "unlzma ",
            "unxz ",
            "zcat ",
            "xzcat ",
            "bzcat ",
            "gzcat ",
            "uncompress ",
            "zgz ")) {
      if (padded.contains(" " + tool)) return true;
    }
    int tar = padded.indexOf(" tar ");
    while (tar >= 0) {
      for (String word :
          padded.substring(tar + 5, Math.min(padded.length(), tar + 200)).split(" +", 6)) {
        if (word.equals("--extract") || word.equals("--get")) return true;
        boolean flags = !word.startsWith("--") && (word.startsWith("-") || word.indexOf('.') < 0);
        if (flags && word.indexOf('x') >= 0 && word.length() <= 8) return true;
      }
      tar = padded.indexOf(" tar ", tar + 5);
    }
    return false;
  }

  private static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
