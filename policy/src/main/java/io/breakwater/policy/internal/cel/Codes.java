package io.breakwater.policy.internal.cel;

import com.google.re2j.Pattern;
import io.breakwater.policy.internal.document.Field;
import io.breakwater.policy.internal.document.FieldType;
import io.breakwater.policy.internal.document.Rec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The closures that expressions are made of. */
final class Codes {
  private Codes() {}

  static Code constant(Object value) {
    return frame -> value;
  }

  /** A variable of the document. */
  static Code root(Field field) {
    return frame -> {
      Object value = frame.document.variable(field);
      return value == null ? missing(field, field.name()) : value;
    };
  }

  /** A field of a part of the document. */
  static Code select(Code of, Field field, String told) {
    Object missing = missing(field, told);
    return frame -> {
      Object from = of.eval(frame);
      if (from instanceof Rec rec) {
        Object value = rec.get(field);
        return value == null ? missing : value;
      }
      return from instanceof Failure ? from : Failure.noOverload("." + field.name(), from);
    };
  }

  /** A missing list is an empty one; of other fields somebody has to ask. */
  private static Object missing(Field field, String told) {
    if (field.type() instanceof FieldType.ListOf) return List.of();
    if (field.name().equals("isNew")) {
      return new Failure("there is no baseline to compare with; give --baseline");
    }
    return new Failure(told + " is missing here: ask has(" + told + ") before");
  }

  /** A key of a map, or a field of something whose type was not known. */
  static Code select(Code of, String name, String told) {
    return frame -> {
      Object from = of.eval(frame);
      if (from instanceof Failure) return from;
      if (from instanceof Map<?, ?> map) {
        Object value = map.get(name);
        return value == null ? new Failure("no such key: " + name) : value;
      }
      if (from instanceof Rec rec) {
        Object value = rec.get(name);
        return value == null ? new Failure(told + " is missing here") : value;
      }
      return Failure.noOverload("." + name, from);
    };
  }

  static Code has(Code of, String name) {
    return frame -> {
      Object from = of.eval(frame);
      if (from instanceof Optional<?> maybe) {
        if (maybe.isEmpty()) return false;
        from = maybe.get();
      }
      if (from instanceof Rec rec) return rec.get(name) != null;
      if (from instanceof Map<?, ?> map) return map.containsKey(name);
      return from instanceof Failure ? from : Failure.noOverload("has." + name, from);
    };
  }

  /** {@code a.?b}, and fields of optional values. */
  static Code maybeSelect(Code of, String name, @Nullable Field field) {
    return frame -> {
      Object from = of.eval(frame);
      if (from instanceof Failure) return from;
      if (from instanceof Optional<?> maybe) {
        if (maybe.isEmpty()) return maybe;
        from = maybe.get();
      }
      if (from instanceof Rec rec) {
        return Optional.ofNullable(field == null ? rec.get(name) : rec.get(field));
      }
      if (from instanceof Map<?, ?> map) return Optional.ofNullable(map.get(name));
      return Failure.noOverload("?." + name, from);
    };
  }

  static Code orElse(Code maybe, Code other, boolean value) {
    return frame -> {
      Object from = maybe.eval(frame);
      if (from instanceof Failure) return from;
      if (!(from instanceof Optional<?> present)) return Failure.noOverload("or", from);
      if (present.isEmpty()) return other.eval(frame);
      return value ? present.get() : present;
    };
  }

  static Code and(Code left, Code right) {
    return frame -> {
      Object a = left.eval(frame);
      if (a instanceof Boolean answer && !answer) return a;
      Object b = right.eval(frame);
      if (b instanceof Boolean answer && !answer) return b;
      if (a instanceof Failure) return a;
      if (b instanceof Failure) return b;
      if (a instanceof Boolean && b instanceof Boolean) return b;
      return Failure.noOverload("_&&_", a, b);
    };
  }

  static Code or(Code left, Code right) {
    return frame -> {
      Object a = left.eval(frame);
      if (a instanceof Boolean answer && answer) return a;
      Object b = right.eval(frame);
      if (b instanceof Boolean answer && answer) return b;
      if (a instanceof Failure) return a;
      if (b instanceof Failure) return b;
      if (a instanceof Boolean && b instanceof Boolean) return b;
      return Failure.noOverload("_||_", a, b);
    };
  }

