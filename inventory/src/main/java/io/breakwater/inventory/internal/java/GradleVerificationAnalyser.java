package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.Hashes;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.text.XmlTree;
import io.breakwater.inventory.internal.text.XmlTree.Element;
import io.breakwater.model.Digest;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What Gradle verifies when it downloads it: gradle/verification-metadata.xml. */
public final class GradleVerificationAnalyser implements Analyser {
  private static final String FILE = "verification-metadata.xml";

  @Override
  public String name() {
    return "gradle-verification";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return LockFiles.is(file.path(), FILE);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Element root = XmlTree.parse(content.readAll(LockFiles.MAX_SIZE));
    if (!root.name().equals("verification-metadata")) {
      throw new MalformedFileException("no verification metadata: its root is " + root.name());
    }
    for (Element component : root.at("components", "component")) {
      String artifact = component.attribute("name");
      String version = component.attribute("version");
      Declared.of(Coordinates.maven(component.attribute("group"), artifact, version))
          .hashed(hashes(component, artifact + "-" + version + "."))
          .at(component.line())
          .report(facts, FILE);
    }
  }

  /** Those of the archive itself, not of its POM or its sources. */
  private static List<Digest> hashes(Element component, String beginning) {
    var hashes = new ArrayList<Digest>(1);
    for (Element file : component.children("artifact")) {
      String name = file.attribute("name");
      boolean archive =
          name.startsWith(beginning) && (name.endsWith("ar") && !name.endsWith(".tar"));
      if (!archive) continue;
      for (Element hash : file.children()) {
        boolean known = hash.name().startsWith("sha");
        if (known) hashes.addAll(Hashes.hex(hash.name(), hash.attribute("value")));
      }
    }
    return hashes;
  }
}
