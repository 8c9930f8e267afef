package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.text.XmlTree;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** What a Maven project declares: a pom.xml that lies in the image as a file. */
public final class PomAnalyser implements Analyser {
  private static final String FILE = "pom.xml";
  private static final int MAX_SIZE = 16 << 20;

  @Override
  public String name() {
    return "maven-pom";
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
    String path = file.path();
    // Those in META-INF are of an unpacked archive, which tells its own name otherwise.
    return LockFiles.is(path, FILE) && !path.contains("META-INF/maven/");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    XmlTree.Element project = XmlTree.parse(content.readAll(MAX_SIZE));
    if (!project.name().equals("project")) {
      throw new MalformedFileException("no project of Maven: its root is " + project.name());
    }
    new Pom(project).report(facts, FILE);
  }
}
