package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.cel.Types.Bytes;
import io.breakwater.policy.internal.cel.Types.Unsigned;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Equality and order of values, as CEL has them: numbers by value, whatever their type. */
final class Compare {
  /** What {@link #order} gives for what has no order, such as NaN. */
  static final int NONE = 2;

  private static final double TWO_63 = 0x1p63;
  private static final double TWO_64 = 0x1p64;

  private Compare() {}

  static boolean equal(Object a, Object b) {
    if (a instanceof String left) return left.equals(b);
    if (isNumber(a) && isNumber(b)) return numbers(a, b) == 0;
    if (a instanceof List<?> left && b instanceof List<?> right) {
      if (left.size() != right.size()) return false;
      for (int i = 0; i < left.size(); i++) if (!equal(left.get(i), right.get(i))) return false;
      return true;
    }
    if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) return maps(left, right);
    if (a instanceof Optional<?> left && b instanceof Optional<?> right) {
      if (left.isEmpty() || right.isEmpty()) return left.isEmpty() && right.isEmpty();
      return equal(left.get(), right.get());
    }
    return a.equals(b);
  }

  private static boolean maps(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) return false;
    for (Map.Entry<?, ?> each : left.entrySet()) {
      Object other = find(right, each.getKey());
      if (other == null || !equal(each.getValue(), other)) return false;
    }
    return true;
  }

  /** The value of a key, that of an equal number too; null when there is none. */
  static @Nullable Object find(Map<?, ?> map, Object key) {
    Object value = map.get(key);
    if (value != null || !isNumber(key)) return value;
    for (Map.Entry<?, ?> each : map.entrySet()) {
      if (isNumber(each.getKey()) && numbers(each.getKey(), key) == 0) return each.getValue();
    }
    return null;
  }

  static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof Unsigned;
  }

  /** Minus one, zero, one, or {@link #NONE}; {@link Integer#MIN_VALUE} for other types. */
  static int order(Object a, Object b) {
    if (isNumber(a) && isNumber(b)) return numbers(a, b);
    if (a instanceof String left && b instanceof String right) return text(left, right);
    if (a instanceof Instant left && b instanceof Instant right) {
      return Integer.signum(left.compareTo(right));
    }
    if (a instanceof Duration left && b instanceof Duration right) {
      return Integer.signum(left.compareTo(right));
    }
    if (a instanceof Boolean left && b instanceof Boolean right) return left.compareTo(right);
    if (a instanceof Bytes left && b instanceof Bytes right) {
      return Integer.signum(Arrays.compareUnsigned(left.data(), right.data()));
    }
    if (a instanceof Version left && b instanceof Version right) return left.order(right);
    return Integer.MIN_VALUE;
  }

  /** By code points, where Java compares UTF-16. */
  private static int text(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left == right) continue;
      boolean wide = Character.isSurrogate(left) != Character.isSurrogate(right);
      if (wide) return Character.isSurrogate(left) ? 1 : -1;
      return left < right ? -1 : 1;
    }
    return Integer.compare(a.length(), b.length());
  }

  static int numbers(Object a, Object b) {
    if (a instanceof Long left && b instanceof Long right) return Long.compare(left, right);
    if (a instanceof Double left && b instanceof Double right) return doubles(left, right);
    if (a instanceof Unsigned left && b instanceof Unsigned right) {
      return Long.compareUnsigned(left.bits(), right.bits());
    }
    if (a instanceof Double left) return -flip(b, left);
    if (b instanceof Double right) return flip(a, right);
    if (a instanceof Long left && b instanceof Unsigned right) {
      return left < 0 ? -1 : Long.compareUnsigned(left, right.bits());
    }
    if (a instanceof Unsigned left && b instanceof Long right) {
      return right < 0 ? 1 : Long.compareUnsigned(left.bits(), right);
    }
    return NONE;
  }

  private static int flip(Object whole, double number) {
    if (Double.isNaN(number)) return NONE;
    if (whole instanceof Long value) {
      if (number >= TWO_63) return -1;
      if (number < -TWO_63) return 1;
      long floor = (long) number;
      if (value != floor) return Long.compare(value, floor);
      return doubles((double) floor, number);
    }
    long bits = whole instanceof Unsigned(long held) ? held : 0;
    if (number < 0) return 1;
    if (number >= TWO_64) return -1;
    long floor = number >= TWO_63 ? (long) (number - TWO_63) + Long.MIN_VALUE : (long) number;
    if (bits != floor) return Long.compareUnsigned(bits, floor);
    return number == Math.rint(number) ? 0 : -1;
  }

  private static int doubles(double a, double b) {
    if (a < b) return -1;
    if (a > b) return 1;
    return a == b ? 0 : NONE;
  }
}
