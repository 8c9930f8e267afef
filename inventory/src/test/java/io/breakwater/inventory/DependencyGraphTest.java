package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who needs whom, among the packages of a distribution. */
class DependencyGraphTest {
  private static final String PACMAN = "var/lib/pacman/local/";

  /** {@code name: needed needed}, each package in a line. */
  private static List<String> graph(TestLayer layer) throws IOException {
    return graph(TestImage.of(layer).inventory());
  }

  private static List<String> graph(Inventory inventory) {
    Map<String, String> names =
        inventory.components().stream().collect(Collectors.toMap(Component::id, Component::name));
    var lines = new ArrayList<String>();
    for (Component component : inventory.components()) {
      List<String> needs =
          component.traits().dependsOn().stream().map(names::get).sorted().toList();
      if (!needs.isEmpty()) lines.add(component.name() + ": " + String.join(" ", needs));
    }
    return lines;
  }

  @Test
  void dpkgNeedsTheFirstAlternativeThatIsThereAndKnowsWhoProvidesAName() throws IOException {
    String status =
        """
        Package: base-files
        Status: install ok installed
        Version: 12
        Pre-Depends: awk
        Depends: libc6 (>= 2.36), nothing | libc6:any

        Package: mawk
        Status: install ok installed
        Version: 1.3
        Provides: awk
        Depends: mawk

        Package: editor
        Status: install ok installed
        Version: 1
        Depends: vim | nano | mawk, base-files [amd64]

        Package: nano
        Status: install ok installed
        Version: 1

        Package: vim
        Status: deinstall ok config-files
        Version: 1

        Package: libc6
        Status: install ok installed
        Version: 2.36
        """;
    assertThat(graph(TestLayer.number(1).file("var/lib/dpkg/status", status)))
        .containsExactly("base-files: libc6 mawk", "editor: base-files nano");
  }

  @Test
  void filesForEachPackageAreOneDatabase() throws IOException {
    var layer =
        TestLayer.number(1)
            .file("var/lib/dpkg/status.d/a", "Package: a\nVersion: 1\nDepends: x | c, awk\n")
            .file("var/lib/dpkg/status.d/b", "Package: b\nVersion: 1\nProvides: awk (= 1)\n")
            .file("var/lib/dpkg/status.d/c", "Package: c\nVersion: 1\n");
    assertThat(graph(layer)).containsExactly("a: b c");
    var pacman =
        TestLayer.number(1)
            .file(PACMAN + "bash-5-1/desc", desc("bash", "%DEPENDS%\nglibc\nlibreadline.so=8-64\n"))
            .file(PACMAN + "readline-8-1/desc", desc("readline", "%PROVIDES%\nlibreadline.so=8-64"))
            .file(PACMAN + "glibc-2-1/desc", desc("glibc", ""));
    assertThat(graph(pacman)).containsExactly("bash: glibc readline");
  }

  private static String desc(String name, String more) {
    return "%NAME%\n" + name + "\n\n%VERSION%\n1-1\n\n" + more;
  }

  @Test
  void apkFindsWhoProvidesLibrariesCommandsAndFiles() throws IOException {
    String installed =
        """
        P:musl
        V:1.2.5-r0
        p:so:libc.musl-x86_64.so.1=1

        P:busybox
        V:1.36-r0
        D:so:libc.musl-x86_64.so.1
        p:/bin/sh cmd:sh=1.36-r0

        P:tool
        V:1-r0
        D:/bin/sh cmd:sh musl>=1.2 !uclibc pc:gone tool
        """;
    assertThat(graph(TestLayer.number(1).file("lib/apk/db/installed", installed)))
        .containsExactly("busybox: musl", "tool: busybox musl");
  }

  @Test
  void oneOfSeveralOfANameIsMeantByItsVersion() throws IOException {
    String status =
        """
        Package: a
        Version: 1
        Status: install ok installed
        Depends: lib

        Package: lib
        Version: 1
        Status: install ok installed

        Package: lib
        Version: 2
        Status: install ok installed
        """;
    var inventory =
        TestImage.of(TestLayer.number(1).file("var/lib/dpkg/status", status)).inventory();
    Component needed =
        inventory.components().stream()
            .filter(
                c ->
                    c.id()
                        .equals(inventory.components().getFirst().traits().dependsOn().getFirst()))
            .findFirst()
            .orElseThrow();
    assertThat(needed.name() + " " + needed.version()).isEqualTo("lib 1");
  }

