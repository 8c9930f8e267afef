package io.breakwater.report;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What templates can do with values: Go's own functions, and those of Trivy's templates. */
final class TemplateFunctions {
  /** All names. */
  static final Set<String> NAMES =
      Set.of(
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "len",
          "index",
          "print",
          "printf",
          "println",
          "html",
          "escapeXML",
          "escapeString",
          "endWithPeriod",
          "toLower",
          "toUpper",
          "lower",
          "upper",
          "title",
          "trim",
          "trimPrefix",
          "trimSuffix",
          "contains",
          "hasPrefix",
          "hasSuffix",
          "replace",
          "join",
          "default",
          "add",
          "sub",
          "abbrev",
          "now",
          "date",
          "getEnv",
          "env",
          "appVersion",
          "report",
          "toJson",
          "first",
          "last",
          "quote",
          "nospace",
          "sourceID");

  private static final int LONGEST = 1 << 20;

  private final Document document;
  private final Context context;

  TemplateFunctions(Document document, Context context) {
    this.document = document;
    this.context = context;
  }

  /**
   * The value of a function.
   *
   * @throws IllegalArgumentException when it does not take these arguments
   */
  Object call(String name, List<Object> all) {
    return switch (name) {
      case "and" -> all.stream().filter(v -> !holds(v)).findFirst().orElseGet(() -> last(all));
      case "or" ->
          all.stream().filter(TemplateFunctions::holds).findFirst().orElseGet(() -> last(all));
      case "not" -> !holds(one(all));
      case "eq" -> {
        need(all, 2);
        boolean any = false;
        for (Object other : all.subList(1, all.size())) any |= compare(all.getFirst(), other) == 0;
        yield any;
      }
      case "ne" -> compare(at(all, 0), at(all, 1)) != 0;
      case "lt" -> compare(at(all, 0), at(all, 1)) < 0;
      case "le" -> compare(at(all, 0), at(all, 1)) <= 0;
      case "gt" -> compare(at(all, 0), at(all, 1)) > 0;
      case "ge" -> compare(at(all, 0), at(all, 1)) >= 0;
      case "len" -> (double) length(one(all));
      case "index" -> index(at(all, 0), at(all, 1));
      case "print", "println" -> {
        var out = new StringBuilder();
        for (Object each : all) out.append(text(each));
        yield bounded(name.equals("println") ? out.append('\n').toString() : out.toString());
      }
      case "printf" -> format(all);
      case "html", "escapeXML", "escapeString" -> Words.xml(text(one(all)));
      case "endWithPeriod" -> {
        String words = text(one(all));
        yield words.isEmpty() || words.endsWith(".") ? words : words + ".";
      }
      case "toLower", "lower" -> text(one(all)).toLowerCase(Locale.ROOT);
      case "toUpper", "upper" -> text(one(all)).toUpperCase(Locale.ROOT);
      case "title" -> {
        String words = text(one(all)).toLowerCase(Locale.ROOT);
        yield words.isEmpty()
            ? ""
            : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
      }
      case "trim" -> text(one(all)).strip();
      case "nospace" -> text(one(all)).replace(" ", "").replace("\t", "").replace("\n", "");
      case "trimPrefix" -> {
        String start = text(at(all, 0));
        String words = text(at(all, 1));
        yield words.startsWith(start) ? words.substring(start.length()) : words;
      }
      case "trimSuffix" -> {
        String end = text(at(all, 0));
        String words = text(at(all, 1));
        yield words.endsWith(end) ? words.substring(0, words.length() - end.length()) : words;
      }
      case "contains" -> text(at(all, 1)).contains(text(at(all, 0)));
      case "hasPrefix" -> text(at(all, 1)).startsWith(text(at(all, 0)));
      case "hasSuffix" -> text(at(all, 1)).endsWith(text(at(all, 0)));
      case "replace" -> replace(text(at(all, 2)), text(at(all, 0)), text(at(all, 1)));
      case "join" -> join(text(at(all, 0)), at(all, 1));
      case "default" -> holds(at(all, 1)) ? at(all, 1) : at(all, 0);
      case "add" -> number(at(all, 0)) + number(at(all, 1));
      case "sub" -> number(at(all, 0)) - number(at(all, 1));
      case "abbrev" -> Words.cut(text(at(all, 1)), Math.max(2, (int) number(at(all, 0))));
      case "now" -> context.issued().orElse(document.started()).toString();
      case "date" -> text(at(all, 1)).substring(0, Math.min(10, text(at(all, 1)).length()));
      case "getEnv", "env" -> context.environment().getOrDefault(text(one(all)), "");
      case "appVersion" -> document.version();
      case "report" -> document.json();
      case "toJson", "quote" -> quoted(text(one(all)));
      case "sourceID" -> text(one(all));
      case "first" -> at(list(one(all)), 0);
      case "last" -> last(list(one(all)));
      default -> throw new IllegalArgumentException("there is no such function");
    };
  }

