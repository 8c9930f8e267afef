package io.breakwater.inspect.internal.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a path tells of a file.
 *
 * @param name of the file, in lower case
 * @param kind how values are written in it
 * @param trust how much a secret in it is to be believed
 */
record Place(String name, Kind kind, Trust trust) {
  /** How values are written in a file. */
  enum Kind {
    /** A value without quotes is an expression. */
    CODE,
    /** A value needs no quotes. */
    SETTINGS,
    /** Text for people. */
    PROSE
  }

  /** How much a secret is to be believed. */
  enum Trust {
    OWN,
    /** Tests, examples and documentation. */
    EXAMPLE,
    /** What others wrote. */
    VENDORED
  }

  private static final List<String> CODE =
      List.of(
          ".js",
          ".mjs",
          ".cjs",
          ".jsx",
          ".ts",
          ".mts",
          ".tsx",
          ".vue",
          ".svelte",
          ".py",
          ".pyi",
          ".java",
          ".kt",
          ".kts",
          ".scala",
          ".groovy",
          ".go",
          ".c",
          ".h",
          ".cc",
          ".cpp",
          ".hpp",
          ".cs",
          ".vb",
          ".rb",
          ".php",
          ".rs",
          ".swift",
          ".m",
          ".lua",
          ".pl",
          ".pm",
          ".ex",
          ".exs",
          ".erl",
          ".dart",
          ".r",
          ".jl",
          ".tcl",
          ".vim",
          ".el",
          ".gradle",
          ".css",
          ".scss",
          ".sql",
          ".ml",
          ".hs",
          ".clj",
          ".proto",
          ".graphql",
          ".phtml",
          ".jsp",
          ".aspx",
          ".sol");

  private static final List<String> PROSE =
      List.of(
          ".md", ".rst", ".adoc", ".html", ".htm", ".pod", ".1", ".3", ".5", ".7", ".8", ".tex");

  private static final List<String> EXAMPLES =
      List.of(
          "/test/",
          "/tests/",
          "/testing/",
          "/testdata/",
          "/test-data/",
          "/test_data/",
          "/spec/",
          "/specs/",
          "/__tests__/",
          "/fixtures/",
          "/fixture/",
          "/example/",
          "/examples/",
          "/sample/",
          "/samples/",
          "/demo/",
          "/demos/",
          "/doc/",
          "/docs/",
          "/mocks/",
          "/__mocks__/",
          "/mock/",
          "/idle_test/",
          "/benchmark/",
          "/benchmarks/");

  private static final List<String> VENDORED =
      List.of(
          "/node_modules/",
          "/site-packages/",
          "/dist-packages/",
          "/vendor/",
          "/bower_components/",
          "/.cargo/registry/",
          "/go/pkg/mod/",
          "/.m2/repository/",
          "/gems/",
          "/.gradle/caches/",
          "/usr/share/doc/",
          "/usr/share/man/",
          "/usr/share/locale/",
          "/usr/share/perl",
          "/usr/share/vim/",
          "/usr/share/bash-completion/",
          "/usr/share/zsh/",
          "/usr/lib/python",
          "/usr/local/lib/python",
          "/usr/lib/ruby/",
          "/usr/share/php/",
          "/usr/lib/go",
          "/usr/local/go/",
          "/usr/share/javascript/",
          "/usr/include/",
          "/usr/lib/perl",
          "/usr/lib/jvm/",
          "/usr/share/nodejs/",
          "/usr/lib/node",
          "/usr/local/lib/node",
          "/usr/lib/x86_64-linux-gnu/",
          "/usr/lib/aarch64-linux-gnu/",
          "/var/lib/dpkg/info/",
          "/usr/share/emacs/",
          "/usr/share/glib-2.0/",
          "/usr/share/gems/",
          "/cargo/registry/",
          "/usr/share/ca-certificates/",
          "/wp-includes/",
          "/wp-admin/",
          "/usr/share/i18n/",
          "/usr/share/mysql/",
          "/usr/share/git");

  static Place of(String path) {
    String lower = "/" + path.toLowerCase(Locale.ROOT);
    String name = lower.substring(lower.lastIndexOf('/') + 1);
    return new Place(name, kind(name), trust(lower, name));
  }

  private static Kind kind(String name) {
    int dot = name.lastIndexOf('.');
    String end = dot < 0 ? "" : name.substring(dot);
    if (CODE.contains(end)) return Kind.CODE;
    return PROSE.contains(end) ? Kind.PROSE : Kind.SETTINGS;
  }

  private static final Set<String> DOCUMENTS =
      Set.of(
          "metadata",
          "pkg-info",
          "readme",
          "readme.txt",
          "changelog",
          "changes",
          "news",
          "history",
          "changelog.txt",
          "changes.txt",
          "license",
          "copying",
          "authors");

  /** Whether it is a member of a library: of an archive in a folder of libraries. */
  private static boolean isOfLibrary(String lower) {
    int member = lower.lastIndexOf("!/");
    return member > 0 && lower.substring(0, member).contains("lib/");
  }

  private static Trust trust(String lower, String name) {
    for (String part : VENDORED) if (lower.contains(part)) return Trust.VENDORED;
    for (String part : EXAMPLES) if (lower.contains(part)) return Trust.EXAMPLE;
    if (isOfLibrary(lower)) return Trust.VENDORED;
    if (kind(name) == Kind.PROSE
        || DOCUMENTS.contains(name)
        || name.contains("_test.")
        || name.contains(".test.")
        || name.contains(".spec.")
        || name.startsWith("test_")
        || name.endsWith(".example")
        || name.endsWith(".sample")
        || name.endsWith(".template")
        || name.endsWith(".dist")
        || name.endsWith("test.java")
        || name.endsWith("tests.java")
        || name.contains(".example.")
        || name.contains(".sample.")) {
      return Trust.EXAMPLE;
    }
    return Trust.OWN;
  }
}
