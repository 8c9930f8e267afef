package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.licence.LicenceClass;
import io.breakwater.inspect.licence.LicenceExpression;
import io.breakwater.inspect.licence.LicenceNames;
import io.breakwater.inspect.licence.NormalisedLicence;
import io.breakwater.inspect.licence.NormalisedLicence.How;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Debian's {@code copyright} files. The main licence comes first: in the machine-readable format
 * that of {@code Files: *}, or of the folder that is called like the package; in free text that of
 * the first grant. Behind it stand the licences of other files that are likely to be shipped: not
 * those of packaging, tests, documentation and build scripts.
 */
public final class CopyrightFile {
  private static final int MOST = 40;
  private static final int START = 2_500;
  private static final int LONGEST_OF_PERL = 6_000;
  private static final String COMMON = "/usr/share/common-licenses/";

  /** Folders and files of which nothing reaches a user's machine. */
  private static final Set<String> NOT_SHIPPED =
      Set.of(
          "debian",
          "test",
          "tests",
          "testsuite",
          "t",
          "doc",
          "docs",
          "documentation",
          "examples",
          "example",
          "m4",
          "build-aux",
          "cmake",
          "scripts",
          "tools",
          "contrib",
          "external",
          "win32",
          "windows",
          "msdos",
          "amiga",
          "macos",
          "ci",
          "fuzz",
          "benchmark",
          "benchmarks",
          "autoconf",
          "config",
          "po",
          "demos",
          "bootstrap",
          "configure",
          "install-sh",
          "config.guess",
          "config.sub",
          "ltmain.sh",
          "aclocal.m4",
          "compile",
          "depcomp",
          "missing",
          "mkinstalldirs",
          "ylwrap",
          "install",
          "makefile.in",
          "makefile.am",
          "configure.ac",
          "readme",
          "authors",
          "man",
          "packages",
          "extra",
          "testdata",
          "manual",
          "vms",
          "packaging");

  /** Files of which the library of a project is made. */
  private static final Set<String> LIBRARY =
      Set.of("lib/*", "*.c", "include/*.h", "src/*", "src/lib/*");

  private CopyrightFile() {}

  /** A paragraph of the machine-readable format. */
  private record Paragraph(List<String> files, String licence, String body) {}

  /** Whether a file is in the machine-readable format. */
  public static boolean isMachineReadable(String text) {
    int line = 0;
    for (int at = 0; at >= 0 && at < text.length() && line < 8; line++) {
      if (text.regionMatches(true, at, "format:", 0, 7)
          || text.regionMatches(true, at, "format-specification:", 0, 21)) return true;
      at = text.indexOf('\n', at) + 1;
      if (at == 0) return false;
    }
    return false;
  }

  /** What a file says of a package; the main licence first. */
  public static Optional<LicenceExpression> read(String name, String text) {
    if (isMachineReadable(text)) {
      Optional<LicenceExpression> said = fields(name, text);
      if (said.isPresent()) return said;
    }
    return prose(name, text);
  }

  private static Optional<LicenceExpression> fields(String name, String text) {
    List<Paragraph> paragraphs = paragraphs(text);
    Optional<Paragraph> main = Optional.empty();
    var others = new ArrayList<Paragraph>();
    for (Paragraph each : paragraphs) {
      if (each.files().isEmpty() || each.licence().isEmpty()) continue;
      if (each.files().contains("*")) main = main.or(() -> Optional.of(each));
      else if (each.files().stream().anyMatch(CopyrightFile::isShipped)) others.add(each);
    }
    Optional<Paragraph> own = own(name, main, others, paragraphs);
    if (own.isPresent()) {
      others.clear();
      main = own;
    }
    if (main.isEmpty()) {
      main =
          paragraphs.stream()
              .filter(each -> !each.licence().isEmpty())
              .filter(
                  each ->
                      each.files().isEmpty()
                          || each.files().stream().anyMatch(CopyrightFile::isShipped))
              .findFirst();
    }
    if (main.isEmpty()) return Optional.empty();
    LicenceExpression first = licence(main.get(), paragraphs);
    var rest = new LinkedHashSet<LicenceExpression>();
    for (Paragraph each : others) {
      String lower = each.licence().toLowerCase(Locale.ROOT);
      if (lower.contains("autoconf") || lower.contains("libtool")) continue;
      LicenceExpression other = licence(each, paragraphs);
      if (other instanceof LicenceExpression.And(List<LicenceExpression> parts)) rest.addAll(parts);
      else rest.add(other);
    }
    return Optional.of(settled(isLibrary(name), first, rest));
  }

