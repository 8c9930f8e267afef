package io.breakwater.inventory.internal.models;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LittleEndian;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** AI models: GGUF and SafeTensors files, by their headers. */
public final class ModelAnalyser implements Analyser {
  private static final long LONGEST_HEADER = 100_000_000;

  @Override
  public String name() {
    return "ai-model";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return isGguf(head) || isSafeTensors(file, head);
  }

  private static boolean isGguf(Head head) {
    return head.startsWith('G', 'G', 'U', 'F');
  }

  /** The length of a JSON object, and the beginning of it. */
  private static boolean isSafeTensors(FileEntry file, Head head) {
    if (head.length() < 10) return false;
    byte[] bytes = head.bytes();
    int at = head.offset();
    if (bytes[at + 8] != '{' || bytes[at + 7] != 0 || bytes[at + 4] != 0) return false;
    if (bytes[at + 9] != '"' && bytes[at + 9] != ' ') return false;
    long length = LittleEndian.int64(bytes, at);
    return length > 2 && length <= LONGEST_HEADER && length <= file.size() - 8;
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    byte[] magic = content.read(0, 4, 4);
    boolean gguf = magic[0] == 'G' && magic[1] == 'G' && magic[2] == 'U' && magic[3] == 'F';
    Model model = gguf ? Gguf.read(content) : SafeTensors.read(content);
    model.report(file.path(), gguf ? "GGUF header" : "SafeTensors header", facts);
  }
}
