package io.breakwater.policy.internal.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.breakwater.policy.internal.cel.Types.Bytes;
import io.breakwater.policy.internal.cel.Types.Nil;
import io.breakwater.policy.internal.cel.Types.TypeName;
import io.breakwater.policy.internal.cel.Types.Unsigned;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of CEL itself: those that are no operators, by name. */
final class Library {
  /** A function: arguments in, a value or a {@link Failure} out. */
  @FunctionalInterface
  interface Fn {
    Object apply(Object[] arguments);
  }

  private static final Map<String, Fn> FUNCTIONS = new HashMap<>();

  static {
    FUNCTIONS.put("-_", a -> Arithmetic.negate(a[0]));
    FUNCTIONS.put("_+_", a -> Arithmetic.add(a[0], a[1]));
    FUNCTIONS.put("_-_", a -> Arithmetic.subtract(a[0], a[1]));
    FUNCTIONS.put("_*_", a -> Arithmetic.multiply(a[0], a[1]));
    FUNCTIONS.put("_/_", a -> Arithmetic.divide(a[0], a[1]));
    FUNCTIONS.put("_%_", a -> Arithmetic.modulo(a[0], a[1]));
    FUNCTIONS.put("!_", a -> a[0] instanceof Boolean b ? !b : Failure.noOverload("!_", a));
    FUNCTIONS.put("@in", a -> in(a[0], a[1]));
    FUNCTIONS.put("_[_]", a -> index(a[0], a[1]));
    FUNCTIONS.put("_[?_]", a -> maybeIndex(a[0], a[1]));
    FUNCTIONS.put("size", a -> size(a[0]));
    FUNCTIONS.put("int", a -> Conversions.toInt(a[0]));
    FUNCTIONS.put("uint", a -> Conversions.toUint(a[0]));
    FUNCTIONS.put("double", a -> Conversions.toDouble(a[0]));
    FUNCTIONS.put("bool", a -> Conversions.toBool(a[0]));
    FUNCTIONS.put("bytes", a -> Conversions.toBytes(a[0]));
    FUNCTIONS.put("string", a -> Conversions.toText(a[0]));
    FUNCTIONS.put("timestamp", a -> Conversions.toMoment(a[0]));
    FUNCTIONS.put("duration", a -> Conversions.toSpan(a[0]));
    FUNCTIONS.put("dyn", a -> a[0]);
    FUNCTIONS.put("type", a -> new TypeName(Types.name(a[0])));
    FUNCTIONS.put("contains", a -> text(a) ? s(a[0]).contains(s(a[1])) : bad("contains", a));
    FUNCTIONS.put("startsWith", a -> text(a) ? s(a[0]).startsWith(s(a[1])) : bad("startsWith", a));
    FUNCTIONS.put("endsWith", a -> text(a) ? s(a[0]).endsWith(s(a[1])) : bad("endsWith", a));
    FUNCTIONS.put("matches", Library::matches);
    FUNCTIONS.put("optional.of", a -> Optional.of(a[0]));
    FUNCTIONS.put("optional.none", a -> Optional.empty());
    FUNCTIONS.put(
        "optional.ofNonZeroValue", a -> isZero(a[0]) ? Optional.empty() : Optional.of(a[0]));
    FUNCTIONS.put(
        "hasValue", a -> a[0] instanceof Optional<?> o ? o.isPresent() : bad("hasValue", a));
    FUNCTIONS.put("value", Library::value);
    FUNCTIONS.put("first", a -> end(a[0], true));
    FUNCTIONS.put("last", a -> end(a[0], false));
    time("getFullYear", t -> (long) t.getYear());
    time("getMonth", t -> (long) t.getMonthValue() - 1);
    time("getDayOfMonth", t -> (long) t.getDayOfMonth() - 1);
    time("getDate", t -> (long) t.getDayOfMonth());
    time("getDayOfYear", t -> (long) t.getDayOfYear() - 1);
    time("getDayOfWeek", t -> (long) t.getDayOfWeek().getValue() % 7);
    time("getHours", t -> (long) t.getHour());
    time("getMinutes", t -> (long) t.getMinute());
    time("getSeconds", t -> (long) t.getSecond());
    time("getMilliseconds", t -> (long) t.getNano() / 1_000_000);
    FUNCTIONS.putAll(StringLibrary.FUNCTIONS);
    FUNCTIONS.putAll(ListLibrary.FUNCTIONS);
    FUNCTIONS.putAll(MathLibrary.FUNCTIONS);
  }

  private Library() {}

  /** Every function by name. */
  static Map<String, Fn> functions() {
    return FUNCTIONS;
  }

  static Failure bad(String function, Object[] arguments) {
    return Failure.noOverload(function, arguments);
  }

  private static boolean text(Object[] a) {
    return a.length == 2 && a[0] instanceof String && a[1] instanceof String;
  }

  private static String s(Object value) {
    return (String) value;
  }

