package io.breakwater.inspect.internal.config;

import io.breakwater.inspect.Subject;
import io.breakwater.inspect.internal.ImageJudge;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.model.EndOfLife;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.json.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges an image's configuration: section 4 of the CIS Docker benchmark, and what makes trouble at
 * run time. A root file system has no configuration, and nothing is said of it.
 */
final class ConfigJudge implements ImageJudge {
  private static final long SMALLEST_CACHE = 64 * 1024;
  private static final int MANY_LAYERS = 60;

  private static final Set<String> STOP_SIGNALS =
      Set.of("", "TERM", "INT", "QUIT", "HUP", "USR1", "USR2", "WINCH", "PWR");
  private static final Set<String> NO_STOP = Set.of("KILL", "STOP", "9", "19");

  @Override
  public List<Judgement> judge(Subject subject, List<Seen> seen) {
    var findings = new Findings();
    caches(seen, findings);
    Json.Obj document = subject.configuration();
    if (document.members().isEmpty()) return findings.list();
    Json.Obj config = document.object("config");
    ImageInfo image = subject.image();
    user(image.settings().user(), users(seen), findings);
    command(image.settings(), findings);
    Ports.judge(image.settings().ports(), findings);
    volumes(image.settings().volumes(), findings);
    if (config.object("Healthcheck").array("Test").isEmpty()) {
      findings.add(ConfigCheck.HEALTHCHECK, "Healthcheck", "");
    }
    stopSignal(config.text("StopSignal"), findings);
    Variables.judge(config.texts("Env"), findings);
    Labels.judge(config.object("Labels"), findings);
    new Steps(document.objects("history"), image.layers().size()).judge(findings);
    age(image, subject.day(), findings);
    name(image, findings);
    Platforms.judge(subject, findings);
    if (image.layers().size() > MANY_LAYERS) {
      findings.add(ConfigCheck.MANY_LAYERS, "", String.valueOf(image.layers().size()));
    }
    return findings.list();
  }

  private static Map<String, String> users(List<Seen> seen) {
    var users = new HashMap<String, String>();
    for (Seen one : seen) {
      boolean isThere = one.standing() == Finding.Standing.PRESENT;
      if (!isThere || !one.sighting().check().equals(SetupFiles.USER)) continue;
      users.put(one.sighting().part(), one.sighting().evidence());
    }
    return users;
  }

  private static void user(String told, Map<String, String> users, Findings findings) {
    int colon = told.indexOf(':');
    String user = (colon < 0 ? told : told.substring(0, colon)).strip();
    boolean isNumber = !user.isEmpty() && user.chars().allMatch(c -> c >= '0' && c <= '9');
    String uid = isNumber ? user : user.isEmpty() ? "0" : users.getOrDefault(user, "");
    if (isRoot(user, uid)) {
      findings.add(ConfigCheck.USER_ROOT, "User", told.isEmpty() ? "USER is not set" : told);
      return;
    }
    if (isNumber) return;
    if (uid.isEmpty()) findings.add(ConfigCheck.USER_UNKNOWN, "User", told);
    else findings.add(ConfigCheck.USER_NAME, "User", told + " is " + uid);
  }

  private static boolean isRoot(String user, String uid) {
    if (user.equals("root")) return true;
    return !uid.isEmpty() && uid.chars().allMatch(c -> c == '0');
  }

  private static void command(ImageInfo.Settings settings, Findings findings) {
    List<String> entry = settings.entrypoint();
    List<String> command = settings.command();
    if (entry.isEmpty() && command.isEmpty()) {
      findings.add(ConfigCheck.NO_COMMAND, "Entrypoint", "");
      return;
    }
    if (!entry.isEmpty()) shellForm("Entrypoint", entry, findings);
    else shellForm("Cmd", command, findings);
  }

  private static void shellForm(String part, List<String> words, Findings findings) {
    if (words.size() < 3 || !words.get(1).equals("-c")) return;
    if (!words.getFirst().endsWith("/sh") && !words.getFirst().endsWith("/bash")) return;
    String script = words.get(2).strip();
    if (script.startsWith("exec ") || script.contains("; exec ") || script.contains("&& exec ")) {
      return;
    }
    findings.add(ConfigCheck.SHELL_FORM, part, Shown.command(List.of(script.split("\\s+", -1))));
  }

  private static void volumes(List<String> volumes, Findings findings) {
    var sensitive =
        Set.of(
            "",
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/home",
            "/lib",
            "/lib64",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/sys",
            "/usr",
            "/var",
            "/var/run",
            "/var/lib",
            "/var/run/docker.sock",
            "/run/docker.sock",
            "/var/lib/docker",
            "/var/lib/kubelet");
    for (String volume : volumes) {
      String path = volume.endsWith("/") ? volume.substring(0, volume.length() - 1) : volume;
      if (sensitive.contains(path)) findings.add(ConfigCheck.VOLUME, "Volumes", volume);
    }
  }

  private static void stopSignal(String told, Findings findings) {
    String signal = told.toUpperCase(Locale.ROOT);
    String name = signal.startsWith("SIG") ? signal.substring(3) : signal;
    boolean isNumber = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean isKnown = STOP_SIGNALS.contains(name) || isNumber || name.startsWith("RT");
    if (NO_STOP.contains(name) || !isKnown) {
      findings.add(ConfigCheck.STOP_SIGNAL, "StopSignal", told);
    }
  }

  private static void age(ImageInfo image, LocalDate day, Findings findings) {
    if (EndOfLife.of(image.os()).on(day) instanceof EndOfLife.State.Ended ended) {
      String name = image.os().id() + " " + image.os().version();
      findings.add(ConfigCheck.SYSTEM_ENDED, "", name + " ended on " + ended.since());
    }
    if (image.created().isEmpty()) return;
    LocalDate built = LocalDate.ofInstant(image.created().get(), ZoneOffset.UTC);
    // Reproducible builds write a time of their own choice, such as 1970.
    boolean isTold = built.getYear() >= 2013;
    if (isTold && built.plusYears(1).isBefore(day)) {
      findings.add(ConfigCheck.OLD, "", "built on " + built);
    }
  }

  private static void name(ImageInfo image, Findings findings) {
    if (!image.foundIn().equals("registry")) return;
    String name = image.name();
    if (name.contains("@")) return;
    String last = name.substring(name.lastIndexOf('/') + 1);
    int colon = last.indexOf(':');
    if (colon < 0 || last.endsWith(":latest")) findings.add(ConfigCheck.LATEST, "", name);
  }

  private static void caches(List<Seen> seen, Findings findings) {
    var sizes = new TreeMap<Integer, Map<String, Long>>();
    for (Seen one : seen) {
      if (!one.sighting().check().equals(SetupFiles.CACHED)) continue;
      sizes
          .computeIfAbsent(one.layer(), l -> new TreeMap<>())
          .merge(one.sighting().part(), Long.parseLong(one.sighting().evidence()), Long::sum);
    }
    sizes.forEach(
        (layer, folders) -> {
          long total = folders.values().stream().mapToLong(Long::longValue).sum();
          if (total < SMALLEST_CACHE) return;
          var names = new ArrayList<String>();
          folders.forEach((folder, size) -> names.add("/" + folder + " " + size / 1024 + " kB"));
          findings.ofStep(ConfigCheck.CACHE, layer, "", String.join(", ", names));
        });
  }
}
