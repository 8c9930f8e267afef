package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import io.breakwater.model.Confidence;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the words of the files that hold licences, notices and copyright statements: each text of a
 * layer once, in pieces, and which files hold it. Only for who passes them on.
 */
public final class TextInspector implements FileInspector {
  /** A file, whose text has the number that the part says. */
  public static final String FILE = "=notice-file";

  /** A piece of a text; the part is the text's number, the pieces are in order. */
  public static final String PIECE = "=notice-text";

  /** A link to such a file, or on the way to one; the part is where it leads. */
  public static final String LINK = "=notice-link";

  /** A file that is too long to be passed on. */
  public static final String LEFT_OUT = "=notice-left-out";

  private static final int LARGEST = 2 << 20;
  private static final long MOST_OF_A_LAYER = 48L << 20;
  private static final int PIECE_LENGTH = 4_000;

  private final Map<String, Integer> numbers = new HashMap<>();
  private long left = MOST_OF_A_LAYER;

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public FileInspector ofLayer() {
    return new TextInspector();
  }

  @Override
  public void entry(FileEntry file, Head head, Sightings out) {
    switch (file.type()) {
      case SYMLINK -> {
        if (NoticeNames.mayLead(file.path())) link(file.path(), file.linkTarget(), out);
      }
      case HARD_LINK -> {
        if (NoticeNames.isText(file.path())) link(file.path(), "/" + file.linkTarget(), out);
      }
      case FILE -> {
        boolean tooLong = file.size() > LARGEST && NoticeNames.isText(file.path());
        if (tooLong) out.add(Sighting.of(LEFT_OUT, file.path(), ""));
      }
      case DIRECTORY, WHITEOUT, OPAQUE, SPECIAL -> {}
    }
  }

  private static void link(String path, String target, Sightings out) {
    out.add(new Sighting(LINK, path, 0, Confidence.HIGH, target, ""));
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return file.type() == EntryType.FILE
        && file.size() > 0
        && file.size() <= LARGEST
        && NoticeNames.isText(file.path());
  }

  @Override
  public void inspect(InspectedFile file, Sightings out) throws IOException {
    byte[] bytes = file.content().readAll(LARGEST);
    if (isBinary(bytes)) return;
    String text = NoticeNames.lines(decoded(bytes));
    if (text.isBlank()) return;
    Integer known = numbers.get(text);
    if (known == null) {
      if (text.length() > left) {
        out.add(Sighting.of(LEFT_OUT, file.path(), ""));
        return;
      }
      left -= text.length();
      known = numbers.size();
      numbers.put(text, known);
      pieces(Integer.toString(known), text, out);
    }
    String number = Integer.toString(known);
    out.add(new Sighting(FILE, file.path(), 0, Confidence.HIGH, number, ""));
  }

  private static void pieces(String number, String text, Sightings out) {
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(at + PIECE_LENGTH, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
      out.add(new Sighting(PIECE, "", 0, Confidence.HIGH, number, text.substring(at, end)));
      at = end;
    }
  }

  /** Older files are in Latin-1, where a single byte is the sign of copyright. */
  private static String decoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean isBinary(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 8_192); i++) if (bytes[i] == 0) return true;
    return false;
  }
}
