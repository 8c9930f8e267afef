package io.breakwater.cli;

import io.breakwater.inventory.base.DeclaredBases;
import io.breakwater.inventory.base.KnownImage;
import io.breakwater.model.BaseImage;
import io.breakwater.model.Digest;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.JsonOut;
import io.breakwater.oci.Image;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code bw base}: declare base images, and find out what an image was built from. */
final class BaseCommands {
  private static final List<String> FORMATS = List.of("table", "json");

  private BaseCommands() {}

  /** {@code bw base add}. */
  static final class Add implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      DeclaredBases bases = Bases.declared(arguments, terminal);
      Optional<String> name = arguments.value(Opt.NAME);
      if (arguments.positionals().isEmpty()) {
        if (name.isEmpty()) throw new UsageException(arguments.path(), Msg.MISSING, "IMAGE");
        bases.add(new KnownImage(name.get(), Optional.empty(), List.of()));
        terminal.line(terminal.say(Msg.BASE_NAMED, Cells.clean(name.get())));
        return Main.OK;
      }
      String reference = arguments.positionals().getFirst();
      KnownImage base =
          Images.use(
              arguments,
              terminal,
              reference,
              image ->
                  KnownImage.of(image, name.orElse(image.name()))
                      .orElseThrow(() -> withoutLayers(reference, terminal)));
      bases.add(base);
      terminal.line(terminal.say(Msg.BASE_ADDED, Cells.clean(base.name()), base.diffIds().size()));
      return Main.OK;
    }

    private static ProblemException withoutLayers(String reference, Terminal terminal) {
      String cause = terminal.say(Msg.ROOT_FILE_SYSTEM);
      return ProblemException.of(ProblemCode.FORMAT_UNKNOWN, reference, cause);
    }
  }

  /** {@code bw base list}. */
  static final class Show implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      List<KnownImage> bases = Bases.declared(arguments, terminal).list();
      if (arguments.oneOf(Opt.FORMAT, "table", FORMATS).equals("json")) {
        try (var json = JsonOut.to(terminal.out())) {
          json.object(
              () ->
                  json.array(
                      "bases",
                      bases,
                      base -> {
                        json.text("name", base.name());
                        json.optional("digest", base.digest());
                        json.texts(
                            "diffIds", base.diffIds().stream().map(Digest::toString).toList());
                      }));
        }
        return Main.OK;
      }
      if (bases.isEmpty()) terminal.line(terminal.say(Msg.BASE_NONE));
      for (KnownImage base : bases) {
        int count = base.diffIds().size();
        terminal.line(
            Cells.left(Cells.clean(base.name()), 40)
                + "  "
                + (count == 0
                    ? terminal.say(Msg.BASE_NAME_ONLY)
                    : Cells.left(terminal.say(Msg.BASE_COUNT, count), 10))
                + base.digest().map(d -> "  " + d).orElse(""));
      }
      return Main.OK;
    }
  }

  /** {@code bw base remove}. */
  static final class Remove implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      String name = arguments.positionals().getFirst();
      DeclaredBases bases = Bases.declared(arguments, terminal);
      if (!bases.remove(name)) {
        String known = String.join(", ", bases.list().stream().map(KnownImage::name).toList());
        String what = terminal.say(Msg.A_BASE);
        throw ProblemException.of(ProblemCode.UNKNOWN_NAME, name, what, known);
      }
      terminal.line(terminal.say(Msg.BASE_REMOVED, Cells.clean(name)));
      return Main.OK;
    }
  }

  /** {@code bw base detect}. */
  static final class Detect implements Command.Action {
    @Override
    public int run(Arguments arguments, Terminal terminal) throws IOException {
      String format = arguments.oneOf(Opt.FORMAT, "table", FORMATS);
      var cache = Caches.results(arguments, terminal);
      Found found =
          Images.use(
              arguments,
              terminal,
              arguments.positionals().getFirst(),
              image -> new Found(image, Bases.candidates(image, cache, arguments, terminal)));
      if (format.equals("json")) {
        try (var json = JsonOut.to(terminal.out())) {
          json.object(
              () -> {
                json.object("image", () -> LayersJson.image(json, found.image()));
                json.array("candidates", found.bases(), base -> candidate(json, base));
              });
        }
        return Main.OK;
      }
      if (found.bases().isEmpty()) terminal.line(terminal.say(Msg.BASE_NOT_FOUND));
      for (BaseImage base : found.bases()) lines(base, found.image().layers().size(), terminal);
      return Main.OK;
    }

    private record Found(Image image, List<BaseImage> bases) {}

    private static void candidate(JsonOut json, BaseImage base) throws IOException {
      json.text("name", base.name());
      json.optional("digest", base.digest());
      json.number("layers", base.layers());
      json.text("reason", base.reason().id());
      json.text("confidence", base.confidence().id());
    }

    private static void lines(BaseImage base, int layers, Terminal terminal) {
      String name =
          base.name().isEmpty() ? terminal.say(Msg.BASE_NO_NAME) : Cells.clean(base.name());
      terminal.line(terminal.paint(Ink.STRONG, name) + base.digest().map(d -> "  " + d).orElse(""));
      String count =
          base.layers() == 0
              ? terminal.say(Msg.BASE_LAYERS_UNKNOWN)
              : terminal.say(Msg.BASE_LAYERS, base.layers(), layers);
      terminal.line(
          "    "
              + count
              + " · "
              + terminal.say(sure(base.confidence()))
              + " · "
              + terminal.say(reason(base.reason())));
    }

    private static Msg reason(BaseImage.Reason reason) {
      return switch (reason) {
        case DECLARED -> Msg.REASON_DECLARED;
        case SCANNED -> Msg.REASON_SCANNED;
        case LABEL -> Msg.REASON_LABEL;
        case HISTORY -> Msg.REASON_HISTORY;
      };
    }

    private static Msg sure(BaseImage.Confidence confidence) {
      return switch (confidence) {
        case HIGH -> Msg.SURE_HIGH;
        case MEDIUM -> Msg.SURE_MEDIUM;
        case LOW -> Msg.SURE_LOW;
      };
    }
  }
}
