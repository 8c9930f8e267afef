package io.breakwater.inventory;

import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.model.Digest;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.PackageTraits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the facts of a layer into the bytes that {@link LayerFacts} reads. */
final class FactsWriter {
  private final Map<String, Integer> stringIds = new HashMap<>();
  private final Ints stringEnds = new Ints();
  private final ByteArrayOutputStream stringBytes = new ByteArrayOutputStream();
  private final Map<String, Integer> directoryIds = new HashMap<>();
  private final Longs directoryHashes = new Longs();
  private final Ints directoryParents = new Ints();
  private final Longs fileHashes = new Longs();
  private final Longs fileOwnedHashes = new Longs();
  private final Ints files = new Ints();
  private final Longs identities = new Longs();
  private final Ints packages = new Ints();
  private final Ints lists = new Ints();
  private final Ints notes = new Ints();
  private final Ints systems = new Ints();
  private final Ints licences = new Ints();
  private final Ints owners = new Ints();
  private final Longs owned = new Longs();
  private int layerNotes;

  FactsWriter() {
    directoryIds.put("", 0);
    directoryHashes.add(PathHash.ROOT);
    directoryParents.add(0);
  }

  /** Something that could not be read of the layer itself. To be given before any file. */
  void layerNote(Note note) {
    layerNotes++;
    note(note);
  }

  /** What was found in a file. */
  void file(String path, List<Findings> found) {
    int firstPackage = identities.size();
    int firstNote = notes.size() / 3;
    int system = -1;
    int directory = directory(path, path.lastIndexOf('/'));
    int index = fileHashes.size();
    for (Findings findings : found) {
      for (FoundPackage pkg : findings.packages) pkg(findings.analyser.name(), pkg);
      findings.notes.forEach(this::note);
      for (Findings.Licences of : findings.licences) licences(index, of);
      if (findings.system != null) system = system(findings.system);
      owned(index, findings);
    }
    fileHashes.add(PathHash.of(path));
    fileOwnedHashes.add(OwnedPath.hash(path));
    files.add(string(path)).add(directory);
    files.add(firstPackage).add(identities.size() - firstPackage);
    files.add(firstNote).add(notes.size() / 3 - firstNote);
    files.add(system);
  }

  /**
   * The bytes of all that was given.
   *
   * @param executables what {@link FileFacts} packed
   * @param links what {@link LinkFacts} packed
   */
  byte[] write(byte[] executables, byte[] links, HashIndex paths) {
    return new FactsLayout(
            stringEnds.toArray(),
            stringBytes.toByteArray(),
            directoryHashes.toArray(),
            directoryParents.toArray(),
            fileHashes.toArray(),
            fileOwnedHashes.toArray(),
            files.toArray(),
            identities.toArray(),
            packages.toArray(),
            lists.toArray(),
            layerNotes,
            notes.toArray(),
            systems.toArray(),
            licences.toArray(),
            owners.toArray(),
            executables,
            links,
            HashIndex.of(FactsLayout.OWNER_BITS, owned.toArray(), owned.size()),
            paths)
        .write();
  }

  private void pkg(String analyser, FoundPackage pkg) {
    var purl = pkg.purl();
    int firstLicence = lists.size();
    for (String licence : pkg.licences()) lists.add(string(licence));
    int firstQualifier = lists.size();
    for (Map.Entry<String, String> qualifier : purl.qualifiers().entrySet()) {
      lists.add(string(qualifier.getKey())).add(string(qualifier.getValue()));
    }
    // In the order of the fields of FactsLayout.
    packages.add(string(analyser)).add(string(purl.type()));
    packages.add(string(purl.namespace().orElse(""))).add(string(purl.name()));
    packages.add(string(purl.version().orElse(""))).add(string(purl.subpath().orElse("")));
    packages.add(string(pkg.name())).add(string(pkg.version()));
    packages.add(string(pkg.source().map(s -> s.name()).orElse("")));
    packages.add(string(pkg.source().map(s -> s.version()).orElse("")));
    packages.add(string(pkg.inner())).add(string(pkg.says()));
    packages.add(firstLicence).add(firstQualifier - firstLicence);
    packages.add(firstQualifier).add(lists.size() - firstQualifier);
    PackageTraits traits = pkg.traits();
    strings(traits.dependsOn());
    strings(traits.hashes().stream().map(Digest::toString).toList());
    strings(traits.cpes());
    strings(pkg.provides());
    packages.add(pkg.line()).add(FactsLayout.state(traits));
    identities.add(SpellingRules.identity(pkg));
  }

  private void strings(List<String> texts) {
    packages.add(lists.size()).add(texts.size());
    for (String text : texts) lists.add(string(text));
  }

  private void licences(int file, Findings.Licences of) {
    licences.add(file).add(string(of.packageName())).add(lists.size()).add(of.names().size());
    for (String name : of.names()) lists.add(string(name));
  }

  private void note(Note note) {
    notes.add(string(note.where()));
    notes.add(FactsLayout.REASONS.indexOf(note.reason())).add(string(note.detail()));
  }

  private int system(OperatingSystem os) {
    systems.add(string(os.id())).add(string(os.version()));
    systems.add(string(os.name())).add(string(os.programme()));
    return systems.size() / FactsLayout.SYSTEM_WIDTH - 1;
  }

  private void owned(int file, Findings findings) {
    int firstOwner = owners.size() / 2;
    int mostOwners = 1 << FactsLayout.OWNER_BITS;
    for (String name : findings.owners) {
      if (owners.size() / 2 < mostOwners) owners.add(file).add(string(name));
    }
    long ownerMask = mostOwners - 1L;
    for (long value : findings.owned()) {
      long owner = firstOwner + (value & ownerMask);
      if (owner < mostOwners) owned.add((value & ~ownerMask) | owner);
    }
  }

  private int directory(String path, int end) {
    if (end <= 0) return 0;
    String directory = path.substring(0, end);
    Integer known = directoryIds.get(directory);
    if (known != null) return known;
    // From the top down, in a loop: paths may be thousands of directories deep.
    int parent = 0;
    for (int slash = path.indexOf('/'); ; slash = path.indexOf('/', slash + 1)) {
      parent = directory(parent, path.substring(0, slash));
      if (slash == end) return parent;
    }
  }

  private int directory(int parent, String path) {
    Integer known = directoryIds.get(path);
    if (known != null) return known;
    int id = directoryHashes.size();
    directoryIds.put(path, id);
    directoryHashes.add(PathHash.of(path));
    directoryParents.add(parent);
    return id;
  }

  private int string(String text) {
    Integer known = stringIds.get(text);
    if (known != null) return known;
    stringBytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    stringEnds.add(stringBytes.size());
    stringIds.put(text, stringEnds.size() - 1);
    return stringEnds.size() - 1;
  }

  /** A growing array. */
  private static final class Ints {
    private int[] values = new int[64];
    private int size;

    Ints add(int value) {
      if (size == values.length) values = Arrays.copyOf(values, 2 * size);
      values[size++] = value;
      return this;
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }

  /** A growing array. */
  private static final class Longs {
    private long[] values = new long[64];
    private int size;

    void add(long value) {
      if (size == values.length) values = Arrays.copyOf(values, 2 * size);
      values[size++] = value;
    }

    int size() {
      return size;
    }

    long[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
