package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Inspector;
import io.breakwater.model.Check;
import java.util.List;

/** Looks for what an attacker inside a container would use. */
public final class ExposureInspector {
  private ExposureInspector() {}

  /** Files of layers, then the image. */
  public static Inspector create() {
    return new Inspector(
        Check.Area.EXPOSURE,
        List.of(new LayerFacts(), new CertificateFiles()),
        ExposureJudge::judge);
  }
}
