package io.breakwater.inspect.internal.scan;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.LimitException;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.UnavailableException;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.collect.LayerCollector;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Shows one layer to all inspectors, as it is read. Used by one thread. */
final class LayerInspection implements LayerCollector.Reading {
  private static final int MOST_SIGHTINGS = 50_000;
  private static final int MOST_NOTES = 1_000;

  private final FileScan scan;
  private final List<FileInspector> inspectors;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<LayerEvidence.Note> notes = new ArrayList<>();
  private boolean full;
  private int unavailable;
  private long wanted;
  private boolean archive;

  LayerInspection(FileScan scan) {
    this.scan = scan;
    this.inspectors = scan.inspectors().stream().map(FileInspector::ofLayer).toList();
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    long who = 0;
    for (int i = 0; i < inspectors.size(); i++) {
      FileInspector inspector = inspectors.get(i);
      try {
        inspector.entry(entry, head, this::add);
        if (entry.type() == EntryType.FILE && inspector.wants(entry, head)) who |= 1L << i;
      } catch (RuntimeException e) { // as below: no file ends the scan
        note(entry, NotAnalysed.Reason.MALFORMED, e);
      }
    }
    wanted = who;
    archive = entry.type() == EntryType.FILE && entry.size() > 21 && Members.has(head);
    return who != 0 || archive;
  }

  /**
   * The one place where a hostile file's damage ends: whatever an inspector throws costs that file
   * a line and nothing else. A stack that overflowed has unwound when it arrives here.
   */
  @Override
  public void content(FileEntry entry, Content content) {
    try {
      if (wanted != 0) scan.scan(inspectors, entry, content, wanted, this::add);
      if (archive) members(entry, content);
    } catch (UnavailableException e) {
      if (unavailable++ == 0) note(entry, NotAnalysed.Reason.REFUSED, e);
    } catch (ContentTooLargeException | LimitException e) {
      note(entry, NotAnalysed.Reason.LIMIT, e);
    } catch (EOFException e) {
      note(entry, NotAnalysed.Reason.TRUNCATED, e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      note(entry, NotAnalysed.Reason.MALFORMED, e);
    }
  }

  private void members(FileEntry entry, Content content) throws IOException {
    var members =
        new Members(
            new Members.Taker() {
              @Override
              public boolean wants(FileEntry member) {
                return who(member, Head.EMPTY) != 0;
              }

              @Override
              public void take(FileEntry member, Content inner) throws IOException {
                byte[] start = inner.read(0, Math.min(Head.MAX, inner.size()), Head.MAX);
                long who = who(member, new Head(start, 0, start.length));
                if (who != 0) scan.scan(inspectors, member, inner, who, LayerInspection.this::add);
              }
            });
    byte[] start = content.read(0, Math.min(Head.MAX, content.size()), Head.MAX);
    members.of(entry.path(), content, new Head(start, 0, start.length));
  }

  private long who(FileEntry member, Head head) {
    long who = 0;
    for (int i = 0; i < inspectors.size(); i++) {
      if (inspectors.get(i).wants(member, head)) who |= 1L << i;
    }
    return who;
  }

  private void add(Sighting sighting) {
    if (sightings.size() < MOST_SIGHTINGS) sightings.add(sighting);
    else full = true;
  }

  private void note(FileEntry entry, NotAnalysed.Reason reason, Throwable e) {
    if (notes.size() >= MOST_NOTES) return;
    String message = e.getMessage();
    String words = message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    if (words.length() > 300) words = words.substring(0, 300) + "…";
    notes.add(new LayerEvidence.Note(entry.absolutePath(), reason, words));
  }

  @Override
  public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
    // The inventory of the same layer tells of it.
  }

  @Override
  public boolean lasts() {
    return unavailable == 0;
  }

  @Override
  public byte[] evidence() {
    for (FileInspector inspector : inspectors) inspector.end(this::add);
    if (full) {
      notes.add(
          new LayerEvidence.Note("/", NotAnalysed.Reason.LIMIT, "too much was seen in a layer"));
    }
    if (unavailable > 1) {
      notes.add(
          new LayerEvidence.Note(
              "/",
              NotAnalysed.Reason.REFUSED,
              "that holds for " + unavailable + " files of this layer"));
    }
    return new LayerEvidence(sightings, notes).bytes();
  }
}
