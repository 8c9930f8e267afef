package io.breakwater.policy.internal.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import io.breakwater.model.json.Json;
import io.breakwater.policy.Knowledge;
import io.breakwater.policy.internal.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our evaluation of expressions against the library's own. */
@SuppressWarnings("InlineMeInliner") // what it was replaced by takes other libraries
class AgainstTheLibraryTest {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .enableOptionalSyntax(true)
          .build();

  private static final Cel CEL =
      CelFactory.standardCelBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addCompilerLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(),
              CelExtensions.lists(),
              CelExtensions.sets(OPTIONS),
              CelExtensions.math())
          .addRuntimeLibraries(
              CelExtensions.optional(),
              CelExtensions.strings(),
              CelExtensions.lists(),
              CelExtensions.sets(OPTIONS),
              CelExtensions.math())
          .addVar("i", SimpleType.INT)
          .addVar("s", SimpleType.STRING)
          .addVar("b", SimpleType.BOOL)
          .addVar("d", SimpleType.DOUBLE)
          .addVar("l", ListType.create(SimpleType.INT))
          .addVar("m", MapType.create(SimpleType.STRING, SimpleType.INT))
          .addVar("x", SimpleType.DYN)
          .build();

  private static final String[] BOOLS = {
    "true",
    "false",
    "b",
    "!(B)",
    "(B && B)",
    "(B || B)",
    "(B ? B : B)",
    "(I == I)",
    "(I < I)",
    "(D >= D)",
    "(S == S)",
    "(S < S)",
    "(I in L)",
    "(S in m)",
    "has(m.a)",
    "has(m.zz)",
    "S.contains(S)",
    "S.startsWith(S)",
    "S.endsWith(S)",
    "S.matches('a+b?')",
    "l.exists(v, v > I)",
    "L.all(v, v % I == 0)",
    "L.exists_one(v, v == I)",
    "(L == L)",
    "(D != D)",
    "m.?a.hasValue()",
    "L.exists(v, L.all(w, w <= v))",
    "sets.contains(L, L)",
    "sets.intersects(L, L)",
    "(dyn(I) == dyn(D))",
    "(x == I)",
    "(T < T)",
    "(U == U)",
    "bool(S)",
    "(type(x) == type(I))"
  };
  private static final String[] INTS = {
    "0",
    "1",
    "-1",
    "7",
    "9223372036854775807",
    "i",
    "(I + I)",
    "(I - I)",
    "(I * I)",
    "(I / I)",
    "(I % I)",
    "-(I)",
    "size(S)",
    "size(L)",
    "size(m)",
    "L[I]",
    "m.a",
    "m['b']",
    "m.zz",
    "int(D)",
    "int(S)",
    "(B ? I : I)",
    "m.?zz.orValue(I)",
    "l[?I].orValue(I)",
    "S.indexOf(S)",
    "S.lastIndexOf(S)",
    "T.getFullYear()",
    "T.getDayOfWeek()",
    "T.getHours('+02:00')",
    "int(T)",
    "math.greatest(I, I)",
    "optional.of(I).value()",
    "int(U)",
    "P.getSeconds()",
    "math.abs(I)"
  };
  private static final String[] DOUBLES = {
    "0.0",
    "1.5",
    "-2.25",
    "d",
    "(D + D)",
    "(D * D)",
    "(D / D)",
    "double(I)",
    "-(D)",
    "math.ceil(D)",
    "double(S)"
  };
  private static final String[] TEXTS = {
    "''",
    "'a'",
    "'aab'",
    "'日本'",
    "s",
    "(S + S)",
    "string(I)",
    "(B ? S : S)",
    "S.lowerAscii()",
    "S.upperAscii()",
    "S.replace('a', 'xy')",
    "S.substring(I)",
    "S.charAt(I)",
    "S.trim()",
    "S.split('a').join('-')",
    "string(B)",
    "string(T)",
    "string(P)",
    "S.split('').join(',')",
    "S.replace('', '_')",
    "string(U)"
  };
  private static final String[] LISTS = {
    "[]",
    "[1]",
    "[3, 1, 2, 1]",
    "l",
    "(L + L)",
    "L.filter(v, v > I)",
    "L.map(v, v + I)",
    "L.map(v, B, v * 2)",
    "L.distinct()",
    "L.sort()",
    "L.reverse()",
    "L.slice(0, I)",
    "[I, I]",
    "[?l[?I]]",
    "[L, L].flatten()",
    "L.sortBy(v, -v)",
    "L.filter(v, L.exists(w, w < v))"
  };
  private static final String[] TIMES = {
    "timestamp('2024-02-29T12:34:56Z')",
    "timestamp('1969-12-31T23:59:59Z')",
    "(T + P)",
    "(T - P)",
    "timestamp(I)"
  };
  private static final String[] SPANS = {
    "duration('1h30m')", "duration('-90s')", "duration('7s')", "(P + P)", "(T - T)"
  };
  private static final String[] UINTS = {"0u", "5u", "uint(I)", "(U + U)", "(U - U)", "(U * U)"};

  private static final Map<String, Object> VALUES =
      Map.of(
          "i",
          3L,
          "s",
          "aXb",
          "b",
          true,
          "d",
          2.5,
          "l",
          List.of(5L, 2L, 9L),
          "m",
          Map.of("a", 1L, "b", -4L),
          "x",
          3L);

  @Test
  void generatedExpressionsHaveTheSameValueOrBothNone() throws Exception {
    long seed = Long.getLong("seed", 20261122L);
    var random = new Random(seed);
    int compared = 0;
    int failed = 0;
    var differences = new ArrayList<String>();
    for (int n = 0; n < Integer.getInteger("cases", 4_000); n++) {
      String text = expression("BILSDTPU".charAt(random.nextInt(8)), 4, random);
      if (text.length() > 1_500) continue;
      var result = CEL.compile(text);
      if (result.hasError()) continue; // constants that are out of range, for one
      Object theirs = library(result.getAst());
      if (theirs instanceof Failure failure && isDefect(failure.reason())) continue;
      Object ours = ours(text, result.getAst());
      compared++;
      if (ours instanceof Failure) failed++;
      boolean same =
          theirs instanceof Failure ? ours instanceof Failure : told(theirs).equals(told(ours));
      if (!same)
        differences.add(text + "\n   library: " + told(theirs) + "\n   ours: " + told(ours));
    }
    assertThat(differences).as("seed " + seed).isEmpty();
    assertThat(compared).isGreaterThan(2_000);
    assertThat(failed).as("cases with an error").isBetween(compared / 50, compared * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false && 1 / 0 > 0",
        "1 / 0 > 0 && false",
        "true || 1 / 0 > 0",
        "1 / 0 > 0 || true",
        "1 / 0 > 0 || false",
        "[1, 0].exists(v, 2 / v > 0)",
        "[0, 1].all(v, 2 / v > 5)",
        "{'a': 1, 'a': 2}",
        "m.map(k, m[k]).sort()",
        "optional.none().orValue(4)",
        "optional.of(3).optMap(v, v + 1).value()",
        "optional.of(3).optFlatMap(v, optional.of(v))",
        "optional.ofNonZeroValue(0).hasValue()",
        "{'k': 1, ?'n': m.?zz}",
        "{?'n': m.?a}",
        "-9223372036854775808 / -1",
        "9223372036854775807 + 1",
        "5 % 0",
        "-(-9223372036854775808)",
        "0.0 / 0.0 == 0.0 / 0.0",
        "dyn(1) == 1.0",
        "dyn(1) == 1u",
        "dyn(1.0) in [1, 2]",
        "null == null",
        "b'ab' + b'c' == b'abc'",
        "size(b'日本')",
        "bytes('é') == b'é'",
        "string(b'\\xff')",
        "'\\U0001F600a'.charAt(0)",
        "size('\\U0001F600')",
        "'a' < 'b'",
        "dyn([1, 2]) == [1.0, 2.0]",
        "dyn({'a': 1}) == {'a': 1.0}",
        "type(1) == int",
        "type([]) == list",
        "type(type(1)) == type",
        "timestamp('9999-12-31T23:59:59Z') + duration('1s')",
        "duration('bad')",
        "timestamp('x')",
        "timestamp('2024-01-01T00:00:00Z').getHours('Asia/Shanghai')",
        "has({'a': 1}.b)",
        "{'a': {'b': 2}}.?a.?b.orValue(0)",
        "x.foo",
        "[1, 2, 3].map(a, [4].map(b, a * b))",
        "'abc'.matches('[' + s)",
        "int('x')",
        "uint(-1)",
        "int(1e19)",
        "double('1e3')",
        "[][0]",
        "duration('-1.5s').getSeconds()",
        "string(duration('-1.5s'))",
        "string(duration('1ms'))",
        "string(duration('1ns'))",
        "string(duration('36h'))",
        "true ? 1 / 0 : 2",
        "1.0 / 0.0 > 1.0",
        "lists.range(4)",
        "[3, 1].sort()",
        "[[1], [2]].flatten()"
      })
  void corners(String text) throws Exception {
    var result = CEL.compile(text);
    assertThat(result.hasError()).as(result.getErrorString()).isFalse();
    Object theirs = library(result.getAst());
    Object ours = ours(text, result.getAst());
    if (theirs instanceof Failure) assertThat(ours).isInstanceOf(Failure.class);
    else assertThat(told(ours)).isEqualTo(told(theirs));
  }

  private static String expression(char kind, int depth, Random random) {
    String[] choices =
        switch (kind) {
          case 'B' -> BOOLS;
          case 'I' -> INTS;
          case 'D' -> DOUBLES;
          case 'S' -> TEXTS;
          case 'L' -> LISTS;
          case 'T' -> TIMES;
          case 'P' -> SPANS;
          default -> UINTS;
        };
    String template =
        choices[random.nextInt(depth <= 0 ? Math.min(3, choices.length) : choices.length)];
    if (depth < -6) template = choices[0];
    var out = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '\'') quote = quote == 0 ? c : 0;
      boolean alone =
          quote == 0
              && "BILSDTPU".indexOf(c) >= 0
              && (i == 0 || !Character.isLetter(template.charAt(i - 1)))
              && (i + 1 == template.length() || !Character.isLetter(template.charAt(i + 1)));
      out.append(alone ? expression(c, depth - 1, random) : String.valueOf(c));
    }
    return out.toString();
  }

  /** Where the library fails though the text after it is plain: an empty text, a large index. */
  private static boolean isDefect(String reason) {
    return reason.contains("Offset out of range: 0")
        || reason.contains("list_optindex_optional_int");
  }

  private static Object library(CelAbstractSyntaxTree tree) {
    try {
      return CEL.createProgram(tree).eval(VALUES);
    } catch (CelEvaluationException | RuntimeException none) {
      return new Failure(String.valueOf(none.getMessage()));
    }
  }

  private static Object ours(String text, CelAbstractSyntaxTree tree) throws Exception {
    Set<String> names = new java.util.LinkedHashSet<>(List.of("i", "s", "b", "d", "l", "m", "x"));
    Expression made = new Compiler(text, tree, OwnFunctions.all(Knowledge.NONE), names).compile();
    var frame =
        new Frame(
            Document.of(Json.Obj.EMPTY), Instant.EPOCH, "", "build", Math.max(7, made.slots()));
    int slot = 0;
    for (String name : names) frame.set(slot++, Objects.requireNonNull(VALUES.get(name)));
    return made.code().eval(frame);
  }

  /** Values of both in one form. */
  private static String told(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(AgainstTheLibraryTest::told).toList().toString();
      case Map<?, ?> map -> {
        var sorted = new java.util.TreeMap<String, String>();
        map.forEach((k, v) -> sorted.put(told(k), told(v)));
        yield sorted.toString();
      }
      case Optional<?> maybe -> maybe.map(v -> "of " + told(v)).orElse("none");
      case com.google.common.primitives.UnsignedLong u -> "u" + u;
      case Types.Unsigned(long bits) -> "u" + Long.toUnsignedString(bits);
      case dev.cel.common.values.CelByteString bytes ->
          "bytes " + new Types.Bytes(bytes.toByteArray());
      case Types.Bytes bytes -> "bytes " + bytes;
      case dev.cel.common.types.TypeType type -> "type " + type.containingTypeName();
      case CelType type -> "type " + type.name();
      case Types.TypeName type -> "type " + type.name();
      case Double d -> d == 0 ? "double 0" : "double " + d;
      default -> value.toString();
    };
  }
}
