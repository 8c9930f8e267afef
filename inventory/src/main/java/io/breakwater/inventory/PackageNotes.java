package io.breakwater.inventory;

import io.breakwater.inventory.Merge.Present;
import io.breakwater.inventory.Merge.PresentFile;
import io.breakwater.inventory.internal.notes.PackageNoteAnalyser;
import io.breakwater.model.Component;
import io.breakwater.model.SourcePackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The packages of distributions that programs and libraries name in their package notes. A note
 * counts where no database tells of its package: one names the source package, so that it is known
 * already when the file has an owner, or anything of that source and version is installed.
 */
final class PackageNotes {
  /** Of packages that databases list: types, names and versions. */
  private final Set<String> known = new HashSet<>();

  private final List<Noted> noted = new ArrayList<>();

  /** A package by a note, and its file. */
  private record Noted(PresentFile file, Present present) {}

  /** Whether a note tells of a package; it is kept until {@link #unknown} asks for it. */
  boolean keep(PresentFile file, Present present) {
    if (!present.facts().analyser(present.pkg()).equals(PackageNoteAnalyser.NAME)) return false;
    noted.add(new Noted(file, present));
    return true;
  }

  /** Tells of a package that a database lists. */
  void installed(Component component) {
    if (noted.isEmpty()) return;
    String type = component.purl().type();
    known.add(key(type, component.name(), component.version()));
    SourcePackage source = component.source().orElse(null);
    if (source != null) known.add(key(type, source.name(), source.version()));
  }

  /** Those that no database tells of, once all that are installed have been told. */
  List<Present> unknown(Ownership ownership) {
    var unknown = new ArrayList<Present>();
    for (Noted one : noted) {
      LayerFacts facts = one.present().facts();
      int pkg = one.present().pkg();
      String key = key(facts.type(pkg), facts.name(pkg), facts.version(pkg));
      if (known.contains(key) || ownership.ownerOf(one.file()).isPresent()) continue;
      unknown.add(one.present());
    }
    return unknown;
  }

  /** Without epoch, which notes leave out. */
  private static String key(String type, String name, String version) {
    return type + ' ' + name + ' ' + version.substring(version.indexOf(':') + 1);
  }
}