  static Code choose(Code condition, Code yes, Code no) {
    return frame -> {
      Object answer = condition.eval(frame);
      if (answer instanceof Boolean is) return (is ? yes : no).eval(frame);
      return answer instanceof Failure ? answer : Failure.noOverload("_?_:_", answer);
    };
  }

  static Code notStrictlyFalse(Code of) {
    return frame -> !Boolean.FALSE.equals(of.eval(frame));
  }

  static Code equal(Code left, Code right, boolean same) {
    return frame -> {
      Object a = left.eval(frame);
      if (a instanceof Failure) return a;
      Object b = right.eval(frame);
      if (b instanceof Failure) return b;
      return Compare.equal(a, b) == same;
    };
  }

  static Code order(String operator, Code left, Code right) {
    boolean less = operator.startsWith("_<");
    boolean orEqual = operator.endsWith("=_");
    return frame -> {
      Object a = left.eval(frame);
      if (a instanceof Failure) return a;
      Object b = right.eval(frame);
      if (b instanceof Failure) return b;
      int order = Compare.order(a, b);
      if (order == Integer.MIN_VALUE) return Failure.noOverload(operator, a, b);
      if (order == Compare.NONE) {
        return a instanceof Version ? new Failure("the versions have no order") : (Object) false;
      }
      return order == 0 ? orEqual : (order < 0) == less;
    };
  }

  static Code matches(Code of, Pattern pattern) {
    return frame -> {
      Object text = of.eval(frame);
      if (text instanceof String s) {
        return frame.spend(s.length() / 16) ? (Object) pattern.matcher(s).find() : Failure.BUDGET;
      }
      return text instanceof Failure ? text : Failure.noOverload("matches", text);
    };
  }

  static Code call(Library.Fn function, Code[] arguments) {
    return frame -> {
      Object[] values = new Object[arguments.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments[i].eval(frame);
        if (values[i] instanceof Failure) return values[i];
      }
      if (!frame.spend(weight(values))) return Failure.BUDGET;
      return function.apply(values);
    };
  }

  /** Long texts and lists cost more. */
  private static long weight(Object[] values) {
    long weight = 0;
    for (Object value : values) {
      if (value instanceof String text) weight += text.length() >> 4;
      else if (value instanceof List<?> list) weight += list.size() >> 2;
    }
    return weight;
  }

  static Code own(OwnFunctions.Own function, Code[] arguments) {
    return frame -> {
      Object[] values = new Object[arguments.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments[i].eval(frame);
        if (values[i] instanceof Failure) return values[i];
      }
      return function.apply(frame, values);
    };
  }

  @SuppressWarnings("unchecked")
  static Code append(Code list, Code element) {
    return frame -> {
      Object to = list.eval(frame);
      if (to instanceof Failure) return to;
      Object value = element.eval(frame);
      if (value instanceof Failure) return value;
      ((List<Object>) to).add(value);
      return to;
    };
  }

  static Code list(Code[] elements, Set<Integer> optional) {
    return frame -> {
      var out = new ArrayList<Object>(elements.length);
      for (int i = 0; i < elements.length; i++) {
        Object value = elements[i].eval(frame);
        if (value instanceof Failure) return value;
        if (!optional.contains(i)) out.add(value);
        else if (!(value instanceof Optional<?> maybe)) return Failure.noOverload("[?_]", value);
        else maybe.ifPresent(out::add);
      }
      return out;
    };
  }

  static Code map(Code[] keys, Code[] values, boolean[] optional) {
    return frame -> {
      var out = new LinkedHashMap<Object, Object>();
      for (int i = 0; i < keys.length; i++) {
        Object key = keys[i].eval(frame);
        if (key instanceof Failure) return key;
        Object value = values[i].eval(frame);
        if (value instanceof Failure) return value;
        if (optional[i]) {
          if (!(value instanceof Optional<?> maybe)) return Failure.noOverload("{?_}", value);
          if (maybe.isEmpty()) continue;
          value = maybe.get();
        }
        if (out.putIfAbsent(key, value) != null) {
          return new Failure("a map has the key " + Conversions.told(key) + " twice");
        }
      }
      return out;
    };
  }
}
