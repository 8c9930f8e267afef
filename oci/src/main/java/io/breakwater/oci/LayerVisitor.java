package io.breakwater.oci;

import io.breakwater.model.NotAnalysed;
import java.io.IOException;

/**
 * Receives the entries of one layer, in the order of the archive, by one thread.
 *
 * <p>A visitor sees an entry before its content and says whether it wants it; only wanted content
 * is kept.
 */
public interface LayerVisitor {
  /**
   * An entry of the layer. A path may come more than once: the last holds, as when it is unpacked.
   *
   * @param entry its facts
   * @param head the first bytes of a {@link EntryType#FILE}, for magic numbers; empty for others
   * @return whether {@link #content} shall follow; only asked of files and of hard links to files
   */
  boolean entry(FileEntry entry, Head head);

  /**
   * The content of an entry that was wanted. It is valid during the call only. That of a {@link
   * EntryType#FILE} follows its entry at once; that of a {@link EntryType#HARD_LINK}, which is the
   * content of the file it names, comes after all entries.
   *
   * @throws IOException when the content cannot be read; it ends the reading of the layer. What is
   *     wrong with the content itself is no such case
   */
  void content(FileEntry entry, Content content) throws IOException;

  /**
   * Something in the layer cannot be read.
   *
   * @param path absolute path inside the image
   */
  void notAnalysed(String path, NotAnalysed.Reason reason, String detail);
}
