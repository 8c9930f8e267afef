package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.embedded.SbomPackages;
import io.breakwater.inventory.sbom.SbomReader;
import io.breakwater.inventory.sbom.UnreadableSbomException;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.zip.ZipArchive;
import io.breakwater.oci.zip.ZipBudget;
import io.breakwater.oci.zip.ZipMember;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks one file and every archive nested in it, up to {@link ZipBudget#MAX_DEPTH} levels, within
 * one budget. What is wrong inside costs a line for that member and nothing else.
 */
final class ArchiveWalk {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String PROPERTIES = "/pom.properties";
  private static final int MAX_MANIFEST = 8 << 20;
  private static final int MAX_POM = 4 << 20;

  /** Shaded archives hold a few hundred; more are an attack. */
  private static final int MAX_POMS = 5_000;

  private final FactSink facts;
  private final ZipBudget budget = new ZipBudget();

  /** The groups that SBOMs tell, by artifact and version; empty where they tell several. */
  private final Map<String, String> groups = new HashMap<>();

  ArchiveWalk(FactSink facts) {
    this.facts = facts;
  }

  /** Reads the file itself. */
  void outermost(Content content, String fileName) throws IOException {
    archive(content, fileName, "", 1);
  }

  private void archive(Content content, String fileName, String inner, int depth)
      throws IOException {
    ZipArchive zip = ZipArchive.open(content, budget, JavaNames::matters);
    Manifest manifest = Manifest.EMPTY;
    var nested = new ArrayList<ZipMember>();
    var fingerprints = new Fingerprints();
    for (ZipMember member : zip.members()) {
      String name = member.name();
      if (name.endsWith(PROPERTIES) || name.endsWith("/pom.xml")) continue;
      if (Fingerprints.isClass(name)) {
        fingerprints.add(name);
      } else if (JavaNames.isNestable(name)) {
        nested.add(member);
      } else if (JavaNames.isSbom(name)) {
        sbom(zip, member, inner);
      } else if (name.equalsIgnoreCase(MANIFEST)) {
        manifest = read(zip, member, inner, MAX_MANIFEST).map(Manifest::parse).orElse(manifest);
      }
    }
    Map<String, MavenIdentity> poms = poms(zip, inner);
    if (zip.damaged()) facts.notAnalysed(inner, Reason.MALFORMED, "a damaged archive directory");
    if (JavaNames.isOwnKind(fileName)) {
      var identifier = new Identifier(fileName, manifest, List.copyOf(poms.values()), groups);
      identifier.report(facts, inner, () -> ClassPackages.common(content, budget));
      identifier.report(facts, inner, fingerprints);
    }
    for (ZipMember member : nested) nested(zip, member, inner + "!/" + member.name(), depth + 1);
  }

  private Optional<byte[]> read(ZipArchive zip, ZipMember member, String inner, int limit) {
    String place = inner + "!/" + member.name();
    if (!isReadable(member, place)) return Optional.empty();
    try {
      return Optional.of(zip.read(member, limit));
    } catch (IOException unreadable) {
      notAnalysed(place, unreadable);
      return Optional.empty();
    }
  }

  private void sbom(ZipArchive zip, ZipMember member, String inner) {
    Optional<byte[]> document = read(zip, member, inner, SbomPackages.LARGEST);
    if (document.isEmpty()) return;
    String place = inner + "!/" + member.name();
    SbomPackages sbom;
    try {
      sbom = new SbomPackages(SbomReader.read(document.get()), false, place);
    } catch (UnreadableSbomException unreadable) {
      facts.notAnalysed(place, Reason.UNSUPPORTED, unreadable.reason());
      return;
    }
    for (FoundPackage listed : sbom.packages()) {
      Purl purl = listed.purl();
      if (!purl.type().equals("maven") || groups.size() >= MAX_POMS) continue;
      groups.merge(
          purl.name() + ":" + listed.version(),
          purl.namespace().orElse(""),
          (one, other) -> one.equals(other) ? one : "");
    }
    sbom.report(facts);
  }

  private static void keep(Map<String, MavenIdentity> poms, MavenIdentity pom) {
    poms.putIfAbsent(pom.group() + ":" + pom.artifact() + ":" + pom.version(), pom);
  }

  /** The identities in META-INF/maven; pom.xml counts where its pom.properties is missing. */
  private Map<String, MavenIdentity> poms(ZipArchive zip, String inner) {
    var poms = new LinkedHashMap<String, MavenIdentity>();
    var folders = new HashSet<String>();
    int read = 0;
    for (ZipMember member : zip.members()) {
      if (!member.name().endsWith(PROPERTIES) || read++ >= MAX_POMS) continue;
      folders.add(folder(member));
      read(zip, member, inner, MAX_POM)
          .flatMap(PomProperties::parse)
          .ifPresent(pom -> keep(poms, pom));
    }
    for (ZipMember member : zip.members()) {
      if (!member.name().endsWith("/pom.xml") || read >= MAX_POMS) continue;
      if (!folders.add(folder(member))) continue;
      read++;
      read(zip, member, inner, MAX_POM).flatMap(PomXml::parse).ifPresent(pom -> keep(poms, pom));
    }
    if (read >= MAX_POMS) facts.notAnalysed(inner, Reason.LIMIT, "more than " + MAX_POMS + " poms");
    return poms;
  }

  private static String folder(ZipMember member) {
    return member.name().substring(0, member.name().lastIndexOf('/'));
  }

  private void nested(ZipArchive zip, ZipMember member, String inner, int depth) {
    if (depth > ZipBudget.MAX_DEPTH) {
      facts.notAnalysed(inner, Reason.LIMIT, "nested deeper than " + ZipBudget.MAX_DEPTH);
      return;
    }
    if (!isReadable(member, inner) || member.size() == 0) return;
    long held = 0;
    try {
      Content content = zip.content(member, budget.mayHold());
      if (!ZipArchive.isView(member)) held = content.size();
      budget.hold(held);
      archive(content, Paths.fileName(member.name()), inner, depth);
    } catch (IOException unreadable) {
      notAnalysed(inner, unreadable);
    } finally {
      budget.release(held);
    }
  }

  private void notAnalysed(String place, IOException unreadable) {
    Reason reason =
        switch (unreadable) {
          case ContentTooLargeException _ -> Reason.LIMIT;
          case EOFException _ -> Reason.TRUNCATED;
          default -> Reason.MALFORMED;
        };
    facts.notAnalysed(place, reason, String.valueOf(unreadable.getMessage()));
  }

  private boolean isReadable(ZipMember member, String place) {
    if (member.encrypted()) {
      facts.notAnalysed(place, Reason.ENCRYPTED, "");
      return false;
    }
    if (member.method() != 0 && member.method() != 8) {
      facts.notAnalysed(place, Reason.UNSUPPORTED, "compression method " + member.method());
      return false;
    }
    return true;
  }
}
