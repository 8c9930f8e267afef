package io.breakwater.inventory.internal.ocaml;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Packages of OCaml: those installed in a switch of opam ({@code
 * .opam-switch/packages/NAME.VERSION/opam}), and those that a project locked ({@code
 * *.opam.locked}). The descriptions of an opam repository are what could be installed: no facts.
 */
public final class OpamAnalyser implements Analyser {
  private static final String FOLDER = ".opam-switch/packages/";
  private static final int MAX_DESCRIPTION = 1 << 20;

  @Override
  public String name() {
    return "opam";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "md";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return (path.endsWith("/opam") && path.contains(FOLDER)) || path.endsWith(".opam.locked");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    if (file.path().endsWith(".locked")) locked(LockFiles.text(content), facts);
    else installed(file.path(), content, facts);
  }

  private static void installed(String path, Content content, FactSink facts) throws IOException {
    String folder = path.substring(Paths.partFromEnd(path, 1), path.length() - "/opam".length());
    int dot = folder.indexOf('.');
    if (dot <= 0) return;
    String text = new String(content.readAll(MAX_DESCRIPTION), StandardCharsets.UTF_8);
    var needs = new ArrayList<String>();
    for (Fields.Need need : Fields.needs(text, "depends")) needs.add(need.name());
    Declared.installed(
            Coordinates.plain("opam", folder.substring(0, dot), folder.substring(dot + 1)))
        .needing(needs)
        .licensed(licences(text))
        .report(facts, "opam");
  }

  private static List<String> licences(String text) {
    var words = new ArrayList<String>();
    for (Fields.Need licence : Fields.needs(text, "license")) words.add(licence.name());
    return Licences.names(words);
  }

  private static void locked(String text, FactSink facts) {
    for (Fields.Need need : Fields.needs(text, "depends")) {
      Declared.of(Coordinates.plain("opam", need.name(), need.version()))
          .report(facts, "opam.locked");
    }
  }
}
