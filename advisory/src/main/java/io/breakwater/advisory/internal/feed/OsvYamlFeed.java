package io.breakwater.advisory.internal.feed;

import io.breakwater.model.json.Yaml;
import java.io.IOException;

/** OSV records as YAML, one in a file, as the Python Packaging Authority keeps them. */
final class OsvYamlFeed implements Feed {
  @Override
  public String name() {
    return "OSV (YAML)";
  }

  @Override
  public boolean recognises(Sample sample) {
    boolean id = false;
    boolean rest = false;
    for (String line : sample.head()) {
      id |= line.startsWith("id:");
      rest |= line.startsWith("affected:") || line.startsWith("modified:");
    }
    return id && rest;
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    OsvRecords.read(Yaml.object(file.text()), sink);
  }
}