  /** What a library is under that lies beside the tools of its project. */
  private static Optional<Paragraph> own(
      String name, Optional<Paragraph> main, List<Paragraph> others, List<Paragraph> all) {
    if (!isLibrary(name)) return Optional.empty();
    int end = name.endsWith("t64") ? name.length() - 3 : name.length();
    while (end > 3 && "0123456789.-".indexOf(name.charAt(end - 1)) >= 0) end--;
    String folder = name.substring(0, end) + "/*";
    for (Paragraph each : others) {
      for (String file : each.files()) {
        if (file.equals(folder) || file.endsWith("/" + folder)) return Optional.of(each);
      }
    }
    if (main.isEmpty() || isMild(LicenceClass.of(licence(main.get(), all))))
      return Optional.empty();
    for (Paragraph each : others) {
      boolean library = each.files().stream().anyMatch(LIBRARY::contains);
      if (library && isMild(LicenceClass.of(licence(each, all)))) return Optional.of(each);
    }
    return Optional.empty();
  }

  private static boolean isShipped(String pattern) {
    for (String part : pattern.split("/", 12)) {
      if (NOT_SHIPPED.contains(part.toLowerCase(Locale.ROOT))) return false;
    }
    String lower = pattern.toLowerCase(Locale.ROOT);
    for (String end :
        List.of(
            ".m4", ".texi", ".html", ".xml", ".sgml", ".po", ".cmake", ".sh", ".com", ".bat", ".in",
            ".ac", ".am")) {
      if (lower.endsWith(end)) return false;
    }
    return true;
  }

  private static LicenceExpression licence(Paragraph of, List<Paragraph> paragraphs) {
    NormalisedLicence named = named(of.licence());
    if (named.how() == How.SPDX || named.how() == How.NAME) return named.expression();
    String body = of.body();
    for (Paragraph each : paragraphs) {
      if (!body.isBlank()) break;
      if (each.files().isEmpty() && each.licence().equalsIgnoreCase(of.licence()))
        body = each.body();
    }
    List<LicenceExpression> texts = Fingerprints.find(body);
    if (texts.size() == 1) return texts.getFirst();
    List<LicenceExpression> grants = Grants.of(body).stream().map(Grants.Grant::licence).toList();
    boolean plain = named.how() == How.UNKNOWN && texts.isEmpty() && grants.size() == 1;
    return plain ? grants.getFirst() : named.expression();
  }

  /** A comma before "and" or "or" binds less than the words without one. */
  private static NormalisedLicence named(String name) {
    int comma = name.indexOf(", and ");
    if (comma < 0) return LicenceNames.normalise(name);
    NormalisedLicence first = LicenceNames.normalise(name.substring(0, comma));
    NormalisedLicence rest = LicenceNames.normalise(name.substring(comma + 6));
    return new NormalisedLicence(
        LicenceExpression.all(List.of(first.expression(), rest.expression())),
        first.how().compareTo(rest.how()) < 0 ? rest.how() : first.how());
  }

  private static List<Paragraph> paragraphs(String text) {
    var paragraphs = new ArrayList<Paragraph>();
    var files = new ArrayList<String>();
    String licence = "";
    var body = new StringBuilder();
    String field = "";
    for (String line : (text + "\n\n").split("\n", -1)) {
      if (line.isBlank()) {
        if (!licence.isEmpty())
          paragraphs.add(new Paragraph(List.copyOf(files), licence, body.toString()));
        files.clear();
        body.setLength(0);
        licence = "";
        field = "";
        continue;
      }
      char start = line.charAt(0);
      int colon = line.indexOf(':');
      boolean more = start == ' ' || start == '\t' || colon <= 0;
      String value = more ? line.strip() : line.substring(colon + 1).strip();
      if (!more) field = line.substring(0, colon).toLowerCase(Locale.ROOT);
      switch (field) {
        case "files" -> {
          for (String each : value.replace(',', ' ').split(" ", -1)) {
            if (!each.isBlank() && files.size() < 2_000) files.add(each.strip());
          }
        }
        case "license", "licence" -> {
          if (licence.isEmpty()) licence = value.length() > 300 ? value.substring(0, 300) : value;
          else body.append(value.equals(".") ? "" : value).append('\n');
        }
        default -> {}
      }
    }
    return paragraphs;
  }

  private static Optional<LicenceExpression> prose(String name, String whole) {
    String text = withoutPackaging(whole);
    List<Grants.Grant> grants = Grants.of(text);
    List<LicenceExpression> texts = Fingerprints.find(text);
    var found = new LinkedHashSet<LicenceExpression>();
    List<LicenceExpression> early = early(text);
    boolean textsFirst = grants.isEmpty() || !isFirst(text, grants.getFirst().position());
    int apache = text.indexOf(COMMON + "Apache-2.0");
    boolean apacheFirst = apache >= 0 && apache < text.length() / 2 && isFirst(text, apache);
    if (textsFirst) {
      if (apacheFirst) LicenceList.expression("Apache-2.0").ifPresent(found::add);
      found.addAll(early);
      found.addAll(texts);
    }
    Optional<LicenceExpression> perl = perl(text);
    perl.ifPresent(found::add);
    for (Grants.Grant each : grants) {
      boolean part = perl.isPresent() && LicenceClass.of(each.licence()) == LicenceClass.STRONG;
      if (!part) found.add(runtime(name, text, each.licence()));
    }
    if (!textsFirst) found.addAll(texts);
    if (found.isEmpty()) pointers(text, found);
    dual(found);
    if (found.isEmpty()) return Optional.empty();
    var all = new ArrayList<>(found);
    if (isLibrary(name)) all.sort(Comparator.comparing(e -> !isMild(LicenceClass.of(e))));
    LicenceExpression first = all.removeFirst();
    boolean mixed = textsFirst || isLibrary(name);
    return Optional.of(settled(mixed, first, new LinkedHashSet<>(all)));
  }

