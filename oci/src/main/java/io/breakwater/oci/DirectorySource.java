package io.breakwater.oci;

import io.breakwater.model.ImageInfo;
import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.layer.DirectoryLayer;
import io.breakwater.oci.internal.layer.LayerFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code dir:ROOTFS}: an unpacked root file system. */
final class DirectorySource implements ImageSource {
  @Override
  public String scheme() {
    return "dir";
  }

  @Override
  public boolean takesBareNames() {
    return false;
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    String subject = scheme() + ":" + rest;
    Path root = Path.of(rest);
    if (!Files.isDirectory(root)) {
      throw ProblemException.of(ProblemCode.FILE_MISSING, subject);
    }
    var facts = new LayerFacts(subject, 1, 1, "", Optional.empty(), Optional.empty(), 0, "");
    return Optional.of(
        new StoredImage(
            subject,
            scheme(),
            Optional.empty(),
            Optional.empty(),
            options.platform().orElseGet(Platform::current),
            Optional.empty(),
            ImageInfo.Settings.NONE,
            OptionalInt.empty(),
            Map.of(),
            Json.Obj.EMPTY,
            List::of,
            List.of(new DirectoryLayer(facts, root, false, options)),
            List.of(),
            () -> {}));
  }
}
