package io.breakwater.inventory;

import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.ContentTooLargeException;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.collect.LayerCollector;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Runs every analyser over the files of one layer, as the layer is read. Used by one thread. */
final class LayerAnalysis implements LayerCollector.Reading {
  private static final int MOST_FILES = 200_000;
  private static final int MOST_NOTES = 1_000;

  private final Candidates analysers;
  private final FactBudget budget = new FactBudget();
  private final PathCollector paths = new PathCollector();
  private final Map<String, WantedFile> wanted = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Journalled> journals = new ArrayList<>();
  private final KeptFiles<WantedFile> kept = new KeptFiles<>();
  private final List<Note> notes = new ArrayList<>();
  private final FileFacts executables = new FileFacts();
  private final LinkFacts programs = new LinkFacts();

  LayerAnalysis(Candidates analysers) {
    this.analysers = analysers;
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    paths.add(
        entry.path(),
        switch (entry.type()) {
          case FILE, HARD_LINK, SYMLINK, SPECIAL -> PathKind.NON_DIRECTORY;
          case DIRECTORY -> PathKind.DIRECTORY;
          case WHITEOUT -> PathKind.WHITEOUT;
          case OPAQUE -> PathKind.OPAQUE;
        });
    return switch (entry.type()) {
      case FILE -> file(entry, head);
      case HARD_LINK -> link(entry);
      case SYMLINK, SPECIAL -> {
        programs.symlink(entry, paths.position());
        wanted.remove(entry.path()); // an archive may name a path twice: the last one stays
        executables.gone(entry.path());
        yield false;
      }
      case DIRECTORY -> {
        wanted.remove(entry.path());
        programs.gone(entry.path());
        directory(entry);
        yield false;
      }
      case WHITEOUT, OPAQUE -> false; // of lower layers only
    };
  }

  private boolean file(FileEntry entry, Head head) {
    executables.file(entry, head, paths.position());
    boolean links = programs.file(entry, head, paths.position());
    if (!wanted.isEmpty()) wanted.remove(entry.path());
    WantedFile file = null;
    for (Analyser analyser : analysers.ofFile(entry.path())) {
      if (!wants(analyser, entry, head)) continue;
      if (file == null) {
        if (isFull(entry)) return links;
        file = new WantedFile(entry, kept(head), paths.position());
        wanted.put(entry.path(), file);
      }
      file.pending.add(analyser);
    }
    return links || file != null;
  }

  private void directory(FileEntry entry) {
    for (Analyser analyser : analysers.ofDirectories()) {
      if (!analyser.wantsDirectory(entry.path()) || isFull(entry)) continue;
      var file = new WantedFile(entry, Head.EMPTY, paths.position());
      var findings = new Findings(analyser, budget);
      guarded(findings, () -> analyser.analyse(entry, Content.of(new byte[0]), findings));
      file.findings.add(findings);
      wanted.put(entry.path(), file);
    }
  }

  private boolean isFull(FileEntry entry) {
    boolean full = wanted.size() >= MOST_FILES;
    if (full) notAnalysed(entry.absolutePath(), NotAnalysed.Reason.LIMIT, "too many such files");
    return full;
  }

  private boolean wants(Analyser analyser, FileEntry entry, Head head) {
    try {
      return analyser.wants(entry, head);
    } catch (RuntimeException e) { // as below: no file ends the scan
      notAnalysed(entry.absolutePath(), NotAnalysed.Reason.MALFORMED, words(e));
      return false;
    }
  }

  /** A hard link to a file that is read anyway shares its facts, each if the new name fits too. */
  private boolean link(FileEntry entry) {
    executables.link(entry, paths.position());
    programs.link(entry, paths.position());
    wanted.remove(entry.path());
    WantedFile target = wanted.get(entry.linkTarget());
    Head head = target == null ? Head.EMPTY : target.head;
    long size = target == null ? entry.size() : target.entry.size();
    var asFile =
        new FileEntry(
            entry.path(), EntryType.FILE, size, entry.mode(), entry.uid(), entry.gid(), "");
    var file = new WantedFile(asFile, head, paths.position());
    var shared = new ArrayList<Analyser>();
    for (Analyser analyser : analysers.ofFile(entry.path())) {
      if (!wants(analyser, asFile, head)) continue;
      if (target != null && target.isFor(analyser)) shared.add(analyser);
      else file.pending.add(analyser);
    }
    boolean isWanted = !shared.isEmpty() || !file.pending.isEmpty();
    if (!isWanted || isFull(entry)) return false;
    wanted.put(entry.path(), file);
    if (target != null && !shared.isEmpty()) links.add(new Link(file, target, shared));
    return !file.pending.isEmpty();
  }

  @Override
  public void content(FileEntry entry, Content content) {
    try {
      programs.content(entry, content);
    } catch (RuntimeException e) { // as below: no file ends the scan
      notAnalysed(entry.absolutePath(), NotAnalysed.Reason.MALFORMED, words(e));
    }
    WantedFile file = wanted.get(entry.path());
    if (file == null) return;
    for (Analyser analyser : file.pending) {
      var findings = new Findings(analyser, budget);
      file.findings.add(findings);
      guarded(findings, () -> analyseOrKeep(file, content, findings));
      String journal = analyser.journal(file.entry);
      if (!journal.isEmpty()) journals.add(new Journalled(file.entry.path(), journal, analyser));
    }
    file.pending.clear();
  }

