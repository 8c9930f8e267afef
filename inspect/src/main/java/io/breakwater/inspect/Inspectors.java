package io.breakwater.inspect;

import io.breakwater.inspect.internal.Inspector;
import io.breakwater.inspect.internal.malware.Malware;
import java.util.List;

/** Every inspector there is: a new one is one more line here. */
final class Inspectors {
  private Inspectors() {}

  static List<Inspector> all() {
    return List.of(Malware.inspector());
  }
}
