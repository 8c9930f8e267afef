package io.breakwater.inspect.internal.scan;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.oci.collect.LayerCollector;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what inspectors see in layers. */
public final class InspectionCollector implements LayerCollector {
  private final List<FileInspector> inspectors;
  private @Nullable FileScan scan;

  /** For these inspectors. */
  public InspectionCollector(List<FileInspector> inspectors) {
    this.inspectors = List.copyOf(inspectors);
  }

  @Override
  public String version() {
    return inspectors.stream()
        .map(inspector -> "-" + inspector.name() + inspector.version())
        .collect(Collectors.joining("", "inspect" + LayerEvidence.VERSION, ""));
  }

  @Override
  public Reading begin() {
    return new LayerInspection(joined());
  }

  /** The keywords' automaton is made for the first layer that has to be read. */
  private synchronized FileScan joined() {
    FileScan made = scan;
    if (made == null) {
      made = new FileScan(inspectors);
      scan = made;
    }
    return made;
  }
}
