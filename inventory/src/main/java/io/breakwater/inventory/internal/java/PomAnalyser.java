package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Maven projects declare: each pom.xml that lies in the layer as a file, with what the parents
 * and bills of materials tell of it that lie there too, as projects or in a local repository.
 */
public final class PomAnalyser implements Analyser {
  private static final int MAX_SIZE = 16 << 20;

  /** What parents and bills of materials say of themselves, and few others. */
  private static final String HAS_NO_CODE = "<packaging>pom<";

  @Override
  public String name() {
    return "maven-pom";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "lm";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    if (path.endsWith(PomFiles.IN_REPOSITORY)) return true;
    // Those in META-INF are of an unpacked archive, which tells its own name otherwise.
    return LockFiles.is(path, PomFiles.PROJECT) && !path.contains("META-INF/maven/");
  }

  @Override
  public boolean isKept(FileEntry file, Content content) throws IOException {
    if (PomFiles.isProject(file.path())) return true;
    String text = new String(content.readAll(MAX_SIZE), StandardCharsets.ISO_8859_1);
    return text.contains(HAS_NO_CODE);
  }

  @Override
  public Together together(SortedMap<String, Content> files) {
    return new PomTree(files);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    var alone = new TreeMap<String, Content>();
    alone.put(file.path(), content);
    together(alone).analyse(file, content, facts);
  }
}
