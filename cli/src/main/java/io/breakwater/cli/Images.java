package io.breakwater.cli;

import io.breakwater.model.Platform;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;

/** How the image that a command is about is to be opened. */
final class Images {
  private Images() {}

  /** What is to be known of an image. */
  @FunctionalInterface
  interface Use<T> {
    /** Reads it. */
    T of(Image image) throws IOException;
  }

  /** Opens an image, shows progress while it is read, and closes it. */
  static <T> T use(Arguments arguments, Terminal terminal, String reference, Use<T> use)
      throws IOException {
    try (var progress = arguments.has(Opt.QUIET) ? null : new ProgressPrinter(terminal);
        Image image =
            ImageSources.open(
                reference,
                options(
                    arguments, terminal, progress == null ? ProgressListener.NONE : progress))) {
      return use.of(new MaskedImage(image));
    }
  }

  /** As the arguments say. */
  static OpenOptions options(Arguments arguments, Terminal terminal, ProgressListener progress) {
    return new OpenOptions(
        arguments.value(Opt.PLATFORM).map(p -> platform(arguments, p)),
        arguments.has(Opt.OFFLINE),
        arguments.has(Opt.INSECURE),
        arguments.value(Opt.CA_FILE).map(Path::of),
        terminal.environment(),
        Path.of(System.getProperty("java.io.tmpdir")),
        progress);
  }

  private static Platform platform(Arguments arguments, String text) {
    try {
      return Platform.parse(text);
    } catch (IllegalArgumentException notAPlatform) {
      throw arguments.bad(Opt.PLATFORM, text, Msg.A_PLATFORM);
    }
  }
}
