package io.breakwater.oci;

import io.breakwater.model.Language;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.internal.archive.FolderFiles;
import io.breakwater.oci.internal.containerd.ContainerdNames;
import io.breakwater.oci.internal.containerd.ContainerdNames.NamedImage;
import io.breakwater.oci.internal.containerd.ContainerdRoots;
import io.breakwater.oci.internal.settings.RegistrySettings;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code containerd:[[ROOT]]NAME}: an image in containerd's content store, read where it lies.
 * Names are looked up in its database, first in the namespace of {@code CONTAINERD_NAMESPACE}, then
 * in {@code default}, {@code k8s.io} and {@code moby}, then in all others. Nothing is told of
 * images whose layers containerd was set up to throw away after it unpacked them.
 */
final class ContainerdSource implements ImageSource {
  private static final String CONTENT = "io.containerd.content.v1.content";
  private static final String DATABASE = "io.containerd.metadata.v1.bolt/meta.db";

  @Override
  public String scheme() {
    return "containerd";
  }

  @Override
  public boolean takesBareNames() {
    return true;
  }

  @Override
  public Optional<Image> open(String rest, OpenOptions options) throws IOException {
    var surroundings = Surroundings.of(options.environment());
    int close = rest.startsWith("[") ? rest.indexOf(']') : -1;
    List<Path> roots =
        close > 0 ? List.of(Path.of(rest.substring(1, close))) : ContainerdRoots.of(surroundings);
    String name = rest.substring(close + 1);
    var names = LocalNames.of(name, new RegistrySettings(surroundings).places(name));
    for (Path root : roots) {
      if (!Files.isReadable(root.resolve(DATABASE))) continue;
      Optional<Candidate> found = find(root, names, rest, surroundings);
      if (found.isPresent()) return Optional.of(open(root, found.get().image(), rest, options));
    }
    return Optional.empty();
  }

  private static Optional<Candidate> find(
      Path root, LocalNames names, String subject, Surroundings surroundings)
      throws ProblemException {
    try {
      String own = surroundings.variable("CONTAINERD_NAMESPACE");
      for (List<NamedImage> namespace : ContainerdNames.read(root.resolve(DATABASE), own)) {
        Optional<Candidate> found = names.choose(namespace.stream().map(Candidate::new).toList());
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw unreadable(root, subject, ToldStream.reason(failure), failure);
    }
  }

  private static Image open(Path root, NamedImage image, String subject, OpenOptions options)
      throws IOException {
    var layout = new OciLayout(new FolderFiles(root.resolve(CONTENT), subject));
    try {
      return new PlacedImage(layout.open("@" + image.target(), options), "containerd");
    } catch (ProblemException problem) {
      if (problem.problem().code() != ProblemCode.ARCHIVE_MALFORMED) throw problem;
      throw unreadable(root, subject, problem.problem().cause(Language.ENGLISH), problem);
    }
  }

  private static ProblemException unreadable(
      Path root, String subject, String reason, IOException failure) {
    return new ProblemException(
        Problem.of(ProblemCode.STORE_UNREADABLE, subject, root.toString(), reason), failure);
  }

  private record Candidate(NamedImage image) implements LocalNames.Named {
    @Override
    public List<String> names() {
      return List.of(image.name());
    }

    @Override
    public List<String> digests() {
      return List.of(image.target());
    }

    @Override
    public String id() {
      return image.target().substring(image.target().indexOf(':') + 1);
    }
  }
}
