package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.KeywordHits;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Confidence;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds secrets of a user's kinds in files: text only, as the tools do whose rules they are. */
final class UserSecretInspector implements FileInspector {
  private static final int PIECE = 1 << 20;
  private static final int OVERLAP = 32 << 10;

  private final SecretOptions options;

  UserSecretInspector(SecretOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "usersecrets" + options.name();
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    boolean tiny = file.size() > 0 && file.size() < 12;
    return tiny || Wanted.is(file, head) || !options.custom().ofPath(file.path()).isEmpty();
  }

  @Override
  public List<String> keywords() {
    return options.custom().keywords();
  }

  @Override
  public boolean needsEveryFile() {
    return options.custom().needsEveryFile();
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    String path = file.path();
    if (options.user().allowsFile(path)) return;
    for (SecretRule rule : options.custom().ofPath(path)) {
      out.add(new Sighting(rule.id(), path, 0, Confidence.HIGH, "", ""));
    }
    for (byte b : file.window(0, 8_192)) if (b == 0) return;
    var found = new ArrayList<Found>();
    @Nullable Set<String> present = present(file.hits());
    long size = file.content().size();
    for (long at = 0; at < size; at += PIECE) {
      int before = at == 0 ? 0 : OVERLAP;
      byte[] text = file.window(at - before, before + PIECE + OVERLAP);
      int last = Math.min(text.length, before + PIECE);
      options.custom().in(text, path, present, at - before, before, last, found);
    }
    found.sort(Comparator.comparingLong(Found::start));
    for (Found one : found) options.tell(file, one, file.line(one.start()), out);
  }

  /** The keywords in a file; null when not every place was kept. */
  private @Nullable Set<String> present(KeywordHits hits) {
    if (hits.isFull()) return null;
    var words = new HashSet<String>();
    for (int i = 0; i < hits.count(); i++) {
      words.add(options.custom().keywords().get(hits.keyword(i)));
    }
    return words;
  }
}
