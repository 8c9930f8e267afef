package io.breakwater.inventory;

import io.breakwater.inventory.internal.binary.Linkage;
import io.breakwater.inventory.internal.binary.Linkage.Powers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes of what {@link LinkFacts} gathers. */
final class LinkPack {
  private static final int BINARY = 1;
  private static final int SCRIPT = 2;
  private static final int LINK = 3;
  private static final int LOADS = 1;
  private static final int STARTS = 2;
  private static final int HIDDEN = 4;

  /** Of what a text may take in its bytes. */
  private static final int LONGEST = 20_000;

  private LinkPack() {}

  static byte[] pack(List<RunFacts> facts, boolean complete) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeBoolean(complete);
      out.writeInt(facts.size());
      for (RunFacts fact : facts) write(out, fact);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, RunFacts fact) throws IOException {
    switch (fact) {
      case RunFacts.Binary binary -> {
        out.writeByte(BINARY);
        text(out, binary.path());
        Linkage linkage = binary.linkage();
        Powers powers = linkage.powers();
        out.writeInt(linkage.machine());
        out.writeBoolean(linkage.program());
        text(out, linkage.interpreter());
        text(out, linkage.soname());
        texts(out, linkage.needed());
        text(out, linkage.rpath());
        text(out, linkage.runpath());
        out.writeByte(
            (powers.loads() ? LOADS : 0)
                + (powers.starts() ? STARTS : 0)
                + (powers.hidden() ? HIDDEN : 0));
      }
      case RunFacts.Script script -> {
        out.writeByte(SCRIPT);
        text(out, script.path());
        text(out, script.interpreter());
        texts(out, script.words());
        out.writeBoolean(script.read());
      }
      case RunFacts.Link link -> {
        out.writeByte(LINK);
        text(out, link.path());
        text(out, link.target());
      }
    }
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) text(out, text);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeUTF(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
  }

  /** Empty when the bytes are no pack. */
  static Optional<LinkFacts.Unpacked> unpack(byte[] packed) {
    try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
      boolean complete = in.readBoolean();
      int count = in.readInt();
      if (count < 0) return Optional.empty();
      var facts = new ArrayList<RunFacts>(Math.min(count, packed.length));
      for (int i = 0; i < count; i++) facts.add(read(in));
      return Optional.of(new LinkFacts.Unpacked(facts, complete));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static RunFacts read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    String path = in.readUTF();
    if (!path.startsWith("/")) throw new IOException("no path");
    return switch (kind) {
      case BINARY ->
          new RunFacts.Binary(
              path,
              new Linkage(
                  in.readInt(),
                  in.readBoolean(),
                  in.readUTF(),
                  in.readUTF(),
                  texts(in),
                  in.readUTF(),
                  in.readUTF(),
                  powers(in.readByte())));
      case SCRIPT -> new RunFacts.Script(path, in.readUTF(), texts(in), in.readBoolean());
      case LINK -> new RunFacts.Link(path, in.readUTF());
      default -> throw new IOException("no kind");
    };
  }

  private static Powers powers(int bits) {
    return new Powers((bits & LOADS) != 0, (bits & STARTS) != 0, (bits & HIDDEN) != 0);
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) texts.add(in.readUTF());
    return texts;
  }
}