  @Test
  void aListWithoutSourcesAndTheStatusFileTellOfOneComponent() throws IOException {
    String manifest =
        """
        {"jsonwall":"1.0","schema":"1.0","count":2}
        {"kind":"package","name":"libssl3","version":"3.0-1","sha256":"","arch":"amd64"}
        {"kind":"package","name":"other","version":"1","sha256":"","arch":"amd64"}
        """;
    String status =
        """
        Package: libssl3
        Version: 3.0-1
        Architecture: amd64
        Source: openssl
        Status: install ok installed
        """;
    var inventory =
        TestImage.of(
                TestLayer.number(1)
                    .file("var/lib/chisel/manifest.wall", manifest)
                    .file("var/lib/dpkg/status", status))
            .inventory();
    assertThat(inventory.components())
        .extracting(c -> c.name() + " " + c.source().map(s -> s.name()).orElse("-"))
        .containsExactly("libssl3 openssl", "other -");
    assertThat(inventory.components().getFirst().locations()).hasSize(2);
  }

  /** As {@link #graph}, with versions; those that need nothing are there too. */
  private static List<String> versions(TestLayer layer) throws IOException {
    Inventory inventory = TestImage.of(layer).inventory();
    Map<String, String> names =
        inventory.components().stream()
            .collect(Collectors.toMap(Component::id, c -> c.name() + "@" + c.version()));
    return inventory.components().stream()
        .map(
            c ->
                names.get(c.id())
                    + c.traits().dependsOn().stream()
                        .map(names::get)
                        .sorted()
                        .map(need -> " " + need)
                        .collect(Collectors.joining()))
        .toList();
  }

