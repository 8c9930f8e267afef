package io.breakwater.inspect.internal;

import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.List;

/**
 * Looks at the files of a layer by itself, whatever lies under or over it. Stateless, used by many
 * threads; gives the same sightings for the same bytes.
 *
 * <p>A file that is not what it seems is no error: an inspector that throws costs that file a line
 * among what was not analysed.
 */
public interface FileInspector {
  /** A short, stable name such as {@code secrets}. */
  String name();

  /** Counted up whenever it sees other things in the same bytes: kept evidence ends. */
  int version();

  /**
   * An entry of the layer, of whatever type, without its content. Called for every one: must be
   * quick, and must not allocate for entries that nobody minds.
   */
  default void entry(FileEntry entry, Head head, Sightings out) {}

  /**
   * Whether to be given the content of this file, which may be a member of an archive; of those the
   * head is empty when they are asked for by name first. Called for every file: must be quick, and
   * must not allocate.
   */
  default boolean wants(FileEntry file, Head head) {
    return false;
  }

  /**
   * What to look for in wanted files: one character for each byte, case of ASCII letters does not
   * matter, up to 64 characters each, none twice. All inspectors' keywords are found in one pass
   * over a file: what is in many files, or shorter than 3 characters, costs all of them.
   */
  default List<String> keywords() {
    return List.of();
  }

  /** How many places of keywords in one file are kept at most. */
  default int mostHits() {
    return KeywordHits.MOST;
  }

  /** Whether text in UTF-16 is shown as it is stored; it is shown as UTF-8 else. */
  default boolean readsAsStored() {
    return false;
  }

  /** Whether wanted files in which no keyword is are inspected too. */
  default boolean needsEveryFile() {
    return keywords().isEmpty();
  }

  /** Looks at a wanted file. */
  default void inspect(InspectedFile file, Sightings out) throws IOException {}

  /**
   * Who looks at one layer: itself, unless it has to remember what it saw of the layer. Others are
   * used by one thread, and asked for {@link #end}.
   */
  default FileInspector ofLayer() {
    return this;
  }

  /** The layer was read to its end. */
  default void end(Sightings out) {}
}