  static Object in(Object element, Object in) {
    if (in instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) if (Compare.equal(list.get(i), element)) return true;
      return false;
    }
    if (in instanceof Map<?, ?> map) return Compare.find(map, element) != null;
    return Failure.noOverload("@in", element, in);
  }

  static Object index(Object of, Object at) {
    if (of instanceof Optional<?> maybe) return maybe.isEmpty() ? maybe : maybeIndex(of, at);
    if (of instanceof List<?> list) {
      long index = position(at);
      if (index == Long.MIN_VALUE) return Failure.noOverload("_[_]", of, at);
      if (index < 0 || index >= list.size()) {
        return new Failure("index " + index + " is outside of a list of " + list.size());
      }
      return list.get((int) index);
    }
    if (of instanceof Map<?, ?> map) {
      Object value = Compare.find(map, at);
      return value == null ? new Failure("no such key: " + Conversions.told(at)) : value;
    }
    return Failure.noOverload("_[_]", of, at);
  }

  private static long position(Object at) {
    if (at instanceof Long number) return number;
    if (at instanceof Unsigned(long bits)) return bits < 0 ? Long.MAX_VALUE : bits;
    if (at instanceof Double number && number == Math.rint(number)) return number.longValue();
    return Long.MIN_VALUE;
  }

  static Object maybeIndex(Object of, Object at) {
    Object from = of;
    if (of instanceof Optional<?> maybe) {
      if (maybe.isEmpty()) return maybe;
      from = maybe.get();
    }
    if (from instanceof List<?> list) {
      long index = position(at);
      if (index == Long.MIN_VALUE) return Failure.noOverload("_[?_]", from, at);
      return index < 0 || index >= list.size()
          ? Optional.empty()
          : Optional.of(list.get((int) index));
    }
    if (from instanceof Map<?, ?> map) return Optional.ofNullable(Compare.find(map, at));
    return Failure.noOverload("_[?_]", from, at);
  }

  static Object size(Object of) {
    return switch (of) {
      case String text -> (long) text.codePointCount(0, text.length());
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      case Bytes(byte[] data) -> (long) data.length;
      default -> Failure.noOverload("size", of);
    };
  }

  private static Object matches(Object[] a) {
    if (!text(a)) return bad("matches", a);
    Object pattern = pattern(s(a[1]));
    return pattern instanceof Pattern p ? p.matcher(s(a[0])).find() : pattern;
  }

  /** A pattern that runs in linear time, or a failure. */
  static Object pattern(String text) {
    if (text.length() > 10_000) return new Failure("the pattern is too long");
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException broken) {
      return new Failure("no pattern: " + broken.getMessage());
    }
  }

  private static Object value(Object[] a) {
    if (!(a[0] instanceof Optional<?> maybe)) return bad("value", a);
    return maybe.isPresent() ? maybe.get() : new Failure("optional.none() has no value");
  }

  private static Object end(Object of, boolean first) {
    if (!(of instanceof List<?> list)) return Failure.noOverload(first ? "first" : "last", of);
    if (list.isEmpty()) return Optional.empty();
    return Optional.of(first ? list.getFirst() : list.getLast());
  }

  static boolean isZero(Object value) {
    return switch (value) {
      case Nil nil -> true;
      case Long number -> number == 0;
      case Double number -> number == 0;
      case Unsigned(long bits) -> bits == 0;
      case Boolean answer -> !answer;
      case String text -> text.isEmpty();
      case Bytes(byte[] data) -> data.length == 0;
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      case Duration span -> span.isZero();
      case Instant moment -> moment.equals(Instant.EPOCH);
      case Optional<?> maybe -> maybe.isEmpty();
      default -> false;
    };
  }

  /** A part of a moment, in UTC or another zone; of a duration as CEL has it. */
  @FunctionalInterface
  private interface Part {
    Object of(ZonedDateTime time);
  }

  private static void time(String name, Part part) {
    FUNCTIONS.put(
        name,
        a -> {
          if (a[0] instanceof Duration span && a.length == 1) {
            return switch (name) {
              case "getHours" -> seconds(span) / 3600;
              case "getMinutes" -> seconds(span) / 60;
              case "getSeconds" -> seconds(span);
              case "getMilliseconds" -> (long) span.toMillisPart();
              default -> bad(name, a);
            };
          }
          if (!(a[0] instanceof Instant moment)) return bad(name, a);
          if (a.length == 1) return part.of(moment.atZone(ZoneOffset.UTC));
          if (!(a[1] instanceof String zone)) return bad(name, a);
          try {
            return part.of(moment.atZone(zone(zone)));
          } catch (DateTimeException unknown) {
            return new Failure("no time zone: \"" + zone + '"');
          }
        });
  }

  /** Whole seconds, towards zero. */
  private static long seconds(Duration span) {
    long floor = span.getSeconds();
    return floor < 0 && span.getNano() > 0 ? floor + 1 : floor;
  }

  private static ZoneId zone(String name) {
    boolean digit = !name.isEmpty() && Character.isDigit(name.charAt(0));
    return ZoneId.of(digit ? "+" + name : name);
  }
}
