package io.breakwater.inspect.notices;

import io.breakwater.inspect.internal.licence.CopyrightFile;
import io.breakwater.inspect.internal.licence.LicenceFileInspector;
import io.breakwater.inspect.internal.licence.LicenceList;
import io.breakwater.inspect.internal.licence.NoticeNames;
import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicenceFiles;
import io.breakwater.inspect.notices.NoticeFiles.TextFile;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what is passed on. Used once. */
final class Gathering {
  private static final String SHELF = "/" + NoticeNames.COMMON;
  private static final String SPDX = "https://spdx.org/licenses/";
  private static final int MOST_NOTICE = 8 << 20;

  private final NoticeFiles files;
  private final Texts texts = new Texts();
  private final Map<String, String> notices = new LinkedHashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private final Set<String> leftOut;
  private long noticed;

  Gathering(NoticeFiles files) {
    this.files = files;
    this.leftOut = new TreeSet<>(files.leftOut());
  }

  /** What one file tells. */
  private record Told(List<String> statements, Set<Texts.Wording> texts, Set<String> notices) {
    static Told nothing() {
      return new Told(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  /** What is told of a component or folder. */
  private record Draft(String title, String purl, String licence, List<Told> told) {}

  Notices of(List<ComponentLicence> components) {
    Map<String, Set<String>> dwellers = dwellers(components);
    var claimed = new HashSet<String>();
    var drafts = new ArrayList<Draft>();
    var silent = new ArrayList<String>();
    for (ComponentLicence each : components) {
      Component component = each.component();
      var mine = new ArrayList<Told>();
      for (TextFile file : beside(component, dwellers)) {
        claimed.add(file.path());
        mine.add(told(file));
      }
      if (mine.isEmpty()) silent.add(name(component));
      String licence = each.licence().isPresent() ? each.text() : "";
      drafts.add(new Draft(name(component), component.purl().toString(), licence, mine));
    }
    var missing = new TreeMap<String, Set<String>>();
    for (int i = 0; i < drafts.size(); i++) {
      drafts.get(i).told().add(elsewhere(components.get(i), drafts.get(i), missing));
    }
    List<Draft> others = others(claimed);
    List<Notices.Words> words = texts.numbered();
    Map<String, Integer> numbers = new HashMap<>();
    var said = new ArrayList<Notices.Words>();
    for (Map.Entry<String, String> each : new TreeMap<>(byPath()).entrySet()) {
      said.add(new Notices.Words(fileName(each.getKey()), each.getKey(), each.getValue()));
      numbers.put(each.getValue(), said.size());
    }
    return new Notices(
        drafts.stream().map(draft -> item(draft, numbers)).toList(),
        others.stream().map(draft -> item(draft, numbers)).toList(),
        words,
        said,
        missing.entrySet().stream().map(Gathering::missing).toList(),
        silent,
        List.copyOf(leftOut));
  }

  /** Which components lie in a folder: what lies beside several belongs to none of them. */
  private static Map<String, Set<String>> dwellers(List<ComponentLicence> components) {
    var dwellers = new HashMap<String, Set<String>>();
    for (ComponentLicence each : components) {
      for (Location at : each.component().locations()) {
        dwellers
            .computeIfAbsent(folder(at.path()), _ -> new HashSet<>())
            .add(each.component().id());
      }
    }
    return dwellers;
  }

  private List<TextFile> beside(Component component, Map<String, Set<String>> dwellers) {
    var found = new LinkedHashMap<String, TextFile>();
    Set<String> folders = new LinkedHashSet<>(LicenceFiles.folders(component));
    if (component.type().equals("rpm") || component.type().equals("apk")) {
      folders.add("/usr/share/doc/" + component.name());
    }
    for (String folder : folders) {
      boolean shared = dwellers.getOrDefault(folder, Set.of()).size() > 1;
      String over = folder(folder);
      boolean inShared =
          folder.endsWith("/licenses") && dwellers.getOrDefault(over, Set.of()).size() > 1;
      if (shared || inShared) continue;
      for (TextFile file : files.in(folder)) found.put(file.path(), file);
    }
    return List.copyOf(found.values());
  }

  private Told told(TextFile file) {
    Told before = told.get(file.path());
    if (before != null) return before;
    Told now = read(file);
    told.put(file.path(), now);
    return now;
  }

  private Told read(TextFile file) {
    Told told = Told.nothing();
    String text = file.text();
    if (file.isNotice()) {
      told.statements().addAll(Copyrights.of(text).statements());
      notice(file, told);
    } else if (CopyrightFile.isMachineReadable(text)) {
      DebianCopyright read = DebianCopyright.of(text);
      told.statements().addAll(read.statements());
      for (DebianCopyright.Named each : read.licences()) text(each.name(), file, each.text(), told);
      if (read.licences().isEmpty()) text("", file, text, told);
      common(text, told);
    } else {
      Copyrights found = Copyrights.of(text);
      told.statements().addAll(found.statements());
      boolean debian = file.path().startsWith("/usr/share/doc/");
      // Of several licences in one file it would be lost who holds the rights under which.
      boolean apart = !debian && found.last() < 0.4 && found.statements().size() < 40;
      text("", file, apart ? found.body() : text, told);
      common(text, told);
    }
    return told;
  }

  private void text(String name, TextFile file, String text, Told told) {
    String title = name.isEmpty() ? title(file) : name;
    Optional<Texts.Wording> wording = texts.add(title, file.path(), text);
    if (wording.isPresent()) told.texts().add(wording.get());
    else leftOut.add(file.path());
  }

  private static String title(TextFile file) {
    return LicenceFileInspector.read(file.path().substring(1), file.text())
        .map(LicenceExpression::text)
        .filter(words -> words.length() <= 120)
        .orElse(file.path());
  }

  private void notice(TextFile file, Told told) {
    String text = Texts.trimmed(file.text());
    if (!notices.containsKey(text)) {
      if (noticed + text.length() > MOST_NOTICE) {
        leftOut.add(file.path());
        return;
      }
      noticed += text.length();
      notices.put(text, file.path());
    }
    told.notices().add(text);
  }

  /** The texts that a file points at, where the image has them. */
  private void common(String text, Told told) {
    for (int at = text.indexOf(SHELF); at >= 0; at = text.indexOf(SHELF, at + 1)) {
      int end = at + SHELF.length();
      while (end < text.length() && isNamePart(text.charAt(end))) end++;
      while (text.charAt(end - 1) == '.') end--;
      Optional<TextFile> file = files.at(text.substring(at, end));
      file.ifPresent(each -> text("", each, each.text(), told));
    }
  }

  private static boolean isNamePart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.';
  }

  /** The texts of a component's licences that lie elsewhere in the image; notes what is nowhere. */
  private Told elsewhere(ComponentLicence of, Draft draft, Map<String, Set<String>> missing) {
    Told more = Told.nothing();
    if (of.licence().isEmpty()) return more;
    boolean own = draft.told().stream().anyMatch(each -> !each.texts().isEmpty());
    for (LicenceExpression leaf : of.licence().get().expression().leaves()) {
      switch (leaf) {
        case LicenceExpression.With(LicenceExpression licence, String exception) -> {
          licence(licence, draft, more, missing);
          if (!own) missing.computeIfAbsent(exception, _ -> new TreeSet<>()).add(draft.title());
        }
        case LicenceExpression.Licence licence -> licence(licence, draft, more, missing);
        case LicenceExpression.Reference _, LicenceExpression.And _, LicenceExpression.Or _ -> {}
      }
    }
    return more;
  }

  private void licence(
      LicenceExpression leaf, Draft draft, Told more, Map<String, Set<String>> missing) {
    if (!(leaf instanceof LicenceExpression.Licence(String id, boolean _))) return;
    String base = Texts.base(id);
    for (Told each : draft.told()) {
      if (each.texts().stream().anyMatch(text -> text.licences.contains(base))) return;
    }
    Optional<Texts.Wording> text = shelved(base);
    if (text.isPresent()) more.texts().add(text.get());
    else missing.computeIfAbsent(id, _ -> new TreeSet<>()).add(draft.title());
  }

  /** The text of a licence that is known, else where the system keeps it. */
  private Optional<Texts.Wording> shelved(String base) {
    Optional<Texts.Wording> known = texts.ofLicence(base);
    if (known.isPresent()) return known;
    String spdx = "/usr/share/licenses/spdx/" + base + ".txt";
    for (String path : List.of(SHELF + debian(base), spdx)) {
      Optional<TextFile> file = files.at(path);
      if (file.isPresent()) text("", file.get(), file.get().text(), Told.nothing());
    }
    return texts.ofLicence(base);
  }

  /** GPL-2.0 lies in a file called GPL-2; Apache-2.0 in one of this name. */
  private static String debian(String base) {
    if (base.equals("Artistic-1.0-Perl")) return "Artistic";
    boolean gnu = base.startsWith("GPL-") || base.startsWith("LGPL-");
    return gnu && base.endsWith(".0") ? base.substring(0, base.length() - 2) : base;
  }

  /** What lies in the image and belongs to no component. */
  private List<Draft> others(Set<String> claimed) {
    var folders = new TreeMap<String, List<Told>>();
    for (TextFile file : files.all()) {
      if (claimed.contains(file.path()) || NoticeNames.isShelved(file.path().substring(1))) {
        continue;
      }
      folders.computeIfAbsent(folder(file.path()), _ -> new ArrayList<>()).add(told(file));
    }
    var drafts = new ArrayList<Draft>();
    folders.forEach((folder, some) -> drafts.add(new Draft(folder, "", "", some)));
    return drafts;
  }

  /** The notices by the first path that holds each. */
  private Map<String, String> byPath() {
    var byPath = new HashMap<String, String>();
    notices.forEach((text, path) -> byPath.put(path, text));
    return byPath;
  }

  private static Notices.Item item(Draft draft, Map<String, Integer> numbers) {
    var statements = new LinkedHashSet<String>();
    var texts = new TreeSet<Integer>();
    var notices = new TreeSet<Integer>();
    for (Told each : draft.told()) {
      statements.addAll(each.statements());
      for (Texts.Wording text : each.texts()) texts.add(text.number());
      for (String notice : each.notices()) notices.add(numbers.getOrDefault(notice, 0));
    }
    return new Notices.Item(
        draft.title(),
        draft.purl(),
        draft.licence(),
        List.copyOf(statements),
        List.copyOf(texts),
        List.copyOf(notices));
  }

  private static Notices.Missing missing(Map.Entry<String, Set<String>> each) {
    String id = each.getKey();
    String name = LicenceList.find(id).map(LicenceList.Entry::name).orElse(id);
    return new Notices.Missing(id, name, SPDX + id + ".html", List.copyOf(each.getValue()));
  }

  private static String name(Component component) {
    return (component.name() + " " + component.version()).strip();
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
