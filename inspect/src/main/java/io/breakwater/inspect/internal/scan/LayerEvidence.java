package io.breakwater.inspect.internal.scan;

import io.breakwater.inspect.internal.Sighting;
import io.breakwater.model.Confidence;
import io.breakwater.model.NotAnalysed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What inspectors saw in one layer, as it is kept.
 *
 * @param sightings in the order of the layer
 * @param notes what could not be read
 */
public record LayerEvidence(List<Sighting> sightings, List<Note> notes) {
  /** Counted up whenever the layout changes. */
  static final int VERSION = 1;

  private static final List<Confidence> CONFIDENCES = List.of(Confidence.values());
  private static final List<NotAnalysed.Reason> REASONS = List.of(NotAnalysed.Reason.values());

  /** Copies the lists. */
  public LayerEvidence {
    sightings = List.copyOf(sightings);
    notes = List.copyOf(notes);
  }

  /** A file that could not be inspected; its path is absolute. */
  public record Note(String path, NotAnalysed.Reason reason, String detail) {}

  /** The bytes to keep. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(sightings.size());
      for (Sighting sighting : sightings) {
        text(out, sighting.check());
        text(out, sighting.path());
        out.writeInt(sighting.line());
        out.writeByte(CONFIDENCES.indexOf(sighting.confidence()));
        text(out, sighting.part());
        text(out, sighting.evidence());
      }
      out.writeInt(notes.size());
      for (Note note : notes) {
        text(out, note.path());
        out.writeByte(REASONS.indexOf(note.reason()));
        text(out, note.detail());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IOException when the bytes are something else
   */
  public static LayerEvidence read(byte[] bytes) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var sightings = new ArrayList<Sighting>();
      for (int count = in.readInt(); count > 0; count--) {
        sightings.add(
            new Sighting(
                text(in),
                text(in),
                in.readInt(),
                CONFIDENCES.get(in.readByte()),
                text(in),
                text(in)));
      }
      var notes = new ArrayList<Note>();
      for (int count = in.readInt(); count > 0; count--) {
        notes.add(new Note(text(in), REASONS.get(in.readByte()), text(in)));
      }
      return new LayerEvidence(sightings, notes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException("kept evidence makes no sense", e);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) throw new IOException("kept evidence is cut");
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
