package io.breakwater.inspect.internal.config;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Judges the steps that an image's history tells of. */
final class Steps {
  private static final int LONGEST = 64 * 1024;
  private static final Set<String> FETCHERS = Set.of("curl", "wget");
  private static final Set<String> SHELLS =
      Set.of(
          "sh", "bash", "zsh", "dash", "ash", "ksh", "python", "python3", "perl", "ruby", "node");

  private final List<Json.Obj> history;
  private final int layers;

  /**
   * The steps of a history.
   *
   * @param layers how many layers the image has: only then is it known which step made which
   */
  Steps(List<Json.Obj> history, int layers) {
    this.history = history;
    this.layers = layers;
  }

  void judge(Findings findings) {
    long made = history.stream().filter(step -> !step.isTrue("empty_layer")).count();
    int layer = (int) (layers - made);
    for (int i = 0; i < history.size(); i++) {
      Json.Obj step = history.get(i);
      boolean empty = step.isTrue("empty_layer");
      String line = step.text("created_by");
      if (line.length() > LONGEST) line = line.substring(0, LONGEST);
      step(line, empty || made > layers ? -1 : layer, "History " + (i + 1), findings);
      if (!empty) layer++;
    }
  }

  private static void step(String told, int layer, String part, Findings findings) {
    String line = told.strip();
    boolean isAdd = line.startsWith("ADD ") || line.contains("#(nop) ADD ");
    if (isAdd) {
      add(line.substring(line.indexOf("ADD ") + 4), layer, part, findings);
    } else if (line.startsWith("RUN ") || line.startsWith("/bin/sh -c ") || line.startsWith("|")) {
      if (!line.contains("#(nop)")) run(line, layer, part, findings);
    }
  }

  private static void add(String words, int layer, String part, Findings findings) {
    for (String word : words.split("\\s+", -1)) {
      boolean remote = word.startsWith("http://") || word.startsWith("https://");
      if (remote && !words.contains("--checksum")) {
        findings.ofStep(ConfigCheck.ADD_REMOTE, layer, part, Shown.url(word));
        return;
      }
    }
    // A base image's root file system comes by ADD into /; Docker notes the digest of local files.
    boolean isRoot = words.contains(" in / ") || words.strip().endsWith(" /");
    boolean isArchive = words.matches(".*\\.(tar|tgz|txz|tbz2?|tar\\.\\w+)\\b.*");
    if (!isRoot && !isArchive)
      findings.ofStep(
          ConfigCheck.ADD_LOCAL, layer, part, Shown.command(List.of(words.split("\\s+", -1))));
  }

  private static void run(String line, int layer, String part, Findings findings) {
    List<Command> commands = commands(line);
    String update = "";
    boolean installs = false;
    for (int i = 0; i < commands.size(); i++) {
      Command command = commands.get(i);
      String shown = Shown.command(command.words);
      if (command.updates()) update = shown;
      installs |= command.installs();
      if (command.isUnverified()) {
        findings.ofStep(ConfigCheck.UNVERIFIED, layer, part, shown);
      }
      if (command.isUnverifiedDownload()) {
        findings.ofStep(ConfigCheck.UNVERIFIED_DOWNLOAD, layer, part, shown);
      }
      if (command.name().equals("sudo")) findings.ofStep(ConfigCheck.SUDO, layer, part, shown);
      if (command.opensToAll()) findings.ofStep(ConfigCheck.WORLD_WRITABLE, layer, part, shown);
      boolean fed =
          i > 0 && commands.get(i - 1).piped && FETCHERS.contains(commands.get(i - 1).name());
      if (fed && SHELLS.contains(command.program())) {
        findings.ofStep(
            ConfigCheck.CURL_SHELL,
            layer,
            part,
            Shown.command(commands.get(i - 1).words) + " | " + shown);
      }
    }
    if (!update.isEmpty() && !installs)
      findings.ofStep(ConfigCheck.UPDATE_ALONE, layer, part, update);
  }

