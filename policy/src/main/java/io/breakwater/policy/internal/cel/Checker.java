package io.breakwater.policy.internal.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelMathExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import io.breakwater.model.NearestWord;
import io.breakwater.policy.internal.document.Field;
import io.breakwater.policy.internal.document.FieldType;
import io.breakwater.policy.internal.document.ReportShapes;
import io.breakwater.policy.internal.document.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses expressions and checks their types, with the library. */
final class Checker {
  /** As long as an expression may be. */
  static final int LONGEST = 20_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(60)
          .enableOptionalSyntax(true)
          .enableHeterogeneousNumericComparisons(true)
          .populateMacroCalls(false)
          .build();

  private static final Map<String, StructType> STRUCTS = new LinkedHashMap<>();

  static {
    for (Shape shape : ReportShapes.all()) {
      String shapeName = shape.name();
      ImmutableSet.Builder<String> names = ImmutableSet.builder();
      for (Field field : shape.fields()) names.add(field.name());
      STRUCTS.put(
          shape.name(),
          StructType.create(shape.name(), names.build(), name -> fieldType(shapeName, name)));
    }
  }

  /** The variables beside those of the document. */
  static final Map<String, CelType> CIRCUMSTANCES =
      Map.of(
          "now",
          SimpleType.TIMESTAMP,
          "environment",
          SimpleType.STRING,
          "moment",
          SimpleType.STRING);

  private final List<OwnFunctions.Function> functions;

  Checker(List<OwnFunctions.Function> functions) {
    this.functions = functions;
  }

  private static Optional<CelType> fieldType(String shape, String name) {
    for (Shape each : ReportShapes.all()) {
      Field field = each.field(name);
      if (each.name().equals(shape) && field != null) return Optional.of(type(field.type()));
    }
    return Optional.empty();
  }

  static CelType struct(Shape shape) {
    StructType type = STRUCTS.get(shape.name());
    if (type == null) throw new IllegalStateException(shape.name());
    return type;
  }

  static CelType type(FieldType type) {
    return switch (type) {
      case FieldType.Scalar scalar ->
          switch (scalar) {
            case TEXT -> SimpleType.STRING;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOL -> SimpleType.BOOL;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
          };
      case FieldType.Words words -> SimpleType.STRING;
      case FieldType.Struct(Shape shape) -> struct(shape);
      case FieldType.ListOf(FieldType element) -> ListType.create(type(element));
    };
  }

  /** The type of a field, or of the elements of its list. */
  static CelType type(@Nullable Field field, boolean element) {
    if (field == null) throw new IllegalStateException("no such field");
    CelType type = type(field.type());
    return element && type instanceof ListType list ? list.elemType() : type;
  }

  /** Checks an expression in which these variables are known beside those of the document. */
  CelAbstractSyntaxTree check(String text, Map<String, CelType> locals)
      throws InvalidExpressionException {
    if (text.length() > LONGEST) throw new InvalidExpressionException(0, "it is too long");
    CelValidationResult result;
    try {
      result = compiler(locals).build().compile(text);
    } catch (RuntimeException defect) {
      throw new InvalidExpressionException(0, "it is not understood: " + defect.getMessage());
    }
    if (!result.hasError()) {
      try {
        return result.getAst();
      } catch (dev.cel.common.CelValidationException impossible) {
        throw new InvalidExpressionException(0, String.valueOf(impossible.getMessage()));
      }
    }
    CelIssue first = result.getErrors().getFirst();
    int offset =
        offset(text, first.getSourceLocation().getLine(), first.getSourceLocation().getColumn());
    boolean dot = offset < text.length() && text.charAt(offset) == '.';
    if (dot) offset++; // the name is meant
    throw new InvalidExpressionException(offset, reason(first.getMessage(), locals));
  }