  private static String module(String name, String version, String more) {
    return "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"" + more + "}";
  }

  @Test
  void nodePackagesNeedWhatNodeWouldLoad() throws IOException {
    String needsB = ",\"dependencies\":{\"b\":\"*\"}";
    String optional = ",\"optionalDependencies\":{\"b\":\"*\",\"@s/c\":\"*\",\"gone\":\"*\"}";
    String modules = "app/node_modules/";
    assertThat(
            versions(
                TestLayer.number(1)
                    .file("app/package.json", module("app", "1.0", needsB))
                    .file(modules + "b/package.json", module("b", "1.0", ""))
                    .file(modules + "a/package.json", module("a", "1.0", needsB))
                    .file(modules + "ab/package.json", module("ab", "1.0", optional))
                    .file(modules + "ab/node_modules/b/package.json", module("b", "2.0", ""))
                    .file(modules + "@s/c/package.json", module("@s/c", "1.0", needsB))
                    .file(modules + "@s/c/node_modules/d/package.json", module("d", "1.0", needsB))
                    .file(modules + "@s/c/node_modules/b/package.json", module("b", "3.0", ""))
                    .file("lib/node_modules/e/package.json", module("e", "1.0", needsB))
                    .file("lib/node_modules/x/node_modules/b/package.json", module("b", "4", ""))
                    .file(
                        "p/node_modules/.pnpm/f@1/node_modules/f/package.json",
                        module("f", "1.0", needsB))
                    .file(
                        "p/node_modules/.pnpm/b@5/node_modules/b/package.json",
                        module("b", "5", ""))))
        .containsExactly(
            "@s/c@1.0 b@3.0",
            "a@1.0 b@1.0",
            "ab@1.0 @s/c@1.0 b@2.0",
            "app@1.0 b@1.0",
            "b@1.0",
            "b@2.0",
            "b@3.0",
            "b@4",
            "b@5",
            "d@1.0 b@3.0",
            "e@1.0",
            "f@1.0 b@5");
  }

  @Test
  void packagesOfRubyPythonAndPhpSayWhatTheyNeed() throws IOException {
    String gem =
        """
        Gem::Specification.new do |s|
          s.name = "rails".freeze
          s.version = "7.0"
          s.add_runtime_dependency(%q<rack>.freeze, [">= 2"])
          s.add_development_dependency(%q<rake>.freeze, [">= 0"])
          s.add_dependency "i18n", "~> 1.6"
        end
        """;
    String wheel =
        """
        Name: Flask
        Version: 3.0
        Requires-Dist: jinja2 >=3.1 ; python_version > "3"
        Requires-Dist: Zope_Interface
        Requires-Dist: rake; extra == "async"
        """;
    String installed =
        """
        {"packages": [
          {"name": "A/App", "version": "1.0", "require": {"php": "^8", "ext-json": "*", "b/log": "1"}},
          {"name": "b/log", "version": "1.1"}]}
        """;
    String gems = "usr/lib/ruby/gems/3.1.0/specifications/";
    String site = "usr/lib/python3/site-packages/";
    assertThat(
            versions(
                TestLayer.number(1)
                    .file(gems + "rails-7.0.gemspec", gem)
                    .file(gems + "rack-3.0.gemspec", "")
                    .file(gems + "rake-13.gemspec", "")
                    .file(gems + "i18n-1.6.gemspec", "")
                    .file(site + "flask-3.0.dist-info/METADATA", wheel)
                    .file(site + "Jinja2-3.1.dist-info/METADATA", "Name: Jinja2\nVersion: 3.1\n")
                    .file(site + "z-6.dist-info/METADATA", "Name: zope.interface\nVersion: 6\n")
                    .file("app/vendor/composer/installed.json", installed)))
        .contains(
            "A/App@1.0 b/log@1.1",
            "Flask@3.0 Jinja2@3.1 zope.interface@6",
            "rails@7.0 i18n@1.6 rack@3.0");
  }

  @Test
  void aPackageIsOneHoweverItsNameIsSpelled() throws IOException {
    String python =
        "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":["
            + "{\"name\":\"django\",\"version\":\"4.2\",\"purl\":\"pkg:pypi/django@4.2\"},"
            + "{\"name\":\"zope-interface\",\"version\":\"6\","
            + "\"purl\":\"pkg:pypi/zope-interface@6\"}]}";
    String net = "{\"version\":1,\"dependencies\":{\"net8.0\":{\"%s\":{\"resolved\":\"13.0\"}}}}";
    String site = "usr/lib/python3/site-packages/";
    assertThat(
            versions(
                TestLayer.number(1)
                    .file("app/sbom.cdx.json", python)
                    .file("a/packages.lock.json", net.formatted("Newtonsoft.Json"))
                    .file("b/packages.lock.json", net.formatted("newtonsoft.json"))
                    .file(site + "Django-4.2.dist-info/METADATA", "Name: Django\nVersion: 4.2\n")
                    .file(site + "z-6.dist-info/METADATA", "Name: zope.interface\nVersion: 6\n")))
        .containsExactly("Newtonsoft.Json@13.0", "Django@4.2", "zope.interface@6");
  }

  /** Against a second, slow reading of the same paragraphs. */
  @ParameterizedTest
  @ValueSource(strings = {"debian-12-minbase-20261120", "ubuntu-20.04-base", "debian-12-langflow"})
  void dpkgOfRealImages(String database) throws IOException {
    Path root = SharedData.path("package-dbs/" + database);
    String text = Files.readString(root.resolve("var/lib/dpkg/status"));
    List<Map<String, String>> paragraphs =
        paragraphs(text, ": ").stream()
            .filter(p -> p.getOrDefault("Status", "").endsWith(" installed"))
            .toList();
    assertThat(graph(TestLayer.rootFileSystem(root)))
        .isEqualTo(expected(paragraphs, "Package", ", *", "Provides", "Pre-Depends", "Depends"));
  }

  /** Against a second, slow reading of the same paragraphs. */
  @ParameterizedTest
  @ValueSource(strings = {"alpine-3.20.3", "alpine-3.13.5-node", "alpine-3.6.5"})
  void apkOfRealImages(String database) throws IOException {
    Path root = SharedData.path("package-dbs/" + database);
    String text = Files.readString(root.resolve("lib/apk/db/installed"));
    assertThat(graph(TestLayer.rootFileSystem(root)))
        .isEqualTo(expected(paragraphs(text, ":"), "P", " ", "p", "D"));
  }

  private static List<String> expected(
      List<Map<String, String>> packages,
      String nameField,
      String separator,
      String provides,
      String... needs) {
    var lines = new ArrayList<String>();
    for (Map<String, String> pkg : packages) {
      String name = pkg.getOrDefault(nameField, "");
      var found = new TreeSet<String>();
      for (String field : needs) {
        for (String wanted : pkg.getOrDefault(field, "").split(separator, -1)) {
          Arrays.stream(wanted.split("\\|", -1))
              .map(DependencyGraphTest::bare)
              .map(one -> provider(packages, nameField, separator, provides, one))
              .filter(one -> !one.isEmpty())
              .findFirst()
              .ifPresent(found::add);
        }
      }
      found.remove(name);
      if (!found.isEmpty()) lines.add(name + ": " + String.join(" ", found));
    }
    lines.sort(java.util.Comparator.comparing(line -> line.substring(0, line.indexOf(':'))));
    return lines;
  }

  private static String provider(
      List<Map<String, String>> packages,
      String nameField,
      String separator,
      String provides,
      String wanted) {
    if (wanted.isEmpty()) return "";
    for (Map<String, String> pkg : packages) {
      if (wanted.equals(pkg.get(nameField))) return wanted;
    }
    for (Map<String, String> pkg : packages) {
      for (String provided : pkg.getOrDefault(provides, "").split(separator, -1)) {
        if (bare(provided).equals(wanted)) return pkg.getOrDefault(nameField, "");
      }
    }
    return "";
  }

  private static String bare(String relation) {
    return relation.strip().split("[ (:\\[]?[ (=<>~\\[]|:any", 2)[0];
  }

  private static List<Map<String, String>> paragraphs(String text, String separator) {
    var all = new ArrayList<Map<String, String>>();
    for (String paragraph : text.split("\n\n+", -1)) {
      var fields = new TreeMap<String, String>();
      for (String line : paragraph.split("\n", -1)) {
        int at = line.indexOf(separator);
        if (at > 0 && line.charAt(0) != ' ') {
          fields.putIfAbsent(line.substring(0, at), line.substring(at + separator.length()));
        }
      }
      all.add(new HashMap<>(fields));
    }
    return all;
  }
}
