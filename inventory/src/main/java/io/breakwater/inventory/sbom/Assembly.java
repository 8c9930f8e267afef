package io.breakwater.inventory.sbom;

import io.breakwater.inventory.sbom.SbomComponent.Kind;
import io.breakwater.model.OperatingSystem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts an SBOM together from the drafts that a reader makes. Used by one thread. */
final class Assembly {
  private static final int MOST_DEFECTS = 100;

  final List<String> defects = new ArrayList<>();
  private final String format;
  private final Map<String, Draft> byRef = new LinkedHashMap<>();
  private @Nullable Draft subject;
  private Optional<Instant> created = Optional.empty();
  private OperatingSystem os = OperatingSystem.UNKNOWN;

  Assembly(String format) {
    this.format = format;
  }

  /** What the document is about. */
  void subject(Draft draft) {
    subject = draft;
    byRef.remove(draft.ref, draft);
  }

  /** A component; one with a ref that is taken, or with none, gets a ref of its own. */
  void add(Draft draft) {
    if (draft.ref.isEmpty() || byRef.containsKey(draft.ref)) {
      String base = draft.ref.isEmpty() ? "component" : draft.ref;
      int number = byRef.size() + 1;
      while (byRef.containsKey(base + "#" + number)) number++;
      draft.ref = base + "#" + number;
    }
    byRef.put(draft.ref, draft);
  }

  /** The draft of a ref, be it a component or the subject. */
  Optional<Draft> find(String ref) {
    Draft known = byRef.get(ref);
    if (known == null && subject != null && subject.ref.equals(ref)) known = subject;
    return Optional.ofNullable(known);
  }

  /** One component needs another; both may be unknown, which is no error. */
  void depends(String from, String on) {
    Optional<Draft> needy = find(from);
    if (needy.isPresent() && !from.equals(on) && find(on).isPresent()) {
      needy.get().dependsOn.add(on);
    }
  }

  void created(String time) {
    try {
      if (!time.isEmpty()) created = Optional.of(Instant.parse(time));
    } catch (DateTimeException _) {
      defects.add("its time is none: " + Draft.cut(time, 60));
    }
  }

  void operatingSystem(OperatingSystem system) {
    if (!os.known()) os = system;
  }

  Sbom build() {
    var components = new ArrayList<SbomComponent>(byRef.size());
    for (Draft draft : byRef.values()) {
      if (draft.name.isBlank() && draft.purl == null) draft.name = "unnamed";
      SbomComponent component = draft.build();
      components.add(component);
      if (component.kind() == Kind.OPERATING_SYSTEM) {
        operatingSystem(OperatingSystem.called(component.name(), component.version()));
      }
    }
    SbomComponent about = (subject == null ? new Draft("subject") : subject).build();
    OperatingSystem system = os.known() ? os : Distributions.of(about, components);
    var told = defects.size() <= MOST_DEFECTS ? defects : defects.subList(0, MOST_DEFECTS);
    if (told.size() < defects.size()) {
      told = new ArrayList<>(told);
      told.add("and " + (defects.size() - MOST_DEFECTS) + " more");
    }
    return new Sbom(format, about, created, system, components, told);
  }
}