  /** A command, and whether its output goes to the next. */
  private record Command(List<String> words, boolean piped) {
    String name() {
      String name = words.getFirst();
      return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What runs: behind sudo too. */
    String program() {
      boolean more = name().equals("sudo") && words.size() > 1;
      return more ? new Command(words.subList(1, words.size()), piped).program() : name();
    }

    boolean has(String... any) {
      for (String word : any) if (words.contains(word)) return true;
      return false;
    }

    boolean isManager(String... names) {
      for (String name : names) if (name().equals(name)) return true;
      return false;
    }

    boolean updates() {
      return (isManager("apt-get", "apt", "aptitude", "apk") && has("update"))
          || (isManager("yum", "dnf", "microdnf") && has("makecache"))
          || (isManager("zypper") && has("refresh", "ref"));
    }

    boolean installs() {
      return has(
          "install", "add", "upgrade", "dist-upgrade", "full-upgrade", "in", "build-dep", "source");
    }

    boolean isUnverified() {
      if (isManager("apt-get", "apt")) {
        return has("--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories");
      }
      if (isManager("apk")) return has("--allow-untrusted");
      if (isManager("yum", "dnf", "microdnf")) return has("--nogpgcheck", "--no-gpg-checks");
      if (isManager("zypper")) return has("--no-gpg-checks");
      if (isManager("rpm")) return has("--nosignature", "--nodigest");
      return isManager("echo", "printf") && String.join(" ", words).contains("[trusted=yes]");
    }

    boolean isUnverifiedDownload() {
      if (isManager("curl")) return has("--insecure") || shortFlag('k');
      if (isManager("wget")) return has("--no-check-certificate");
      if (isManager("pip", "pip3")) return has("--trusted-host");
      if (isManager("git")) return String.join(" ", words).contains("http.sslVerify=false");
      if (isManager("npm", "yarn", "pnpm")) {
        return String.join(" ", words).contains("strict-ssl false")
            || String.join(" ", words).contains("strict-ssl=false");
      }
      return false;
    }

    private boolean shortFlag(char flag) {
      for (String word : words) {
        boolean flags = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
        if (flags && word.indexOf(flag) > 0 && word.chars().skip(1).allMatch(Character::isLetter)) {
          return true;
        }
      }
      return false;
    }

    boolean opensToAll() {
      if (!isManager("chmod")) return false;
      for (String word : words) {
        String mode = word.toLowerCase(Locale.ROOT);
        if (mode.matches("0?[0-7]?[0-7]{2}[2367]") && !mode.startsWith("1")) return true;
        if (mode.matches("[ugo]*[ao][ugo]*\\+[rxst]*w[rwxst]*")) return true;
      }
      return false;
    }
  }

  /** Splits a line into commands as far as can be told without a grammar: quotes are heeded. */
  private static List<Command> commands(String line) {
    var commands = new ArrayList<Command>();
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ';';
      if (quote != 0 && i < line.length()) {
        if (c == quote) quote = 0;
        else word.append(c);
        continue;
      }
      if (c == '\'' || c == '"') {
        quote = c;
        continue;
      }
      boolean ends = c == ';' || c == '&' || c == '|' || c == '\n' || c == '(' || c == ')';
      if (!ends && !Character.isWhitespace(c)) {
        word.append(c);
        continue;
      }
      if (!word.isEmpty()) words.add(word.toString());
      word.setLength(0);
      if (!ends || words.isEmpty()) continue;
      boolean piped = c == '|' && (i + 1 >= line.length() || line.charAt(i + 1) != '|');
      command(words, piped, commands);
      words.clear();
    }
    return commands;
  }

  private static void command(List<String> words, boolean piped, List<Command> commands) {
    int from = 0;
    while (from < words.size()) {
      String word = words.get(from);
      boolean before =
          word.equals("RUN")
              || word.equals("/bin/sh")
              || word.equals("/bin/bash")
              || word.equals("-c")
              || word.startsWith("|")
              || word.equals("then")
              || word.equals("do")
              || word.equals("if")
              || word.equals("!")
              || word.startsWith("--mount")
              || word.equals("-o")
              || word.equals("-ex")
              || word.equals("-euxo")
              || word.equals("pipefail")
              || word.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
      if (!before) break;
      from++;
    }
    if (from < words.size()) {
      commands.add(new Command(List.copyOf(words.subList(from, words.size())), piped));
    }
  }
}
