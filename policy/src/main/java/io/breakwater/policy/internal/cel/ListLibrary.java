package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.cel.Library.Fn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The functions of the lists and sets extensions. */
final class ListLibrary {
  static final Map<String, Fn> FUNCTIONS =
      Map.ofEntries(
          Map.entry("slice", ListLibrary::slice),
          Map.entry("flatten", ListLibrary::flatten),
          Map.entry("distinct", ListLibrary::distinct),
          Map.entry("reverse", ListLibrary::reverse),
          Map.entry("sort", ListLibrary::sort),
          Map.entry("lists.@sortByAssociatedKeys", ListLibrary::sortBy),
          Map.entry("lists.range", ListLibrary::range),
          Map.entry("sets.contains", a -> subset(a, a[1], a[0])),
          Map.entry("sets.equivalent", ListLibrary::equivalent),
          Map.entry("sets.intersects", ListLibrary::intersects));

  private ListLibrary() {}

  private static Object slice(Object[] a) {
    if (!(a[0] instanceof List<?> list)
        || !(a[1] instanceof Long from)
        || !(a[2] instanceof Long to)) {
      return Library.bad("slice", a);
    }
    if (from < 0 || to < from || to > list.size()) {
      return new Failure("slice " + from + " to " + to + " of a list of " + list.size());
    }
    return list.subList(from.intValue(), to.intValue());
  }

  private static Object flatten(Object[] a) {
    if (!(a[0] instanceof List<?> list)) return Library.bad("flatten", a);
    long depth = a.length == 2 && a[1] instanceof Long n ? n : 1;
    if (depth < 0) return new Failure("flatten: a depth is not negative");
    var out = new ArrayList<Object>();
    return flatten(list, Math.min(depth, 100), out) ? out : Failure.BUDGET;
  }

  private static boolean flatten(List<?> list, long depth, List<Object> out) {
    for (Object each : list) {
      if (out.size() > Arithmetic.LONGEST) return false;
      if (depth > 0 && each instanceof List<?> inner) {
        if (!flatten(inner, depth - 1, out)) return false;
      } else {
        out.add(each);
      }
    }
    return true;
  }

  private static Object distinct(Object[] a) {
    if (!(a[0] instanceof List<?> list)) return Library.bad("distinct", a);
    var out = new ArrayList<Object>();
    var seen = new java.util.HashSet<Object>();
    long steps = 0;
    for (Object each : list) {
      if (each instanceof String || each instanceof Boolean) {
        if (seen.add(each)) out.add(each);
        continue;
      }
      boolean known = false;
      for (Object other : out) {
        if (Compare.equal(each, other)) known = true;
        if (++steps > Frame.STEPS) return Failure.BUDGET;
      }
      if (!known) out.add(each);
    }
    return out;
  }

  private static Object reverse(Object[] a) {
    if (a[0] instanceof List<?> list) return list.reversed();
    if (a[0] instanceof String text) return new StringBuilder(text).reverse().toString();
    return Library.bad("reverse", a);
  }

  private static Object sort(Object[] a) {
    if (!(a[0] instanceof List<?> list)) return Library.bad("sort", a);
    return sorted(list, list);
  }

  /** Of pairs of a key and an element, as the macro makes them. */
  private static Object sortBy(Object[] a) {
    if (!(a[0] instanceof List<?> pairs)) return Library.bad("sortBy", a);
    var keys = new ArrayList<Object>();
    var elements = new ArrayList<Object>();
    for (Object each : pairs) {
      if (!(each instanceof List<?> pair) || pair.size() != 2) return Library.bad("sortBy", a);
      keys.add(pair.getFirst());
      elements.add(pair.getLast());
    }
    return sorted(elements, keys);
  }

  private static Object sorted(List<?> list, List<?> keys) {
    if (keys.isEmpty()) return list;
    Object first = keys.getFirst();
    for (Object key : keys) {
      boolean alike = first.getClass() == key.getClass();
      if (!alike || Compare.order(key, key) != 0) return new Failure("sort: values of one type");
    }
    var order = new ArrayList<Integer>();
    for (int i = 0; i < list.size(); i++) order.add(i);
    order.sort((x, y) -> Compare.order(keys.get(x), keys.get(y)));
    var out = new ArrayList<Object>();
    for (int each : order) out.add(list.get(each));
    return out;
  }

  private static Object range(Object[] a) {
    if (!(a[0] instanceof Long end)) return Library.bad("lists.range", a);
    if (end > Arithmetic.LONGEST) return Failure.BUDGET;
    var out = new ArrayList<Object>();
    for (long i = 0; i < end; i++) out.add(i);
    return Collections.unmodifiableList(out);
  }

  private static Object subset(Object[] a, Object parts, Object whole) {
    if (!(parts instanceof List<?> some) || !(whole instanceof List<?> all)) {
      return Library.bad("sets.contains", a);
    }
    if ((long) some.size() * all.size() > Frame.STEPS) return Failure.BUDGET;
    for (Object each : some) if (!Boolean.TRUE.equals(Library.in(each, all))) return false;
    return true;
  }

  private static Object equivalent(Object[] a) {
    Object there = subset(a, a[0], a[1]);
    return Boolean.TRUE.equals(there) ? subset(a, a[1], a[0]) : there;
  }

  private static Object intersects(Object[] a) {
    if (!(a[0] instanceof List<?> some) || !(a[1] instanceof List<?> all)) {
      return Library.bad("sets.intersects", a);
    }
    if ((long) some.size() * all.size() > Frame.STEPS) return Failure.BUDGET;
    for (Object each : some) if (Boolean.TRUE.equals(Library.in(each, all))) return true;
    return false;
  }
}
