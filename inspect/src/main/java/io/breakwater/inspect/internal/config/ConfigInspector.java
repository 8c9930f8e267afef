package io.breakwater.inspect.internal.config;

import io.breakwater.inspect.internal.Inspector;
import io.breakwater.model.Check;
import java.util.List;

/** Inspects how an image is set up. */
public final class ConfigInspector {
  private ConfigInspector() {}

  /** It. */
  public static Inspector create() {
    return new Inspector(Check.Area.MISCONFIGURATION, List.of(new SetupFiles()), new ConfigJudge());
  }
}
