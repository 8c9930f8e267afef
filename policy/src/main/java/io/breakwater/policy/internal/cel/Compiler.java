package io.breakwater.policy.internal.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.TypeType;
import io.breakwater.model.NearestWord;
import io.breakwater.policy.internal.cel.Types.Bytes;
import io.breakwater.policy.internal.cel.Types.Nil;
import io.breakwater.policy.internal.cel.Types.TypeName;
import io.breakwater.policy.internal.cel.Types.Unsigned;
import io.breakwater.policy.internal.document.Field;
import io.breakwater.policy.internal.document.FieldType;
import io.breakwater.policy.internal.document.ReportShapes;
import io.breakwater.policy.internal.document.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes closures of a checked expression. Used once. */
final class Compiler {
  private static final Map<String, Shape> SHAPES = new HashMap<>();

  static {
    for (Shape shape : ReportShapes.all()) SHAPES.put(shape.name(), shape);
  }

  private final String text;
  private final CelAbstractSyntaxTree tree;
  private final Map<String, OwnFunctions.Function> own = new LinkedHashMap<>();
  private final Map<String, Integer> scope = new HashMap<>();
  private final Set<String> uses = new TreeSet<>();
  private int used;
  private int most;
  private @Nullable String accumulator;

  Compiler(
      String text,
      CelAbstractSyntaxTree tree,
      List<OwnFunctions.Function> functions,
      Set<String> locals) {
    this.text = text;
    this.tree = tree;
    for (OwnFunctions.Function each : functions) own.put(each.id(), each);
    for (String local : locals) scope.put(local, slot());
  }

  Expression compile() throws InvalidExpressionException {
    Code code = code(tree.getExpr());
    return new Expression(text, code, tree.getResultType(), most, Set.copyOf(uses));
  }

  private int slot() {
    int slot = used++;
    most = Math.max(most, used);
    return slot;
  }

  private Code code(CelExpr expr) throws InvalidExpressionException {
    return switch (expr.getKind()) {
      case CONSTANT -> Codes.constant(constant(expr.constant()));
      case IDENT -> ident(expr, expr.ident().name());
      case SELECT -> select(expr);
      case CALL -> call(expr);
      case LIST -> list(expr);
      case MAP -> map(expr);
      case COMPREHENSION -> comprehension(expr.comprehension());
      case STRUCT -> throw wrong(expr, "objects are not made in policies");
      case NOT_SET -> throw wrong(expr, "it is empty");
    };
  }

  private static Object constant(CelConstant value) {
    return switch (value.getKind()) {
      case BOOLEAN_VALUE -> value.booleanValue();
      case INT64_VALUE -> value.int64Value();
      case UINT64_VALUE -> new Unsigned(value.uint64Value().longValue());
      case DOUBLE_VALUE -> value.doubleValue();
      case STRING_VALUE -> value.stringValue().intern();
      case BYTES_VALUE -> new Bytes(value.bytesValue().toByteArray());
      case NULL_VALUE, NOT_SET -> Nil.NIL;
      case TIMESTAMP_VALUE, DURATION_VALUE -> new Failure("a constant that is not supported");
    };
  }

  private Code ident(CelExpr expr, String name) throws InvalidExpressionException {
    String plain = name.startsWith(".") ? name.substring(1) : name;
    Integer slot = scope.get(plain);
    if (slot != null) {
      int at = slot;
      return frame -> frame.slots[at];
    }
    switch (plain) {
      case "now" -> {
        return frame -> frame.now;
      }
      case "environment" -> {
        return frame -> frame.environment;
      }
      case "moment" -> {
        return frame -> frame.moment;
      }
      default -> {}
    }
    Field field = ReportShapes.REPORT.field(plain);
    if (field != null) {
      uses.add(plain);
      return Codes.root(field);
    }
    if (type(expr) instanceof TypeType of) return Codes.constant(new TypeName(plainName(of)));
    throw wrong(expr, "nothing is called \"" + plain + '"');
  }

  private static String plainName(TypeType type) {
    return type.containingTypeName();
  }

  private @Nullable CelType type(CelExpr expr) {
    return tree.getType(expr.id()).orElse(null);
  }

  private Code select(CelExpr expr) throws InvalidExpressionException {
    CelSelect select = expr.select();
    String name = select.field();
    Field field = field(select.operand(), name);
    Code of = code(select.operand());
    if (select.testOnly()) return Codes.has(of, name);
    if (type(select.operand()) instanceof OptionalType) return Codes.maybeSelect(of, name, field);
    return field == null ? Codes.select(of, name, told(expr)) : Codes.select(of, field, told(expr));
  }

