package io.breakwater.cli;

import io.breakwater.inventory.sbom.SbomDiff;
import io.breakwater.inventory.sbom.SbomFormat;
import io.breakwater.model.json.JsonOut;
import io.breakwater.oci.Attachment;
import java.io.IOException;
import java.util.List;

/** {@code bw sbom}. */
final class SbomCommands {
  private static final List<String> FORMATS = List.of("cyclonedx", "spdx");

  private SbomCommands() {}

  private static SbomFormat format(Arguments arguments, Opt option) {
    return SbomFormat.parse(arguments.oneOf(option, "cyclonedx", FORMATS)).orElseThrow();
  }

  /** {@code bw sbom IMAGE}. */
  static final class Write implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      SbomFormat format = format(arguments, Opt.SBOM_FORMAT);
      var subject = Subjects.take(arguments, terminal, arguments.positionals().getFirst());
      SbomOutput.write(subject.sbom(), format, arguments, terminal);
      return Main.OK;
    }
  }

  /** {@code bw sbom convert}. */
  static final class Convert implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      SbomFormat format = format(arguments, Opt.SBOM_TO);
      var sbom = SbomFiles.read(arguments.positionals().getFirst(), arguments, terminal);
      SbomOutput.write(sbom, format, arguments, terminal);
      for (String defect : sbom.defects()) {
        if (!arguments.has(Opt.QUIET)) terminal.err().println("bw: " + Cells.clean(defect));
      }
      return Main.OK;
    }
  }

  /** {@code bw sbom attached IMAGE}. */
  static final class ListAttached implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      String image = arguments.positionals().getFirst();
      List<Attachment> all = Attached.list(arguments, terminal, image);
      var out = terminal.out();
      if (all.isEmpty()) out.println(terminal.say(Msg.NOTHING_ATTACHED));
      for (Attachment each : all) {
        String told =
            Attached.sbom(each)
                .map(s -> s.format() + ", " + terminal.say(Msg.SBOM_LISTS, s.components().size()))
                .orElseGet(() -> terminal.say(Msg.NO_SBOM));
        out.println(
            each.digest()
                + "  "
                + each.kind()
                + "  "
                + Cells.clean(each.type())
                + "  "
                + Sizes.format(each.size())
                + "  "
                + Cells.clean(told));
      }
      return Main.OK;
    }
  }

  /** {@code bw sbom diff}. */
  static final class Diff implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      String form = arguments.oneOf(Opt.DIFF_FORMAT, "table", List.of("table", "json"));
      String first = arguments.positionals().getFirst();
      SbomDiff diff =
          SbomDiff.of(
              side(arguments, terminal, first).inventory().components(),
              side(arguments, terminal, second(arguments, first)).inventory().components());
      if (form.equals("json")) json(diff, terminal);
      else table(diff, terminal);
      return diff.isEmpty() ? Main.OK : Main.REFUSED;
    }

    private static String second(Arguments arguments, String first) {
      if (arguments.positionals().size() > 1) return arguments.positionals().get(1);
      if (arguments.has(Opt.ATTACHED)) return "attached:" + first;
      throw new UsageException(arguments.path(), Msg.MISSING, "B");
    }

    private static Subjects.Subject side(Arguments arguments, Terminal terminal, String reference)
        throws IOException {
      return SbomFiles.isOne(reference)
          ? SbomFiles.subject(reference, arguments, terminal)
          : Subjects.take(arguments, terminal, reference);
    }

    private static void json(SbomDiff diff, Terminal terminal) throws IOException {
      try (JsonOut json = JsonOut.to(terminal.out())) {
        json.object(
            () -> {
              json.number("same", diff.same());
              json.array(
                  "differences",
                  diff.rows(),
                  row -> {
                    json.text("kind", row.kind().id());
                    json.text("type", row.type());
                    json.text("name", row.name());
                    json.texts("first", row.first());
                    json.texts("second", row.second());
                  });
            });
      }
    }

    private static void table(SbomDiff diff, Terminal terminal) {
      var out = terminal.out();
      if (diff.isEmpty()) {
        out.println(terminal.say(Msg.DIFF_SAME, Sizes.count(diff.same())));
        return;
      }
      int type = 4;
      int name = 4;
      for (SbomDiff.Row row : diff.rows()) {
        type = Math.max(type, Cells.width(row.type()));
        name = Math.max(name, Math.min(50, Cells.width(Cells.clean(row.name()))));
      }
      for (SbomDiff.Row row : diff.rows()) {
        out.println(
            (sign(row.kind(), terminal)
                    + " "
                    + Cells.left(row.type(), type)
                    + "  "
                    + Cells.left(Cells.clean(row.name()), name)
                    + "  "
                    + Cells.clean(versions(row)))
                .stripTrailing());
      }
      out.println();
      out.println(
          terminal.say(
              Msg.DIFF_COUNTS,
              Sizes.count(diff.count(SbomDiff.Kind.ONLY_FIRST)),
              Sizes.count(diff.count(SbomDiff.Kind.ONLY_SECOND)),
              Sizes.count(diff.count(SbomDiff.Kind.OTHER_VERSION)),
              Sizes.count(diff.same())));
    }

    private static String sign(SbomDiff.Kind kind, Terminal terminal) {
      return switch (kind) {
        case ONLY_FIRST -> terminal.paint(Ink.STRONG, "-");
        case ONLY_SECOND -> terminal.paint(Ink.STRONG, "+");
        case OTHER_VERSION -> terminal.paint(Ink.STRONG, "~");
      };
    }

    private static String versions(SbomDiff.Row row) {
      String first = String.join(", ", row.first());
      String second = String.join(", ", row.second());
      return switch (row.kind()) {
        case ONLY_FIRST -> first;
        case ONLY_SECOND -> second;
        case OTHER_VERSION -> first + " → " + second;
      };
    }
  }
}
