package io.breakwater.inspect.notices;

import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.licence.NoticeNames;
import io.breakwater.inspect.internal.licence.TextInspector;
import io.breakwater.inspect.internal.scan.InspectionCollector;
import io.breakwater.inspect.internal.scan.LayerEvidence;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of an image that hold licences, notices and copyright statements, with their words. */
public final class NoticeFiles {
  /** None. */
  public static final NoticeFiles NONE = new NoticeFiles();

  private static final int MOST_LINKS = 8;

  private final TreeMap<String, String> texts = new TreeMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final TreeSet<String> leftOut = new TreeSet<>();

  private NoticeFiles() {}

  /**
   * A file.
   *
   * @param path absolute
   * @param text with line feeds alone, without control characters
   */
  public record TextFile(String path, String text) {
    /** Whether it is called like one that holds notices. */
    boolean isNotice() {
      return NoticeNames.isNotice(path);
    }
  }

  /** Tells what became of a file in the layers above its own. */
  @FunctionalInterface
  public interface Presence {
    /** Whether containers see a file of a layer, by its absolute path. */
    boolean isThere(int layer, String path);
  }

  /** Who looks for them in layers. */
  public static LayerCollector collector() {
    return new InspectionCollector(List.of(new TextInspector()));
  }

  /**
   * What was found.
   *
   * @param evidence what {@link #collector} has of each layer, from the lowest
   * @throws IOException when it is no such thing
   */
  public static NoticeFiles of(List<byte[]> evidence, Presence presence) throws IOException {
    var files = new NoticeFiles();
    for (int layer = 0; layer < evidence.size(); layer++) {
      files.add(layer, LayerEvidence.read(evidence.get(layer)), presence);
    }
    return files;
  }

  private void add(int layer, LayerEvidence evidence, Presence presence) {
    var pieces = new HashMap<String, StringBuilder>();
    var whole = new HashMap<String, String>();
    for (Sighting each : evidence.sightings()) {
      String path = "/" + each.path();
      if (each.check().equals(TextInspector.PIECE)) {
        pieces.computeIfAbsent(each.part(), _ -> new StringBuilder()).append(each.evidence());
        continue;
      }
      int inner = path.indexOf("!/");
      if (!presence.isThere(layer, inner < 0 ? path : path.substring(0, inner))) continue;
      texts.remove(path);
      links.remove(path);
      leftOut.remove(path);
      switch (each.check()) {
        case TextInspector.FILE -> {
          StringBuilder text = pieces.getOrDefault(each.part(), new StringBuilder());
          texts.put(path, whole.computeIfAbsent(each.part(), _ -> text.toString()));
        }
        case TextInspector.LINK -> links.put(path, each.part());
        default -> leftOut.add(path);
      }
    }
    for (LayerEvidence.Note note : evidence.notes()) {
      boolean there = note.path().equals("/") || presence.isThere(layer, note.path());
      if (there) leftOut.add(note.path());
    }
  }

  /** All of them, by path. */
  Collection<TextFile> all() {
    var files = new ArrayList<TextFile>();
    texts.forEach((path, text) -> files.add(new TextFile(path, text)));
    return files;
  }

  /** What is too long to be passed on or cannot be read, by path. */
  Collection<String> leftOut() {
    return Collections.unmodifiableCollection(leftOut);
  }

  /** The file of a path, or the one that a link of this path leads to. */
  Optional<TextFile> at(String path) {
    String real = followed(path);
    String text = texts.get(real);
    return text == null ? Optional.empty() : Optional.of(new TextFile(real, text));
  }

  /** The files that lie in a folder itself, by path. */
  List<TextFile> in(String folder) {
    String start = followed(folder) + "/";
    var files = new ArrayList<TextFile>();
    for (Map.Entry<String, String> each : texts.tailMap(start).entrySet()) {
      String path = each.getKey();
      if (!path.startsWith(start)) break;
      if (path.indexOf('/', start.length()) < 0) files.add(new TextFile(path, each.getValue()));
    }
    for (String link : linksIn(start)) at(link).ifPresent(files::add);
    return files;
  }

  private List<String> linksIn(String start) {
    var found = new ArrayList<String>();
    for (String link : links.keySet()) {
      if (link.startsWith(start) && link.indexOf('/', start.length()) < 0) found.add(link);
    }
    Collections.sort(found);
    return found;
  }

  private String followed(String path) {
    String at = path;
    for (int i = 0; i < MOST_LINKS; i++) {
      String target = links.get(at);
      if (target == null) return at;
      at = target.startsWith("/") ? joined("", target) : joined(folder(at), target);
    }
    return path;
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** A path without dots, which never leads above the root. */
  private static String joined(String folder, String target) {
    var parts = new ArrayList<String>();
    for (String part : (folder + "/" + target).split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
