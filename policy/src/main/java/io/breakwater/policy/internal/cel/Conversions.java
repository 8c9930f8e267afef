package io.breakwater.policy.internal.cel;

import io.breakwater.policy.internal.cel.Types.Bytes;
import io.breakwater.policy.internal.cel.Types.Nil;
import io.breakwater.policy.internal.cel.Types.TypeName;
import io.breakwater.policy.internal.cel.Types.Unsigned;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The functions that make a value of another type. */
final class Conversions {
  private static final double TWO_63 = 0x1p63;
  private static final double TWO_64 = 0x1p64;

  private Conversions() {}

  static Object toInt(Object value) {
    switch (value) {
      case Long number -> {
        return number;
      }
      case Unsigned(long bits) -> {
        return bits < 0 ? Failure.OVERFLOW : (Object) bits;
      }
      case Double number -> {
        return number > -TWO_63 && number < TWO_63 ? (Object) number.longValue() : Failure.OVERFLOW;
      }
      case Instant moment -> {
        return moment.getEpochSecond();
      }
      case String text -> {
        try {
          return text.startsWith("+") ? noNumber(text) : (Object) Long.parseLong(text);
        } catch (NumberFormatException other) {
          return noNumber(text);
        }
      }
      default -> {
        return Failure.noOverload("int", value);
      }
    }
  }

  static Object toUint(Object value) {
    switch (value) {
      case Unsigned number -> {
        return number;
      }
      case Long number -> {
        return number < 0 ? Failure.OVERFLOW : new Unsigned(number);
      }
      case Double number -> {
        if (!(number >= 0 && number < TWO_64)) return Failure.OVERFLOW;
        boolean high = number >= TWO_63;
        return new Unsigned(high ? (long) (number - TWO_63) + Long.MIN_VALUE : number.longValue());
      }
      case String text -> {
        try {
          return text.startsWith("+") ? noNumber(text) : new Unsigned(Long.parseUnsignedLong(text));
        } catch (NumberFormatException other) {
          return noNumber(text);
        }
      }
      default -> {
        return Failure.noOverload("uint", value);
      }
    }
  }

  static Object toDouble(Object value) {
    switch (value) {
      case Double number -> {
        return number;
      }
      case Long number -> {
        return number.doubleValue();
      }
      case Unsigned(long bits) -> {
        return bits >= 0 ? (double) bits : (double) (bits >>> 1) * 2.0;
      }
      case String text -> {
        try {
          return Double.parseDouble(text);
        } catch (NumberFormatException other) {
          return noNumber(text);
        }
      }
      default -> {
        return Failure.noOverload("double", value);
      }
    }
  }

  private static Failure noNumber(String text) {
    return new Failure("no number: \"" + cut(text) + '"');
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  static Object toBool(Object value) {
    return switch (value) {
      case Boolean answer -> answer;
      case String text ->
          switch (text) {
            case "true", "True", "TRUE", "t", "1" -> true;
            case "false", "False", "FALSE", "f", "0" -> false;
            default -> new Failure("neither true nor false: \"" + cut(text) + '"');
          };
      default -> Failure.noOverload("bool", value);
    };
  }

  static Object toBytes(Object value) {
    return switch (value) {
      case Bytes bytes -> bytes;
      case String text -> new Bytes(text.getBytes(StandardCharsets.UTF_8));
      default -> Failure.noOverload("bytes", value);
    };
  }

  static Object toText(Object value) {
    return switch (value) {
      case String text -> text;
      case Long number -> Long.toString(number);
      case Unsigned(long bits) -> Long.toUnsignedString(bits);
      case Double number -> number(number);
      case Boolean answer -> answer.toString();
      case Instant moment -> moment.toString();
      case Duration span -> seconds(span);
      case Bytes(byte[] data) -> {
        try {
          yield StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
        } catch (CharacterCodingException other) {
          yield new Failure("the bytes are no UTF-8");
        }
      }
      default -> Failure.noOverload("string", value);
    };
  }

  /** As people read it in messages; total. */
  static String told(Object value) {
    return switch (value) {
      case List<?> list -> {
        var out = new ArrayList<String>();
        for (Object each : list) out.add(told(each));
        yield String.join(", ", out);
      }
      case Map<?, ?> map -> {
        var out = new ArrayList<String>();
        for (Map.Entry<?, ?> e : map.entrySet()) {
          out.add(told(e.getKey()) + ": " + told(e.getValue()));
        }
        yield String.join(", ", out);
      }
      case Nil nil -> "";
      case TypeName type -> type.name();
      case Version version -> version.text();
      case Duration span -> days(span);
      case Instant moment -> moment.toString();
      case Failure failure -> "(" + failure.reason() + ")";
      default -> toText(value) instanceof String text ? text : value.toString();
    };
  }

  private static String days(Duration span) {
    if (span.toDays() == 1) return "1 day";
    return span.toDays() > 1 ? span.toDays() + " days" : seconds(span);
  }

  private static String number(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }

  static String seconds(Duration span) {
    long seconds = span.getSeconds();
    int nanos = span.getNano();
    boolean negative = seconds < 0;
    if (negative && nanos > 0) {
      seconds++;
      nanos = 1_000_000_000 - nanos;
    }
    var out = new StringBuilder();
    if (negative) out.append('-');
    out.append(Math.abs(seconds));
    if (nanos > 0) {
      String digits = String.valueOf(1_000_000_000L + nanos).substring(1);
      int end = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
      out.append('.').append(digits, 0, end);
    }
    return out.append('s').toString();
  }

  static Object toMoment(Object value) {
    switch (value) {
      case Instant moment -> {
        return moment;
      }
      case Long seconds -> {
        try {
          return Arithmetic.moment(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException tooLarge) {
          return Failure.OVERFLOW;
        }
      }
      case String text -> {
        try {
          return Arithmetic.moment(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException other) {
          return new Failure("no timestamp: \"" + cut(text) + "\"; write 2026-11-22T00:00:00Z");
        }
      }
      default -> {
        return Failure.noOverload("timestamp", value);
      }
    }
  }

  static Object toSpan(Object value) {
    if (value instanceof Duration span) return span;
    if (!(value instanceof String text)) return Failure.noOverload("duration", value);
    var wrong = new Failure("no duration: \"" + cut(text) + "\"; write 36h or 90m");
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (at == text.length()) return wrong;
    if (text.substring(at).equals("0")) return Duration.ZERO;
    try {
      Duration sum = Duration.ZERO;
      while (at < text.length()) {
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) end++;
        int unitEnd = end;
        while (unitEnd < text.length() && Character.isLetter(text.charAt(unitEnd))) unitEnd++;
        long unit = unit(text.substring(end, unitEnd));
        if (end == at || unit == 0 || end - at > 30) return wrong;
        var nanos =
            new java.math.BigDecimal(text.substring(at, end))
                .multiply(java.math.BigDecimal.valueOf(unit))
                .toBigInteger();
        java.math.BigInteger[] parts =
            nanos.divideAndRemainder(java.math.BigInteger.valueOf(1_000_000_000L));
        sum = sum.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
        at = unitEnd;
      }
      return Arithmetic.span(text.startsWith("-") ? sum.negated() : sum);
    } catch (ArithmeticException | NumberFormatException other) {
      return wrong;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static long unit(String word) {
    return switch (word) {
      case "h" -> 3_600_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "us", "µs" -> 1_000L;
      case "ns" -> 1L;
      default -> 0;
    };
  }
}
