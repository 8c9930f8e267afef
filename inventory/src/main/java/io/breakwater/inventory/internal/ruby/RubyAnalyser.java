package io.breakwater.inventory.internal.ruby;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Licences;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Ruby gems, installed: the specifications that RubyGems writes, those of default gems too. */
public final class RubyAnalyser implements Analyser {
  private static final String EXTENSION = ".gemspec";
  private static final String FOLDER = "specifications/";
  private static final int MAX_SIZE = 8 << 20;

  @Override
  public String name() {
    return "ruby-gem";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "c";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(EXTENSION) && path.contains(FOLDER);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String text = new String(content.readAll(MAX_SIZE), StandardCharsets.UTF_8);
    GemSpecification gem = GemSpecification.parse(text, file.fileName());
    if (gem.name().isEmpty()) return;
    Coordinates.plain("gem", gem.name(), gem.version())
        .report(facts, Licences.names(gem.licences()), gem.needs(), "", "gemspec");
  }
}
