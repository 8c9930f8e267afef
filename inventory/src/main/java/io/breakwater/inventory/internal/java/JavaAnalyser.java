package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * Java archives and what is nested in them, by pom.properties, manifest, file name and known
 * classes; and what the SBOMs list that they carry.
 */
public final class JavaAnalyser implements Analyser {
  @Override
  public String name() {
    return "java-archive";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.size() > 0 && JavaNames.isArchive(file.path(), head);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    new ArchiveWalk(facts).outermost(content, Paths.fileName(file.path()));
  }
}
