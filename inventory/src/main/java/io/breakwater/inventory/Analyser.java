package io.breakwater.inventory;

import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;
import java.util.SortedMap;

/**
 * Reads one package format. Stateless: an analyser looks at one file of one layer at a time, is
 * used by many threads, and gives the same facts for the same bytes. Files that explain each other
 * can be kept and read together: see {@link #isKept}.
 *
 * <p>A file that is not what its name says is no error of the scan: the analyser reports it through
 * {@link FactSink#notAnalysed}, or throws {@link MalformedFileException} or any other {@link
 * IOException}, which costs that file one line.
 */
public interface Analyser {
  /** A short, stable name such as {@code dpkg}: it stands in evidence and in cache keys. */
  String name();

  /** Counted up whenever the analyser gives other facts for the same bytes: cached results end. */
  int version();

  /**
   * The characters that the paths of wanted files end with, so that {@link #wants} need not be
   * asked about most others; ASCII, each once. A directory's path counts as ending with a slash.
   *
   * @return empty for an analyser that has to be asked about every file
   */
  default String lastCharacters() {
    return "";
  }

  /**
   * Whether to be given this file. Called for every file of every layer: must be quick, and must
   * not allocate for files it does not want.
   *
   * @param head the first bytes
   */
  boolean wants(FileEntry file, Head head);

  /**
   * Whether to be given this directory, without content, as if it were a file: for formats that are
   * nothing but names. Called for every directory of every layer.
   */
  default boolean wantsDirectory(String path) {
    return false;
  }

  /**
   * Reads a wanted file.
   *
   * @throws IOException when the file is malformed or cannot be read; facts given before hold
   */
  void analyse(FileEntry file, Content content, FactSink facts) throws IOException;

  /**
   * The path of a wanted file's journal: of a second file that has to be read with it to know what
   * the first one says. When both are wanted and in one layer, the layer is read a second time for
   * them, and {@link #analyse(FileEntry, Content, Content, FactSink)} speaks for both.
   *
   * @return empty for a file that has none, as nearly all
   */
  default String journal(FileEntry file) {
    return "";
  }

  /** Reads a wanted file together with its journal. What each said alone is forgotten. */
  default void analyse(FileEntry file, Content content, Content journal, FactSink facts)
      throws IOException {
    analyse(file, content, facts);
  }

  /**
   * Whether a wanted file is kept until its layer is read, because what it says depends on other
   * files, or what others say on it. Kept files are given to {@link #together} instead of {@link
   * #analyse(FileEntry, Content, FactSink)}. A layer keeps some megabytes: what is beyond them is
   * analysed alone.
   */
  default boolean isKept(FileEntry file, Content content) throws IOException {
    return false;
  }

  /**
   * A reader of the kept files of one layer, for one thread, which is then asked for the facts of
   * each. To make it must not fail, whatever is in the files.
   *
   * @param files by path; as they are in the layer when it is read
   */
  default Together together(SortedMap<String, Content> files) {
    return this::analyse;
  }

  /** Reads files that explain each other. */
  @FunctionalInterface
  interface Together {
    /**
     * Reads one of the files.
     *
     * @throws IOException when this file is malformed; another that is costs nothing here
     */
    void analyse(FileEntry file, Content content, FactSink facts) throws IOException;
  }
}
