package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.cel.Library.Fn;
import io.breakwater.policy.internal.cel.Types.Unsigned;
import java.util.List;
import java.util.Map;

/** The functions of the math extension that policies may use. */
final class MathLibrary {
  static final Map<String, Fn> FUNCTIONS =
      Map.ofEntries(
          Map.entry("math.@max", a -> extreme(a, 1)),
          Map.entry("math.@min", a -> extreme(a, -1)),
          Map.entry("math.ceil", a -> a[0] instanceof Double d ? Math.ceil(d) : bad("ceil", a)),
          Map.entry("math.floor", a -> a[0] instanceof Double d ? Math.floor(d) : bad("floor", a)),
          Map.entry("math.abs", MathLibrary::abs));

  private MathLibrary() {}

  private static Object extreme(Object[] a, int sign) {
    List<?> values = a.length == 1 && a[0] instanceof List<?> list ? list : List.of(a);
    if (values.isEmpty()) return new Failure("the list is empty");
    Object best = values.getFirst();
    for (Object each : values) {
      if (!Compare.isNumber(each)) return bad(sign > 0 ? "greatest" : "least", a);
      if (Compare.numbers(each, best) == sign) best = each;
    }
    return best;
  }

  private static Object abs(Object[] a) {
    return switch (a[0]) {
      case Long number -> number == Long.MIN_VALUE ? Failure.OVERFLOW : (Object) Math.abs(number);
      case Double number -> Math.abs(number);
      case Unsigned number -> number;
      default -> bad("abs", a);
    };
  }

  private static Failure bad(String name, Object[] a) {
    return Library.bad("math." + name, a);
  }
}
