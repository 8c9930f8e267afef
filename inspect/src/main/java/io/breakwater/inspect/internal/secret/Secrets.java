package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.Inspector;
import io.breakwater.model.Check;
import java.util.List;

/** What gives access to something else, wherever it was left. */
public final class Secrets {
  private Secrets() {}

  /** Finds secrets of the kinds that come with Breakwater. */
  public static Inspector inspector() {
    return inspector(SecretOptions.usual());
  }

  /** The same, telling secrets as they are. Its evidence must not be kept. */
  public static Inspector revealing() {
    return inspector(new SecretOptions(SecretRules.own(), Allows.INLINE, true, "-revealed"));
  }

  static Inspector inspector(SecretOptions options) {
    return new Inspector(
        Check.Area.SECRET,
        List.of(new SecretInspector(options), new NamedFiles(options)),
        new SecretJudge(options));
  }
}
