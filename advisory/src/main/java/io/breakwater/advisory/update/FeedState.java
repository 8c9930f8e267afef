package io.breakwater.advisory.update;

import io.breakwater.model.json.Json;
import io.breakwater.model.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The last good state of a feed, and what went wrong since.
 *
 * @param generation the folder that holds it; empty when there was none yet
 * @param changed when its content came
 * @param checked when its publisher last answered
 * @param code which program read it
 * @param spool the SHA-256 of what was read
 * @param records how many records it has
 * @param files the files as published
 * @param failure since when it cannot be updated, and why; it is stale then
 */
public record FeedState(
    String generation,
    Optional<Instant> changed,
    Optional<Instant> checked,
    String code,
    String spool,
    long records,
    List<File> files,
    Optional<Failure> failure) {
  private static final int VERSION = 1;

  /** Nothing was fetched yet. */
  static final FeedState NONE =
      new FeedState("", Optional.empty(), Optional.empty(), "", "", 0, List.of(), Optional.empty());

  /** Copies the list. */
  public FeedState {
    files = List.copyOf(files);
  }

  /**
   * A file as published.
   *
   * @param url where it was
   * @param path where it lies below the folder of files
   * @param etag of the answer that brought it
   * @param modified of the answer that brought it, as sent
   * @param size in bytes
   * @param sha256 of its bytes, as hex
   */
  public record File(
      String url, String path, String etag, String modified, long size, String sha256) {}

  /** What goes wrong since when. */
  public record Failure(Instant since, FeedTrouble trouble) {}

  /** Whether there is anything to make a database of. */
  public boolean isUsable() {
    return !generation.isEmpty();
  }

  /** All files together. */
  public long bytes() {
    return files.stream().mapToLong(File::size).sum();
  }

  FeedState failed(Instant now, FeedTrouble trouble) {
    Instant since = failure.map(Failure::since).orElse(now);
    return new FeedState(
        generation,
        changed,
        checked,
        code,
        spool,
        records,
        files,
        Optional.of(new Failure(since, trouble)));
  }

  FeedState checked(Instant now, List<File> same) {
    return new FeedState(
        generation, changed, Optional.of(now), code, spool, records, same, Optional.empty());
  }

  FeedState read(String byCode, String newSpool, long newRecords) {
    return new FeedState(
        generation, changed, checked, byCode, newSpool, newRecords, files, failure);
  }

  byte[] toJson() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (JsonOut out = JsonOut.to(bytes)) {
      out.object(
          () -> {
            out.number("format", VERSION);
            out.text("generation", generation);
            out.optional("changed", changed);
            out.optional("checked", checked);
            out.text("code", code);
            out.text("spool", spool);
            out.number("records", records);
            out.array(
                "files",
                files,
                file -> {
                  out.text("url", file.url());
                  out.text("path", file.path());
                  out.text("etag", file.etag());
                  out.text("modified", file.modified());
                  out.number("size", file.size());
                  out.text("sha256", file.sha256());
                });
            if (failure.isPresent()) {
              Failure why = failure.get();
              out.object(
                  "failure",
                  () -> {
                    out.text("since", why.since().toString());
                    out.text("kind", why.trouble().kind().name().toLowerCase(Locale.ROOT));
                    out.text("details", why.trouble().details());
                  });
            }
          });
    }
    return bytes.toByteArray();
  }

  /** Reads {@link #toJson}. */
  static FeedState parse(byte[] json) throws IOException {
    Json.Obj object = Json.parseObject(json);
    if (object.number("format").orElse(0) != VERSION) {
      throw new IOException("a state of another format");
    }
    var files = new ArrayList<File>();
    for (Json.Obj file : object.objects("files")) {
      files.add(
          new File(
              file.text("url"),
              file.text("path"),
              file.text("etag"),
              file.text("modified"),
              file.number("size").orElse(0),
              file.text("sha256")));
    }
    return new FeedState(
        object.text("generation"),
        instant(object.text("changed")),
        instant(object.text("checked")),
        object.text("code"),
        object.text("spool"),
        object.number("records").orElse(0),
        files,
        failure(object.object("failure")));
  }

  private static Optional<Failure> failure(Json.Obj object) {
    Optional<Instant> since = instant(object.text("since"));
    for (FeedTrouble.Kind kind : FeedTrouble.Kind.values()) {
      if (!kind.name().toLowerCase(Locale.ROOT).equals(object.text("kind"))) continue;
      return since.map(s -> new Failure(s, new FeedTrouble(kind, object.text("details"))));
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
