package io.breakwater.oci.internal.layer;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.LayerVisitor;

/** What a layer has that cannot be read: told to the visitor, up to a number worth telling. */
final class Notes {
  static final int MOST = 100;

  private final LayerVisitor visitor;
  private int told;

  Notes(LayerVisitor visitor) {
    this.visitor = visitor;
  }

  /** Tells of a path without leading slash. */
  void tell(String path, Reason reason, String detail) {
    if (told < MOST) visitor.notAnalysed("/" + path, reason, detail);
    if (told == MOST) {
      visitor.notAnalysed("/", Reason.LIMIT, "more than " + MOST + " faults in one layer");
    }
    told++;
  }
}
