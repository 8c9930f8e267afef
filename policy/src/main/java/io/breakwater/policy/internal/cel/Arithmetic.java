package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.cel.Types.Bytes;
import io.breakwater.policy.internal.cel.Types.Unsigned;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The operators of numbers, texts, lists and times. */
final class Arithmetic {
  /** The longest text or list that an expression may make. */
  static final int LONGEST = 1 << 20;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final long MOST_SECONDS = 315_576_000_000L;

  private Arithmetic() {}

  static Object add(Object a, Object b) {
    try {
      if (a instanceof Long x && b instanceof Long y) return Math.addExact(x, y);
      if (a instanceof Double x && b instanceof Double y) return x + y;
      if (a instanceof String x && b instanceof String y) {
        return (long) x.length() + y.length() > LONGEST ? Failure.BUDGET : x + y;
      }
      if (a instanceof Unsigned(long x) && b instanceof Unsigned(long y)) {
        long sum = x + y;
        return Long.compareUnsigned(sum, x) < 0 ? Failure.OVERFLOW : new Unsigned(sum);
      }
      if (a instanceof List<?> x && b instanceof List<?> y) return lists(x, y);
      if (a instanceof Bytes(byte[] x) && b instanceof Bytes(byte[] y)) return bytes(x, y);
      if (a instanceof Instant x && b instanceof Duration y) return moment(x.plus(y));
      if (a instanceof Duration x && b instanceof Instant y) return moment(y.plus(x));
      if (a instanceof Duration x && b instanceof Duration y) return span(x.plus(y));
    } catch (ArithmeticException | DateTimeException tooLarge) {
      return Failure.OVERFLOW;
    }
    return Failure.noOverload("_+_", a, b);
  }

  private static Object lists(List<?> a, List<?> b) {
    if ((long) a.size() + b.size() > LONGEST) return Failure.BUDGET;
    var out = new ArrayList<Object>(a.size() + b.size());
    out.addAll(a);
    out.addAll(b);
    return out;
  }

  private static Object bytes(byte[] a, byte[] b) {
    if ((long) a.length + b.length > LONGEST) return Failure.BUDGET;
    byte[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return new Bytes(out);
  }

  static Object subtract(Object a, Object b) {
    try {
      if (a instanceof Long x && b instanceof Long y) return Math.subtractExact(x, y);
      if (a instanceof Double x && b instanceof Double y) return x - y;
      if (a instanceof Unsigned(long x) && b instanceof Unsigned(long y)) {
        return Long.compareUnsigned(x, y) < 0 ? Failure.OVERFLOW : new Unsigned(x - y);
      }
      if (a instanceof Instant x && b instanceof Instant y) return span(Duration.between(y, x));
      if (a instanceof Instant x && b instanceof Duration y) return moment(x.minus(y));
      if (a instanceof Duration x && b instanceof Duration y) return span(x.minus(y));
    } catch (ArithmeticException | DateTimeException tooLarge) {
      return Failure.OVERFLOW;
    }
    return Failure.noOverload("_-_", a, b);
  }

  static Object multiply(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      try {
        return Math.multiplyExact(x, y);
      } catch (ArithmeticException tooLarge) {
        return Failure.OVERFLOW;
      }
    }
    if (a instanceof Double x && b instanceof Double y) return x * y;
    if (a instanceof Unsigned(long x) && b instanceof Unsigned(long y)) {
      return Math.unsignedMultiplyHigh(x, y) != 0 ? Failure.OVERFLOW : new Unsigned(x * y);
    }
    return Failure.noOverload("_*_", a, b);
  }

  static Object divide(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      if (y == 0) return new Failure("division by zero");
      return x == Long.MIN_VALUE && y == -1 ? Failure.OVERFLOW : (Object) (x / y);
    }
    if (a instanceof Double x && b instanceof Double y) return x / y;
    if (a instanceof Unsigned(long x) && b instanceof Unsigned(long y)) {
      if (y == 0) return new Failure("division by zero");
      return new Unsigned(Long.divideUnsigned(x, y));
    }
    return Failure.noOverload("_/_", a, b);
  }

  static Object modulo(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      if (y == 0) return new Failure("modulus by zero");
      return x == Long.MIN_VALUE && y == -1 ? Failure.OVERFLOW : (Object) (x % y);
    }
    if (a instanceof Unsigned(long x) && b instanceof Unsigned(long y)) {
      if (y == 0) return new Failure("modulus by zero");
      return new Unsigned(Long.remainderUnsigned(x, y));
    }
    return Failure.noOverload("_%_", a, b);
  }

  static Object negate(Object a) {
    if (a instanceof Long x) return x == Long.MIN_VALUE ? Failure.OVERFLOW : (Object) (-x);
    if (a instanceof Double x) return -x;
    return Failure.noOverload("-_", a);
  }

  static Object moment(Instant moment) {
    return moment.isBefore(FIRST) || moment.isAfter(LAST) ? Failure.OVERFLOW : moment;
  }

  static Object span(Duration span) {
    return Math.abs(span.toSeconds()) > MOST_SECONDS ? Failure.OVERFLOW : span;
  }
}
