package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.zip.ZipArchive;
import io.breakwater.inventory.internal.zip.ZipBudget;
import io.breakwater.inventory.internal.zip.ZipMember;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks one file and every archive nested in it, up to {@link ZipBudget#MAX_DEPTH} levels, within
 * one budget. What is wrong inside costs a line for that member and nothing else.
 */
final class ArchiveWalk {
  private static final int MAX_MANIFEST = 8 << 20;
  private static final int MAX_POM = 4 << 20;

  /** Shaded archives hold a few hundred; more are an attack. */
  private static final int MAX_POMS = 5_000;

  private final FactSink facts;
  private final ZipBudget budget = new ZipBudget();

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
    var poms = new LinkedHashMap<String, MavenIdentity>();
    var nested = new ArrayList<ZipMember>();
    for (ZipMember member : zip.members()) {
      String name = member.name();
      if (name.endsWith("/pom.properties")) {
        pom(zip, member, inner).flatMap(PomProperties::parse).ifPresent(p -> keep(poms, p));
      } else if (JavaNames.isNestable(name)) {
        nested.add(member);
      } else if (!name.endsWith("/pom.xml") && isReadable(member, inner)) {
        manifest = Manifest.parse(zip.read(member, MAX_MANIFEST));
      }
    }
    pomsWithoutProperties(zip, inner, poms);
    if (zip.damaged()) facts.notAnalysed(inner, Reason.MALFORMED, "a damaged archive directory");
    if (JavaNames.isOwnKind(fileName)) {
      var identifier = new Identifier(fileName, manifest, List.copyOf(poms.values()));
      identifier.report(facts, inner, () -> ClassPackages.common(content, budget));
    }
    for (ZipMember member : nested) nested(zip, member, inner + "!/" + member.name(), depth + 1);
  }

  private Optional<byte[]> pom(ZipArchive zip, ZipMember member, String inner) throws IOException {
    return isReadable(member, inner) ? Optional.of(zip.read(member, MAX_POM)) : Optional.empty();
  }

  private static void keep(Map<String, MavenIdentity> poms, MavenIdentity pom) {
    if (poms.size() < MAX_POMS) {
      poms.putIfAbsent(pom.group() + ":" + pom.artifact() + ":" + pom.version(), pom);
    }
  }

  /** Some builds leave pom.xml but no pom.properties. */
  private void pomsWithoutProperties(ZipArchive zip, String inner, Map<String, MavenIdentity> poms)
      throws IOException {
    for (ZipMember member : zip.members()) {
      String name = member.name();
      if (!name.endsWith("/pom.xml")) continue;
      String folder = name.substring(0, name.length() - "pom.xml".length());
      if (hasProperties(zip, folder)) continue;
      pom(zip, member, inner).flatMap(PomXml::parse).ifPresent(p -> keep(poms, p));
    }
  }

  private static boolean hasProperties(ZipArchive zip, String folder) {
    int length = folder.length() + "pom.properties".length();
    for (ZipMember member : zip.members()) {
      String name = member.name();
      if (name.length() == length && name.startsWith(folder) && name.endsWith("/pom.properties")) {
        return true;
      }
    }
    return false;
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
    } catch (ContentTooLargeException tooLarge) {
      facts.notAnalysed(inner, Reason.LIMIT, String.valueOf(tooLarge.getMessage()));
    } catch (EOFException cut) {
      facts.notAnalysed(inner, Reason.TRUNCATED, String.valueOf(cut.getMessage()));
    } catch (IOException malformed) {
      facts.notAnalysed(inner, Reason.MALFORMED, String.valueOf(malformed.getMessage()));
    } finally {
      budget.release(held);
    }
  }

  private boolean isReadable(ZipMember member, String inner) {
    String place = inner.endsWith(member.name()) ? inner : inner + "!/" + member.name();
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
