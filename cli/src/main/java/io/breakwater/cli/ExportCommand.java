package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseExport;
import io.breakwater.advisory.update.FeedState;
import io.breakwater.advisory.update.FeedStore;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** {@code bw db export}, and the import of what it wrote. */
final class ExportCommand implements Command.Action {
  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    String name = arguments.positionals().getFirst();
    if (!name.endsWith(".tar.zst") && !name.endsWith(".tar.gz") && !name.endsWith(".tgz")) {
      throw new UsageException(arguments.path(), Msg.UNEXPECTED, name);
    }
    Path file = Path.of(name);
    Path source = Databases.target(arguments, terminal);
    DatabaseInfo info;
    try (AdvisoryDatabase database = AdvisoryDatabase.open(source)) {
      database.verify();
      info = database.info();
    }
    var store = new FeedStore(Databases.feeds(arguments, terminal));
    try {
      DatabaseExport.write(source, about(info, store), file);
    } catch (IOException failed) {
      throw ProblemException.of(ProblemCode.OUTPUT_FAILED, name, failed);
    }
    terminal.line(
        terminal.say(
            Msg.EXPORTED, file, Sizes.format(Files.size(file)), Sizes.count(info.records())));
    return Main.OK;
  }

  private static byte[] about(DatabaseInfo info, FeedStore store) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var feeds = new ArrayList<>(store.states().entrySet());
    try (JsonOut out = JsonOut.to(bytes)) {
      out.object(
          () -> {
            out.number("format", 1);
            out.text("database", info.digest().toString());
            out.number("records", info.records());
            out.array("feeds", feeds, feed -> feed(out, feed));
          });
    }
    return bytes.toByteArray();
  }

  private static void feed(JsonOut out, Map.Entry<String, FeedState> feed) throws IOException {
    FeedState state = feed.getValue();
    out.text("name", feed.getKey());
    out.number("records", state.records());
    out.optional("checked", state.checked());
    out.optional("staleSince", state.failure().map(FeedState.Failure::since));
  }

  /** Puts the database of an export in its place. */
  static int install(Path file, Path target, boolean quiet, Terminal terminal) throws IOException {
    DatabaseExport.Imported imported = DatabaseExport.read(file, target);
    if (quiet) return Main.OK;
    for (Json.Obj feed : imported.about().objects("feeds")) {
      String since = feed.text("staleSince");
      if (since.isEmpty()) continue;
      terminal.line(
          terminal.say(Msg.IMPORTED_STALE, Cells.clean(feed.text("name")), Cells.clean(since)));
    }
    terminal.line(
        terminal.say(Msg.UPDATE_WRITTEN, target, Sizes.count(imported.database().records())));
    return Main.OK;
  }
}
