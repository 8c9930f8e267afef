package io.breakwater.policy.internal.cel;

import io.breakwater.policy.VersionOrder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A version with the order of its scheme. */
record Version(String text, String scheme, VersionOrder by) {
  int order(Version other) {
    if (!scheme.equals(other.scheme)) return Compare.NONE;
    OptionalInt order = by.compare(text, other.text, scheme);
    return order.isPresent() ? Integer.signum(order.getAsInt()) : Compare.NONE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version that && order(that) == 0;
  }

  @Override
  public int hashCode() {
    return scheme.hashCode();
  }
}
