package io.breakwater.inventory.internal.rpm;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.graph.PackageGraph;
import io.breakwater.inventory.internal.text.Names;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Purl;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Makes packages of the headers that a database holds. A header that cannot be read costs a line,
 * not the database.
 */
final class HeaderReceiver {
  /** More than any real header has: the largest lists hundreds of thousands of files. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private static final int LONGEST = 512;

  /** Of packages and capabilities that one package may require, or provide. */
  private static final int MOST_NAMES = 100_000;

  private static final int LONGEST_SIGNATURE = 4096;
  private static final int[] SIGNATURES = {
    RpmHeader.SIGNATURE_RSA,
    RpmHeader.SIGNATURE_DSA,
    RpmHeader.SIGNATURE_PGP,
    RpmHeader.SIGNATURE_GPG
  };

  private final FactSink facts;
  private final PackageGraph graph;
  private long budget;
  private int refunds = 100;

  /**
   * @param size of the database in bytes: in a sound one, all headers together are no longer
   */
  HeaderReceiver(FactSink facts, long size) {
    this.facts = facts;
    this.graph = new PackageGraph(facts);
    this.budget = size;
  }

  /** Reads a header out of the database. */
  @FunctionalInterface
  interface Source {
    byte[] read() throws IOException;
  }

  /**
   * Receives a header.
   *
   * @param which what to call it when it cannot be read, such as {@code record 17}
   * @param length how many bytes it has
   * @param source gives its bytes; not called when it is too long
   * @throws MalformedFileException when there is more in the database than it has room for, so that
   *     its parts must overlap
   */
  void header(String which, long length, Source source) throws MalformedFileException {
    if (length < 0 || length > LARGEST) {
      lost(NotAnalysed.Reason.LIMIT, which + " has a length of " + length);
      return;
    }
    if (length > budget) {
      if (refunds-- <= 0) throw new MalformedFileException("its records overlap");
      lost(NotAnalysed.Reason.TRUNCATED, which + " is longer than what is left of the database");
      return;
    }
    budget -= length;
    try {
      pkg(RpmHeader.parse(source.read()));
    } catch (EOFException e) {
      // What is not there took no room. But a file cannot be made to be read over and over so.
      if (refunds-- > 0) budget += length;
      lost(NotAnalysed.Reason.TRUNCATED, which + ": " + e.getMessage());
    } catch (IOException e) {
      lost(NotAnalysed.Reason.MALFORMED, which + ": " + e.getMessage());
    }
  }

  /** Tells that a part of the database cannot be read. */
  void lost(NotAnalysed.Reason reason, String detail) {
    facts.notAnalysed("", reason, detail);
  }

  private void pkg(RpmHeader header) throws MalformedFileException {
    String name = header.text(RpmHeader.NAME);
    String release = header.text(RpmHeader.RELEASE);
    String bare = header.text(RpmHeader.VERSION) + (release.isEmpty() ? "" : "-" + release);
    if (!Names.isName(name)) throw new MalformedFileException("a package without a name");
    String source = header.text(RpmHeader.SOURCE_RPM);
    String module = header.text(RpmHeader.MODULARITY_LABEL);
    String architecture = header.text(RpmHeader.ARCH);
    int longest = Math.max(Math.max(name.length(), bare.length()), source.length());
    if (Math.max(longest, Math.max(module.length(), architecture.length())) > LONGEST) {
      throw new MalformedFileException("a name beyond measure");
    }
    long epoch = header.number(RpmHeader.EPOCH).orElse(0);
    String licence = header.text(RpmHeader.LICENSE);
    String key = key(header);
    String says = key.isEmpty() ? "" : "signed with key " + key;
    graph.add(
        found(name, bare, epoch, architecture, source, module, licence, says), requires(header));
    header.texts(RpmHeader.PROVIDE_NAME, MOST_NAMES, graph::provide);
    header.files(
        path -> {
          facts.owns(name, path);
          if (isProgram(path)) graph.provide(merged(path));
        });
  }

  /** The id of the key that signed the header or, before rpm 4.1, header and content. */
  private static String key(RpmHeader header) {
    for (int tag : SIGNATURES) {
      String key = SignatureKey.of(header.binary(tag, LONGEST_SIGNATURE));
      if (!key.isEmpty()) return key;
    }
    return "";
  }

  /** Reports the packages. To be called once, when all headers were given. */
  void end() {
    graph.report();
  }

  /**
   * The names that a package requires but for what rpm itself must be able to do, and conditions on
   * what else is installed.
   */
  private static List<String> requires(RpmHeader header) {
    var names = new LinkedHashSet<String>();
    header.texts(
        RpmHeader.REQUIRE_NAME,
        MOST_NAMES,
        name -> {
          if (name.startsWith("rpmlib(") || name.startsWith("(")) return;
          names.add(name.startsWith("/") ? merged(name) : name);
        });
    return List.copyOf(names);
  }

  /** The files that packages require by their path are programs nearly all. */
  private static boolean isProgram(String path) {
    return path.startsWith("/usr/bin/")
        || path.startsWith("/usr/sbin/")
        || path.startsWith("/bin/")
        || path.startsWith("/sbin/");
  }

  /** One spelling where {@code /bin} is a link to {@code /usr/bin}. */
  private static String merged(String path) {
    return path.startsWith("/usr/") && isProgram(path) ? path.substring("/usr".length()) : path;
  }

  /** A package as each of rpm's databases tells of it. */
  static FoundPackage found(
      String name,
      String bareVersion,
      long epoch,
      String architecture,
      String sourceRpm,
      String module,
      String licence,
      String says) {
    Purl purl = Purl.of("rpm", "unknown", name, bareVersion);
    if (!isNone(architecture)) purl = purl.withQualifier("arch", architecture);
    if (epoch != 0) purl = purl.withQualifier("epoch", Long.toString(epoch));
    if (!isNone(sourceRpm)) purl = purl.withQualifier("upstream", sourceRpm);
    if (!isNone(module)) purl = purl.withQualifier("rpmmod", module);
    String prefix = epoch == 0 ? "" : epoch + ":";
    return new FoundPackage(
        purl,
        name,
        prefix + bareVersion,
        SourceRpm.parse(sourceRpm, prefix),
        isNone(licence) ? List.of() : List.of(licence),
        "",
        says);
  }

  private static boolean isNone(String text) {
    return text.isEmpty() || text.equals("(none)");
  }
}