  /** Whether a value is not empty: what if asks. */
  static boolean holds(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case Double number -> number != 0;
      case Json.Bool(boolean truth) -> truth;
      case Json.Nil _ -> false;
      case Json.Num _ -> number(value) != 0;
      default -> length(value) > 0;
    };
  }

  /** A value as it is printed. */
  static String text(Object value) {
    return switch (value) {
      case Json.Str(String words) -> words;
      case Json.Num(String digits) -> digits;
      case Json.Bool(boolean truth) -> String.valueOf(truth);
      case Json.Nil _ -> "";
      case Json.Arr array -> "[" + join(" ", array) + "]";
      case Json.Obj object -> "map of " + object.members().size();
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          String.valueOf(number.longValue());
      default -> value.toString();
    };
  }

  private static int length(Object value) {
    return switch (value) {
      case Json.Arr array -> array.elements().size();
      case Json.Obj object -> object.members().size();
      default -> text(value).length();
    };
  }

  private static double number(Object value) {
    try {
      return value instanceof Double number ? number : Double.parseDouble(text(value));
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("a number was expected");
    }
  }

  private static int compare(Object a, Object b) {
    boolean numbers =
        (a instanceof Double || a instanceof Json.Num)
            && (b instanceof Double || b instanceof Json.Num);
    return numbers ? Double.compare(number(a), number(b)) : text(a).compareTo(text(b));
  }

  private static Object index(Object of, Object key) {
    return switch (of) {
      case Json.Obj object -> object.get(text(key)).orElse(new Json.Nil());
      case Json.Arr array -> {
        double at = number(key);
        if (!(at >= 0 && at < array.elements().size())) {
          throw new IllegalArgumentException("there is no element " + text(key));
        }
        yield array.elements().get((int) at);
      }
      default -> throw new IllegalArgumentException("a list or a map was expected");
    };
  }

  /** %s, %v, %q, %d and %%; a width of digits is read and left alone. */
  private static String format(List<Object> all) {
    String pattern = text(at(all, 0));
    var out = new StringBuilder();
    int next = 1;
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c != '%') {
        out.append(c);
        continue;
      }
      while (i < pattern.length() && "+-.0123456789".indexOf(pattern.charAt(i)) >= 0) i++;
      char verb = i < pattern.length() ? pattern.charAt(i++) : '?';
      switch (verb) {
        case '%' -> out.append('%');
        case 's', 'v', 'd', 'f', 'g' -> out.append(text(at(all, next++)));
        case 'q' -> out.append(quoted(text(at(all, next++))));
        default -> throw new IllegalArgumentException("%" + verb + " is not known");
      }
      bounded(out);
    }
    return out.toString();
  }

  private static String replace(String words, String from, String to) {
    if (from.isEmpty()) return words;
    long hits = 0;
    for (int i = words.indexOf(from); i >= 0; i = words.indexOf(from, i + from.length())) hits++;
    if (words.length() + hits * to.length() > LONGEST) {
      throw new IllegalArgumentException("the text grows beyond all bounds");
    }
    return words.replace(from, to);
  }

  private static String join(String between, Object value) {
    var out = new StringBuilder();
    for (Object each : list(value)) {
      if (!out.isEmpty()) out.append(between);
      out.append(each instanceof Json.Arr || each instanceof Json.Obj ? "…" : text(each));
      bounded(out);
    }
    return out.toString();
  }

  private static List<Object> list(Object value) {
    return value instanceof Json.Arr array ? new ArrayList<>(array.elements()) : List.of(value);
  }

  private static String quoted(String words) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static <T extends CharSequence> T bounded(T words) {
    if (words.length() > LONGEST) {
      throw new IllegalArgumentException("the text grows beyond all bounds");
    }
    return words;
  }

  private static Object one(List<Object> all) {
    if (all.size() != 1) throw new IllegalArgumentException("it takes one value");
    return all.getFirst();
  }

  private static void need(List<Object> all, int count) {
    if (all.size() < count) throw new IllegalArgumentException("it takes " + count + " values");
  }

  private static Object at(List<Object> all, int index) {
    need(all, index + 1);
    return all.get(index);
  }

  private static Object last(List<Object> all) {
    need(all, 1);
    return all.getLast();
  }
}
