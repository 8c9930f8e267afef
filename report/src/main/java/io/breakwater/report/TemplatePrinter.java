package io.breakwater.report;

import io.breakwater.model.json.Json;
import io.breakwater.report.Template.Command;
import io.breakwater.report.Template.Node;
import io.breakwater.report.Template.Operand;
import io.breakwater.report.Template.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form of the report that the user wrote. Where a template begins, the dot is the list of results
 * as in Trivy's templates; {@code report} is the whole document of Breakwater.
 */
public final class TemplatePrinter implements Printer {
  private static final int MOST_OUTPUT = 64 << 20;
  private static final int MOST_STEPS = 5_000_000;

  private final List<Node> nodes;

  private TemplatePrinter(List<Node> nodes) {
    this.nodes = nodes;
  }

  /**
   * Reads a template.
   *
   * @throws InvalidTemplateException with the line, when it cannot be read
   */
  public static TemplatePrinter of(String template) throws InvalidTemplateException {
    return new TemplatePrinter(Template.parse(template));
  }

  @Override
  public String name() {
    return "template";
  }

  /**
   * Fills the template in and leaves the stream open.
   *
   * @throws InvalidTemplateException when a function gets what it does not take, or the output or
   *     the work grows beyond all bounds
   */
  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new TrivyJsonPrinter().print(document, context, bytes);
    Json results =
        Json.parseObject(bytes.toByteArray()).get("Results").orElse(new Json.Arr(List.of()));
    var run = new Run(results, new TemplateFunctions(document, context));
    run.all(nodes, results, new HashMap<>());
    out.write(Words.utf8(run.text.toString()));
    out.flush();
  }

  /** One filling-in. */
  private static final class Run {
    private final Json root;
    private final TemplateFunctions functions;
    private final StringBuilder text = new StringBuilder();
    private int steps;

    Run(Json root, TemplateFunctions functions) {
      this.root = root;
      this.functions = functions;
    }

    /** Every block has the variables of those around it, in boxes, as assignments reach out. */
    void all(List<Node> nodes, Object here, Map<String, Object[]> outside)
        throws InvalidTemplateException {
      var variables = new HashMap<>(outside);
      for (Node node : nodes) {
        switch (node) {
          case Node.Words words -> append(words.text(), 0);
          case Node.Print print -> print(print, here, variables);
          case Node.If choice -> {
            Object value = value(choice.test(), here, variables, choice.line());
            boolean holds = TemplateFunctions.holds(value);
            Object inside = choice.rebinds() && holds ? value : here;
            all(holds ? choice.then() : choice.otherwise(), inside, variables);
          }
          case Node.Range range -> range(range, here, variables);
        }
      }
    }

    private void print(Node.Print print, Object here, Map<String, Object[]> variables)
        throws InvalidTemplateException {
      Object value = value(print.pipeline(), here, variables, print.line());
      if (print.assignTo().isEmpty()) {
        append(TemplateFunctions.text(value), print.line());
      } else if (print.declares()) {
        variables.put(print.assignTo(), new Object[] {value});
      } else {
        Object[] box = variables.get(print.assignTo());
        if (box == null) {
          throw new InvalidTemplateException("no variable " + print.assignTo(), print.line());
        }
        box[0] = value;
      }
    }

    private void range(Node.Range range, Object here, Map<String, Object[]> variables)
        throws InvalidTemplateException {
      Object over = value(range.over(), here, variables, range.line());
      var elements = new LinkedHashMap<Object, Object>();
      switch (over) {
        case Json.Arr array -> {
          for (Json each : array.elements()) elements.put((double) elements.size(), each);
        }
        case Json.Obj object -> elements.putAll(object.members());
        default -> {}
      }
      if (elements.isEmpty()) all(range.otherwise(), here, variables);
      for (var each : elements.entrySet()) {
        step(range.line());
        var inside = new HashMap<>(variables);
        if (!range.index().isEmpty()) inside.put(range.index(), new Object[] {each.getKey()});
        if (!range.element().isEmpty()) inside.put(range.element(), new Object[] {each.getValue()});
        all(range.body(), each.getValue(), inside);
      }
    }

    private Object value(Pipeline pipeline, Object here, Map<String, Object[]> variables, int line)
        throws InvalidTemplateException {
      Object before = null;
      for (Command command : pipeline.commands()) {
        step(line);
        var operands = command.operands();
        if (operands.getFirst() instanceof Operand.Function(String name)) {
          var arguments = new ArrayList<Object>();
          for (Operand each : operands.subList(1, operands.size())) {
            arguments.add(value(each, here, variables, line));
          }
          if (before != null) arguments.add(before);
          try {
            before = functions.call(name, arguments);
          } catch (IllegalArgumentException wrong) {
            throw new InvalidTemplateException(name + ": " + wrong.getMessage(), line);
          }
        } else {
          if (before != null)
            throw new InvalidTemplateException("only functions take values", line);
          before = value(operands.getFirst(), here, variables, line);
        }
      }
      return before == null ? "" : before;
    }

    private Object value(Operand operand, Object here, Map<String, Object[]> variables, int line)
        throws InvalidTemplateException {
      return switch (operand) {
        case Operand.Constant constant -> constant.value();
        case Operand.Field field -> {
          Object from = here;
          if (field.variable().equals("$")) {
            from = root;
          } else if (!field.variable().isEmpty()) {
            Object[] box = variables.get(field.variable());
            if (box == null) {
              throw new InvalidTemplateException("no variable " + field.variable(), line);
            }
            from = box[0];
          }
          yield below(from, field.path());
        }
        case Operand.Group group ->
            below(value(group.pipeline(), here, variables, line), group.path());
        case Operand.Function(String name) -> functions.call(name, List.of());
      };
    }

    /** A field that is not there is empty. */
    private static Object below(Object from, List<String> path) {
      Object value = from;
      for (String name : path) {
        value = value instanceof Json.Obj object ? object.get(name).orElse(new Json.Nil()) : "";
      }
      return value;
    }

    private void append(String words, int line) throws InvalidTemplateException {
      step(line);
      if (text.length() + words.length() > MOST_OUTPUT) {
        throw new InvalidTemplateException("the output grows beyond 64 MiB", line);
      }
      text.append(words);
    }

    private void step(int line) throws InvalidTemplateException {
      if (++steps > MOST_STEPS)
        throw new InvalidTemplateException("it does not come to an end", line);
    }
  }
}
