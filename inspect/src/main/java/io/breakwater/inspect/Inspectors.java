package io.breakwater.inspect;

import io.breakwater.inspect.internal.Inspector;
import io.breakwater.inspect.internal.config.ConfigInspector;
import io.breakwater.inspect.internal.exposure.ExposureInspector;
import io.breakwater.inspect.internal.malware.Malware;
import io.breakwater.inspect.internal.secret.Secrets;
import io.breakwater.inspect.licence.LicenceFindings;
import java.util.List;

/** Every inspector there is: a new one is one more line here. */
final class Inspectors {
  private Inspectors() {}

  static List<Inspector> all(InspectionOptions options) {
    return List.of(
        Secrets.inspector(options.secrets().secrets()),
        Malware.inspector(options.signatures()),
        ConfigInspector.create(),
        ExposureInspector.create(),
        LicenceFindings.inspector(options.licencePolicy()));
  }
}