  /** The field of a document's part that is meant; null for maps and what is not typed. */
  private @Nullable Field field(CelExpr operand, String name) {
    CelType type = type(operand);
    if (type instanceof OptionalType maybe && !maybe.parameters().isEmpty()) {
      type = maybe.parameters().getFirst();
    }
    if (type == null || type.kind() != CelKind.STRUCT) return null;
    Shape shape = SHAPES.get(type.name());
    Field field = shape == null ? null : shape.field(name);
    if (field != null) uses.add(type.name() + "." + name);
    return field;
  }

  /** The path that somebody wrote, for messages. */
  private static String told(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> expr.ident().name();
      case SELECT -> told(expr.select().operand()) + "." + expr.select().field();
      default -> "…";
    };
  }

  private Code call(CelExpr expr) throws InvalidExpressionException {
    CelCall call = expr.call();
    String function = call.function();
    List<CelExpr> arguments = new ArrayList<>();
    if (call.target().isPresent()) {
      CelExpr target = call.target().get();
      String path = told(target);
      if (type(target) == null && Library.functions().containsKey(path + "." + function)) {
        function = path + "." + function;
      } else {
        arguments.add(target);
      }
    }
    arguments.addAll(call.args());
    switch (function) {
      case "_&&_" -> {
        return Codes.and(code(arguments.get(0)), code(arguments.get(1)));
      }
      case "_||_" -> {
        return Codes.or(code(arguments.get(0)), code(arguments.get(1)));
      }
      case "_?_:_" -> {
        return Codes.choose(code(arguments.get(0)), code(arguments.get(1)), code(arguments.get(2)));
      }
      case "@not_strictly_false", "__not_strictly_false__" -> {
        return Codes.notStrictlyFalse(code(arguments.get(0)));
      }
      case "_?._" -> {
        String name = arguments.get(1).constant().stringValue();
        Field field = field(arguments.get(0), name);
        return Codes.maybeSelect(code(arguments.get(0)), name, field);
      }
      case "or", "orValue" -> {
        return Codes.orElse(
            code(arguments.get(0)), code(arguments.get(1)), function.equals("orValue"));
      }
      case "_==_", "_!=_" -> {
        checkWords(arguments.get(0), arguments.get(1));
        checkWords(arguments.get(1), arguments.get(0));
        boolean same = function.equals("_==_");
        return Codes.equal(code(arguments.get(0)), code(arguments.get(1)), same);
      }
      case "_<_", "_<=_", "_>_", "_>=_" -> {
        return Codes.order(function, code(arguments.get(0)), code(arguments.get(1)));
      }
      case "@in" -> {
        if (arguments.get(1).getKind() == Kind.LIST) {
          for (CelExpr word : arguments.get(1).list().elements()) {
            checkWords(arguments.get(0), word);
          }
        }
      }
      case "matches" -> {
        CelExpr pattern = arguments.get(1);
        if (isText(pattern)) return matches(arguments.get(0), pattern);
      }
      case "severityAtLeast" -> checkSeverity(arguments.get(1));
      case "_+_" -> {
        if (isAppend(arguments)) {
          Code element = code(arguments.get(1).list().elements().getFirst());
          return Codes.append(code(arguments.get(0)), element);
        }
      }
      default -> {}
    }
    Code[] codes = new Code[arguments.size()];
    for (int i = 0; i < codes.length; i++) codes[i] = code(arguments.get(i));
    OwnFunctions.Function mine = own(expr);
    if (mine != null) {
      uses.add(mine.name() + "()");
      return Codes.own(mine.own(), codes);
    }
    Library.Fn known = Library.functions().get(function);
    if (known == null) throw wrong(expr, "the function " + function + " is not supported here");
    return Codes.call(known, codes);
  }

  private OwnFunctions.@Nullable Function own(CelExpr expr) {
    var reference = tree.getReference(expr.id());
    if (reference.isEmpty()) return null;
    for (String id : reference.get().overloadIds()) {
      OwnFunctions.Function mine = own.get(id);
      if (mine != null) return mine;
    }
    return null;
  }

  private static boolean isText(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private Code matches(CelExpr of, CelExpr pattern) throws InvalidExpressionException {
    Object made = Library.pattern(pattern.constant().stringValue());
    if (made instanceof Failure failure) throw wrong(pattern, failure.reason());
    return Codes.matches(code(of), (com.google.re2j.Pattern) made);
  }

  /** Whether a macro adds one element to its list, which need not be copied then. */
  private boolean isAppend(List<CelExpr> arguments) {
    return accumulator != null
        && arguments.get(0).getKind() == Kind.IDENT
        && arguments.get(0).ident().name().equals(accumulator)
        && arguments.get(1).getKind() == Kind.LIST
        && arguments.get(1).list().elements().size() == 1
        && arguments.get(1).list().optionalIndices().isEmpty();
  }

  /** A field that has a few words only is not compared with another word. */
  private void checkWords(CelExpr field, CelExpr word) throws InvalidExpressionException {
    if (!isText(word) || field.getKind() != Kind.SELECT || field.select().testOnly()) return;
    Field known = field(field.select().operand(), field.select().field());
    if (known == null || !(known.type() instanceof FieldType.Words(List<String> words))) return;
    String written = word.constant().stringValue();
    if (words.contains(written)) return;
    String meant =
        NearestWord.of(written, words)
            .map(w -> "; did you mean \"" + w + "\"?")
            .orElse("; it is one of " + String.join(", ", words));
    throw wrong(word, known.name() + " is never \"" + written + '"' + meant);
  }

  private void checkSeverity(CelExpr word) throws InvalidExpressionException {
    if (!isText(word)) return;
    String written = word.constant().stringValue();
    if (io.breakwater.model.Severity.parse(written).isPresent()) return;
    var words = List.of("critical", "high", "medium", "low", "negligible", "unknown");
    String meant =
        NearestWord.of(written, words)
            .map(w -> "; did you mean \"" + w + "\"?")
            .orElse("; it is one of " + String.join(", ", words));
    throw wrong(word, "there is no severity \"" + written + '"' + meant);
  }

  private Code list(CelExpr expr) throws InvalidExpressionException {
    List<CelExpr> elements = expr.list().elements();
    boolean constant = expr.list().optionalIndices().isEmpty();
    Code[] codes = new Code[elements.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = code(elements.get(i));
      constant &= elements.get(i).getKind() == Kind.CONSTANT;
    }
    if (constant) {
      var values = new ArrayList<Object>();
      for (CelExpr element : elements) values.add(constant(element.constant()));
      return Codes.constant(List.copyOf(values));
    }
    return Codes.list(codes, Set.copyOf(expr.list().optionalIndices()));
  }

  private Code map(CelExpr expr) throws InvalidExpressionException {
    var entries = expr.map().entries();
    Code[] keys = new Code[entries.size()];
    Code[] values = new Code[entries.size()];
    boolean[] optional = new boolean[entries.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = code(entries.get(i).key());
      values[i] = code(entries.get(i).value());
      optional[i] = entries.get(i).optionalEntry();
    }
    return Codes.map(keys, values, optional);
  }

  private Code comprehension(CelComprehension of) throws InvalidExpressionException {
    Code range = code(of.iterRange());
    int before = used;
    var outer = new HashMap<>(scope);
    String outerAccumulator = accumulator;
    Code start = code(of.accuInit());
    int accu = slot();
    int first = slot();
    int second = slot();
    boolean two = !of.iterVar2().isEmpty();
    boolean collects =
        of.accuInit().getKind() == Kind.LIST && of.accuInit().list().elements().isEmpty();
    scope.put(of.accuVar(), accu);
    scope.put(of.iterVar(), first);
    if (two) scope.put(of.iterVar2(), second);
    accumulator = collects ? of.accuVar() : null;
    Code condition = code(of.loopCondition());
    Code step = code(of.loopStep());
    accumulator = null;
    scope.remove(of.iterVar());
    restore(of.iterVar(), outer);
    Code result = code(of.result());
    scope.clear();
    scope.putAll(outer);
    accumulator = outerAccumulator;
    used = before;
    return new Loop(
        range, start, condition, step, result, accu, first, two ? second : -1, collects);
  }

  private void restore(String name, Map<String, Integer> outer) {
    Integer slot = outer.get(name);
    if (slot != null) scope.put(name, slot);
  }

  private InvalidExpressionException wrong(CelExpr at, String reason) {
    Integer position = tree.getSource().getPositionsMap().get(at.id());
    int offset = 0;
    if (position != null) {
      int points = Math.min(position, text.codePointCount(0, text.length()));
      offset = text.offsetByCodePoints(0, points);
    }
    return new InvalidExpressionException(offset, reason);
  }
}
