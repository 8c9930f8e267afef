package io.breakwater.inventory;

import io.breakwater.inventory.LayerFacts.Note;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one analyser finds in one file, as far as the layer's budget goes. */
final class Findings implements FactSink {
  private static final int MOST_NOTES = 100;

  final Analyser analyser;
  private final FactBudget budget;
  final List<FoundPackage> packages = new ArrayList<>();
  final List<Note> notes = new ArrayList<>();
  final List<String> owners = new ArrayList<>();
  final List<Licences> licences = new ArrayList<>();
  @Nullable OperatingSystem system;
  private final Map<String, Integer> ownersByName = new HashMap<>();
  private String lastOwner = "";
  private int lastOwnerIndex = -1;
  private long[] owned = new long[0];
  private int ownedCount;

  Findings(Analyser analyser, FactBudget budget) {
    this.analyser = analyser;
    this.budget = budget;
  }

  /** The hashes of owned paths, each tagged with the index of its owner in {@link #owners}. */
  long[] owned() {
    return Arrays.copyOf(owned, ownedCount);
  }

  boolean isEmpty() {
    return packages.isEmpty()
        && notes.isEmpty()
        && licences.isEmpty()
        && ownedCount == 0
        && system == null;
  }

  @Override
  public void found(FoundPackage found) {
    budget.spend(found);
    packages.add(found);
  }

  @Override
  public void owns(String packageName, String path) {
    budget.spendPath();
    if (ownedCount == owned.length) owned = Arrays.copyOf(owned, Math.max(64, 2 * ownedCount));
    if (lastOwnerIndex < 0 || !packageName.equals(lastOwner)) {
      lastOwner = packageName;
      lastOwnerIndex = ownerIndex(packageName);
    }
    long mask = -(1L << FactsLayout.OWNER_BITS);
    owned[ownedCount++] = (OwnedPath.hash(path) & mask) | lastOwnerIndex;
  }

  private int ownerIndex(String name) {
    Integer known = ownersByName.get(name);
    if (known != null) return known;
    int most = 1 << FactsLayout.OWNER_BITS;
    if (owners.size() == most) throw new FactBudget.TooMuchException("owners", most);
    budget.spendCharacters(name.length());
    owners.add(name);
    ownersByName.put(name, owners.size() - 1);
    return owners.size() - 1;
  }

  @Override
  public void licences(String packageName, List<String> names) {
    for (String name : names) budget.spendCharacters(packageName.length() + name.length());
    licences.add(new Licences(packageName, List.copyOf(names)));
  }

  @Override
  public void operatingSystem(OperatingSystem os) {
    system = os;
  }

  @Override
  public void notAnalysed(String inner, NotAnalysed.Reason reason, String detail) {
    if (notes.size() < MOST_NOTES) {
      notes.add(new Note(inner, reason, detail));
    } else if (notes.size() == MOST_NOTES) {
      notes.add(new Note("", NotAnalysed.Reason.LIMIT, "more than can be told"));
    }
  }

  /** The licences of a package that is told of elsewhere. */
  record Licences(String packageName, List<String> names) {}
}