  /** "The Debian packaging is under …" stands at the end. */
  private static String withoutPackaging(String text) {
    int at = text.toLowerCase(Locale.ROOT).lastIndexOf("debian packaging");
    return at > text.length() / 4 ? text.substring(0, at) : text;
  }

  /** Whether no licence's text lies before a place. */
  private static boolean isFirst(String text, int position) {
    return Fingerprints.find(text.substring(0, position)).isEmpty();
  }

  /** The licences whose texts come first. */
  private static List<LicenceExpression> early(String text) {
    for (int end = START; end < text.length() / 2; end *= 2) {
      List<LicenceExpression> texts = Fingerprints.find(text.substring(0, end));
      if (!texts.isEmpty()) return texts;
    }
    return List.of();
  }

  /** The Mozilla licence beside GNU's is a choice. */
  private static void dual(Set<LicenceExpression> found) {
    Optional<LicenceExpression> mpl = LicenceList.expression("MPL-1.1");
    if (mpl.isEmpty() || !found.contains(mpl.get())) return;
    var choice = new ArrayList<LicenceExpression>();
    for (LicenceExpression each : found) {
      if (each.equals(mpl.get()) || each.text().contains("GPL-2")) choice.add(each);
    }
    if (choice.size() < 2) return;
    var others = new ArrayList<>(found);
    others.removeAll(choice);
    found.clear();
    found.add(LicenceExpression.any(choice));
    found.addAll(others);
  }

  /** "Under the terms of either the GPL or the Artistic License, as Perl itself." */
  private static Optional<LicenceExpression> perl(String text) {
    if (!text.contains(COMMON + "Artistic")) return Optional.empty();
    if (text.length() > LONGEST_OF_PERL) return Optional.empty();
    String lower = text.toLowerCase(Locale.ROOT);
    boolean choice = lower.contains("either") || lower.contains("same terms as perl");
    return choice ? Optional.of(LicenceNames.normalise("Perl").expression()) : Optional.empty();
  }

  /** The libraries of GCC may be linked into anything. */
  private static LicenceExpression runtime(String name, String text, LicenceExpression licence) {
    boolean gcc =
        name.startsWith("lib")
            && licence instanceof LicenceExpression.Licence(String id, boolean _)
            && id.equals("GPL-3.0-or-later")
            && text.toLowerCase(Locale.ROOT).contains("gcc runtime library exception");
    return gcc ? new LicenceExpression.With(licence, "GCC-exception-3.1") : licence;
  }

  /** The texts that every system has, and that a file points at. */
  private static void pointers(String text, Set<LicenceExpression> found) {
    for (int at = text.indexOf(COMMON); at >= 0; at = text.indexOf(COMMON, at + 1)) {
      int start = at + COMMON.length();
      int end = start;
      while (end < text.length() && isNamePart(text.charAt(end))) end++;
      while (end > start && text.charAt(end - 1) == '.') end--;
      NormalisedLicence named = LicenceNames.normalise(text.substring(start, end));
      if (named.how() != How.UNKNOWN) found.add(named.expression());
    }
  }

  private static boolean isNamePart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.';
  }

  /**
   * The main licence and the others. A library beside tools is under its own licence, and the tools
   * lie in packages of theirs; a text of a mild licence before mentions of a strict one tells that
   * only parts such as build scripts are under the strict one.
   */
  private static LicenceExpression settled(
      boolean mixed, LicenceExpression main, Set<LicenceExpression> others) {
    boolean library = mixed && isMild(LicenceClass.of(main));
    var all = new ArrayList<LicenceExpression>();
    if (main instanceof LicenceExpression.And(List<LicenceExpression> parts)) {
      all.addAll(parts);
      all.sort(Comparator.comparing(part -> part.text().startsWith("GFDL")));
    } else {
      all.add(main);
    }
    for (LicenceExpression each : others) {
      if (main.leaves().containsAll(each.leaves())) continue;
      LicenceClass family = LicenceClass.of(each);
      if (family == LicenceClass.UNKNOWN || (library && !isMild(family))) continue;
      if (all.size() < MOST) all.add(each);
    }
    return LicenceExpression.all(all);
  }

  private static boolean isLibrary(String name) {
    return name.startsWith("lib")
        && !name.endsWith("-bin")
        && !name.endsWith("-tools")
        && !name.endsWith("-utils");
  }

  private static boolean isMild(LicenceClass family) {
    return family == LicenceClass.PERMISSIVE || family == LicenceClass.WEAK;
  }
}
