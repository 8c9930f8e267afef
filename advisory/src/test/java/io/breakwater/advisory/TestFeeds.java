package io.breakwater.advisory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder of small feeds and the database that is made of it. */
final class TestFeeds {
  private final Path folder;
  private final Path feeds;

  TestFeeds(Path folder) throws IOException {
    this.folder = folder;
    this.feeds = Files.createDirectories(folder.resolve("feeds"));
  }

  /** Adds a file. */
  TestFeeds with(String name, String content) throws IOException {
    Path file = feeds.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds an OSV record about one package. */
  TestFeeds withOsv(String id, Map<String, String> members, String affected) throws IOException {
    return with(id + ".json", osv(id, members, affected));
  }

  /** An OSV record; members are JSON values by key. */
  static String osv(String id, Map<String, String> members, String affected) {
    var out = new StringBuilder("{\"id\":\"" + id + "\",\"modified\":\"2024-05-06T07:08:09Z\"");
    members.forEach((key, value) -> out.append(",\"").append(key).append("\":").append(value));
    return out.append(",\"affected\":[").append(affected).append("]}").toString();
  }

  /** What OSV says about a package; events such as {@code introduced 0, fixed 1.2}. */
  static String affected(String ecosystem, String name, String events) {
    var out = new StringBuilder();
    for (String event : events.split(", *", -1)) {
      String[] words = event.split(" ", 2);
      out.append(out.isEmpty() ? "" : ",");
      out.append("{\"").append(words[0]).append("\":\"").append(words[1]).append("\"}");
    }
    return "{\"package\":{\"ecosystem\":\"%s\",\"name\":\"%s\"},".formatted(ecosystem, name)
        + "\"ranges\":[{\"type\":\"ECOSYSTEM\",\"events\":["
        + out
        + "]}]}";
  }

  Path folder() {
    return feeds;
  }

  Path target() {
    return folder.resolve("advisories.db");
  }

  ImportSummary run() throws IOException {
    return DatabaseImport.run(List.of(feeds), target(), ImportListener.NONE);
  }

  /** The database of all files. */
  AdvisoryDatabase database() throws IOException {
    run();
    return AdvisoryDatabase.open(target());
  }

  /** A matcher with the database of all files. */
  Matcher matcher() throws IOException {
    return new Matcher(database());
  }
}