  private void analyseOrKeep(WantedFile file, Content content, Findings findings)
      throws IOException {
    Analyser analyser = findings.analyser;
    boolean together = analyser.isKept(file.entry, content);
    if (together && kept.keep(file.entry.path(), file, content, findings)) return;
    analyser.analyse(file.entry, content, findings);
  }

  private void analyseKept() {
    kept.removeIf((path, file) -> wanted.get(path) != file);
    kept.forEach(
        (reader, file, content, findings) ->
            guarded(findings, () -> reader.analyse(file.entry, content, findings)));
    if (kept.isFull()) {
      notes.add(new Note("/", NotAnalysed.Reason.LIMIT, "too many files that explain each other"));
    }
  }

  /** A visitor for a second reading of the layer, where files have to be read with a journal. */
  @Override
  public Optional<LayerVisitor> again() {
    var pairs =
        journals.stream()
            .filter(pair -> wanted.containsKey(pair.file()) && wanted.containsKey(pair.journal()))
            .toList();
    return pairs.isEmpty() ? Optional.empty() : Optional.of(new JournalPass(pairs, this));
  }

  /** What a file says together with its journal takes the place of what each said alone. */
  void analyseWithJournal(Journalled pair, Content content, Content journal) {
    WantedFile file = wanted.get(pair.file());
    if (file == null) return;
    var findings = new Findings(pair.analyser(), budget);
    guarded(findings, () -> pair.analyser().analyse(file.entry, content, journal, findings));
    file.findings.removeIf(alone -> alone.analyser.equals(pair.analyser()));
    file.findings.add(findings);
    WantedFile other = wanted.get(pair.journal());
    if (other != null) other.findings.removeIf(alone -> alone.analyser.equals(pair.analyser()));
  }

  /** What an analyser does with a file. */
  @FunctionalInterface
  private interface Analysis {
    void run() throws IOException;
  }

  /**
   * The one place where a hostile file's damage ends: whatever an analyser throws costs that file a
   * line and nothing else. A stack that overflowed has unwound when it arrives here.
   */
  private static void guarded(Findings findings, Analysis analysis) {
    try {
      analysis.run();
    } catch (ContentTooLargeException | FactBudget.TooMuchException e) {
      findings.notAnalysed("", NotAnalysed.Reason.LIMIT, words(e));
    } catch (EOFException e) {
      findings.notAnalysed("", NotAnalysed.Reason.TRUNCATED, words(e));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      findings.notAnalysed("", NotAnalysed.Reason.MALFORMED, words(e));
    }
  }

  private static String words(Throwable e) {
    String message = e.getMessage();
    if (message == null || message.isBlank()) return e.getClass().getSimpleName();
    return message.length() <= 300 ? message : message.substring(0, 300) + "…";
  }

  @Override
  public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
    if (notes.size() < MOST_NOTES) notes.add(new Note(path, reason, detail));
  }

  /** The facts of the layer, once it is read. */
  @Override
  public byte[] evidence() {
    analyseKept();
    for (Link link : links) {
      for (Findings findings : link.target.findings) {
        if (link.shared.contains(findings.analyser)) link.file.findings.add(findings);
      }
    }
    if (paths.isFull()) {
      notes.add(
          new Note("/", NotAnalysed.Reason.LIMIT, "more than " + PathCollector.MOST + " paths"));
    }
    if (executables.isFull()) {
      notes.add(new Note("/", NotAnalysed.Reason.LIMIT, "too many files that can be run"));
    }
    var index = paths.index();
    var writer = new FactsWriter();
    for (Note note : notes) writer.layerNote(note);
    wanted.values().stream()
        .filter(file -> file.says() && survives(file.entry.path(), file.position, index))
        .sorted((a, b) -> a.entry.path().compareTo(b.entry.path()))
        .forEach(file -> writer.file(file.entry.path(), file.findings));
    BiPredicate<String, Integer> survives = (path, position) -> survives(path, position, index);
    return writer.write(executables.pack(survives), programs.pack(survives), index);
  }

  /** Whether no later entry of the layer replaced a directory that the file lies in. */
  private boolean survives(String path, int position, HashIndex index) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      long hash = PathHash.of(path, slash);
      int at = index.first(hash);
      boolean replaced = at >= 0 && index.tag(at) == PathKind.NON_DIRECTORY.tag;
      if (replaced && paths.replacedSince(hash, position)) return false;
    }
    return true;
  }

  private static Head kept(Head head) {
    int end = head.offset() + head.length();
    return new Head(Arrays.copyOfRange(head.bytes(), head.offset(), end), 0, head.length());
  }

  /** A file, its journal, and who reads them. */
  record Journalled(String file, String journal, Analyser analyser) {}

  /** A hard link whose facts are its target's. */
  private record Link(WantedFile file, WantedFile target, List<Analyser> shared) {}

  /** A file that some analyser wants. */
  private static final class WantedFile {
    final FileEntry entry;
    final Head head;
    final int position;
    final List<Analyser> pending = new ArrayList<>(1);
    final List<Findings> findings = new ArrayList<>(1);

    WantedFile(FileEntry entry, Head head, int position) {
      this.entry = entry;
      this.head = head;
      this.position = position;
    }

    boolean says() {
      for (Findings some : findings) {
        if (!some.isEmpty()) return true;
      }
      return false;
    }

    boolean isFor(Analyser analyser) {
      if (pending.contains(analyser)) return true;
      for (Findings done : findings) {
        if (done.analyser.equals(analyser)) return true;
      }
      return false;
    }
  }
}