  private CelCompilerBuilder compiler(Map<String, CelType> locals) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(PROVIDER)
            .addLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(
                    CelStringExtensions.Function.CHAR_AT,
                    CelStringExtensions.Function.INDEX_OF,
                    CelStringExtensions.Function.JOIN,
                    CelStringExtensions.Function.LAST_INDEX_OF,
                    CelStringExtensions.Function.LOWER_ASCII,
                    CelStringExtensions.Function.REPLACE,
                    CelStringExtensions.Function.REVERSE,
                    CelStringExtensions.Function.SPLIT,
                    CelStringExtensions.Function.SUBSTRING,
                    CelStringExtensions.Function.TRIM,
                    CelStringExtensions.Function.UPPER_ASCII),
                CelExtensions.lists(
                    CelListsExtensions.Function.SLICE,
                    CelListsExtensions.Function.FLATTEN,
                    CelListsExtensions.Function.RANGE,
                    CelListsExtensions.Function.DISTINCT,
                    CelListsExtensions.Function.REVERSE,
                    CelListsExtensions.Function.SORT,
                    CelListsExtensions.Function.SORT_BY),
                CelExtensions.sets(OPTIONS),
                CelExtensions.math(
                    CelMathExtensions.Function.MAX,
                    CelMathExtensions.Function.MIN,
                    CelMathExtensions.Function.CEIL,
                    CelMathExtensions.Function.FLOOR,
                    CelMathExtensions.Function.ABS));
    for (Field field : ReportShapes.REPORT.fields()) {
      builder.addVarDeclarations(CelVarDecl.newVarDeclaration(field.name(), type(field.type())));
    }
    CIRCUMSTANCES.forEach(
        (name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
    locals.forEach(
        (name, type) -> builder.addVarDeclarations(CelVarDecl.newVarDeclaration(name, type)));
    var overloads = new LinkedHashMap<String, List<CelOverloadDecl>>();
    for (OwnFunctions.Function f : functions) {
      overloads.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(overload(f));
    }
    for (String operator : List.of("_<_", "_<=_", "_>_", "_>=_")) {
      overloads.put(
          operator,
          List.of(
              CelOverloadDecl.newGlobalOverload(
                  "version" + operator,
                  SimpleType.BOOL,
                  OwnFunctions.VERSION,
                  OwnFunctions.VERSION)));
    }
    overloads.forEach(
        (name, forms) ->
            builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(name, forms)));
    return builder;
  }

  private static CelOverloadDecl overload(OwnFunctions.Function f) {
    return f.member()
        ? CelOverloadDecl.newMemberOverload(f.id(), f.result(), f.parameters())
        : CelOverloadDecl.newGlobalOverload(f.id(), f.result(), f.parameters());
  }

  private static final CelTypeProvider PROVIDER =
      new CelTypeProvider() {
        @Override
        public ImmutableCollection<CelType> types() {
          return ImmutableList.copyOf(STRUCTS.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
          return Optional.ofNullable(STRUCTS.get(name));
        }
      };

  /** The library's words, with a suggestion where a name is not known. */
  private String reason(String message, Map<String, CelType> locals) {
    String name = quoted(message);
    if (name.isEmpty()) return firstLine(message);
    Set<String> known = new LinkedHashSet<>();
    String kind;
    if (message.startsWith("undefined field")) {
      kind = "there is no field ";
      for (Shape shape : ReportShapes.all()) {
        for (Field field : shape.fields()) known.add(field.name());
      }
    } else if (message.startsWith("undeclared reference")) {
      kind = "nothing is called ";
      known.addAll(locals.keySet());
      for (Field field : ReportShapes.REPORT.fields()) known.add(field.name());
      known.addAll(CIRCUMSTANCES.keySet());
      for (OwnFunctions.Function f : functions) known.add(f.name());
      known.addAll(Library.functions().keySet());
      known.addAll(List.of("has", "exists", "all", "filter", "map", "exists_one"));
    } else {
      return firstLine(message);
    }
    String word = NearestWord.of(name, known).map(w -> "; did you mean " + w + "?").orElse("");
    return kind + '"' + name + '"' + word;
  }

  private static String quoted(String message) {
    int open = message.indexOf('\'');
    int close = message.indexOf('\'', open + 1);
    return open < 0 || close < 0 ? "" : message.substring(open + 1, close);
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  /** The place of a line from 1 and a column from 0 that counts code points. */
  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int l = 1; l < line; l++) {
      int next = text.indexOf('\n', at);
      if (next < 0) break;
      at = next + 1;
    }
    for (int c = 0; c < column && at < text.length(); c++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return Math.min(at, text.length());
  }
}
