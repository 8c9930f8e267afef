package io.breakwater.oci.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.ImageSources;
import io.breakwater.oci.OpenOptions;
import io.breakwater.oci.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Opened images. */
public final class Opened {
  private Opened() {}

  /** Opens an image, offline. */
  public static Image image(String reference) throws IOException {
    return ImageSources.open(reference, options(temporary(), Optional.empty()));
  }

  /** Opens an image for a platform, offline. */
  public static Image image(String reference, String platform) throws IOException {
    var options = options(temporary(), Optional.of(Platform.parse(platform)));
    return ImageSources.open(reference, options);
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Options with a temporary folder. */
  public static OpenOptions options(Path temporary) {
    return options(temporary, Optional.empty());
  }

  private static OpenOptions options(Path temporary, Optional<Platform> platform) {
    return new OpenOptions(
        platform, true, false, Optional.empty(), Map.of(), temporary, ProgressListener.NONE);
  }

  /** Everything in an image: files as {@code path=content}, others as {@code TYPE path}. */
  public static List<String> read(Image image) throws IOException {
    var out = new ArrayList<String>();
    for (ImageLayer layer : image.layers()) {
      Seen seen = Seen.all();
      layer.read(seen);
      for (FileEntry entry : seen.entries) {
        out.add(
            entry.type() == EntryType.FILE
                ? entry.path() + "=" + seen.contentOf(entry.path())
                : entry.type() + " " + entry.path());
      }
      for (String note : seen.notes) out.add("! " + note);
    }
    return out;
  }

  /** Expects a problem. */
  public static void assertProblem(ProblemCode code, ThrowingCallable work) {
    assertProblem(List.of(code), work);
  }

  /** Expects one of several problems. */
  public static void assertProblem(List<ProblemCode> codes, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(codes).contains(e.problem().code()));
  }
}
