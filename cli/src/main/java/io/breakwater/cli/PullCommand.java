package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseFile;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.ArtifactRepository;
import io.breakwater.oci.ProgressListener;
import io.breakwater.oci.SimpleSigning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * {@code bw db pull}: a database from a registry. With a key nothing is fetched but the manifest
 * before a signature of it was found good.
 */
final class PullCommand implements Command.Action {
  private static final int LARGEST_PAYLOAD = 64 << 10;
  private static final int MOST_SIGNATURES = 100;

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Optional<Path> keyFile = arguments.value(Opt.VERIFY_KEY).map(Path::of);
    Optional<PublicKey> key =
        keyFile.isPresent()
            ? Optional.of(SimpleSigning.publicKey(keyFile.get()))
            : Optional.empty();
    String name = arguments.positionals().getFirst();
    Path target = Databases.target(arguments, terminal);
    var options = Images.options(arguments, terminal, ProgressListener.NONE);
    try (var registry = ArtifactRepository.open(name, options)) {
      ArtifactRepository.Manifest manifest =
          registry
              .manifest(registry.version())
              .orElseThrow(
                  () -> ProblemException.of(ProblemCode.IMAGE_NOT_FOUND, name, registry.name()));
      if (key.isPresent()) verify(registry, manifest.digest(), key.get(), name);
      else if (!arguments.has(Opt.QUIET)) terminal.err().println(terminal.say(Msg.PULL_UNSIGNED));
      try {
        install(registry, Json.parseObject(manifest.bytes()), name, target, terminal);
      } catch (InvalidJsonException | InvalidDigestException malformed) {
        throw unusable(name, String.valueOf(malformed.getMessage()));
      }
    }
    return Main.OK;
  }

  private static void install(
      ArtifactRepository registry, Json.Obj manifest, String name, Path target, Terminal terminal)
      throws IOException {
    if (!manifest.text("artifactType").equals(DatabaseArtifact.TYPE)) {
      throw unusable(name, "it is no database: " + manifest.text("artifactType"));
    }
    Json.Obj said = manifest.object("annotations");
    Digest expected = Digest.parse(said.text(DatabaseArtifact.DIGEST));
    if (isThere(target, expected)) {
      terminal.line(terminal.say(Msg.PULL_UNCHANGED, target));
      return;
    }
    List<Json.Obj> layers = manifest.objects("layers");
    if (layers.size() != 1 || !layers.getFirst().text("mediaType").equals(DatabaseArtifact.LAYER)) {
      throw unusable(name, "its layer is of another kind");
    }
    var layer = DatabaseArtifact.Part.of(layers.getFirst());
    DatabaseInfo info;
    // The digest of the database is in the signed manifest: what is unpacked is what was signed.
    try (InputStream blob = registry.blob(layer.digest(), layer.size());
        InputStream database = DatabaseFile.unpack(blob)) {
      info = DatabaseFile.install(name, database, expected, target);
    }
    terminal.line(
        terminal.say(
            Msg.PULLED,
            target,
            Sizes.count(info.records()),
            Cells.clean(said.text(DatabaseArtifact.DATE))));
  }

  private static boolean isThere(Path target, Digest expected) throws IOException {
    if (!Files.exists(target)) return false;
    try (AdvisoryDatabase database = AdvisoryDatabase.open(target)) {
      if (!database.info().digest().equals(expected)) return false;
      database.verify();
      return true;
    } catch (ProblemException damaged) {
      return false;
    }
  }

  private static void verify(
      ArtifactRepository registry, Digest manifest, PublicKey key, String name) throws IOException {
    Optional<ArtifactRepository.Manifest> signatures =
        registry.manifest(SimpleSigning.tag(manifest));
    if (signatures.isEmpty()) throw refused(name, "it is not signed");
    try {
      List<Json.Obj> layers = Json.parseObject(signatures.get().bytes()).objects("layers");
      for (Json.Obj object : layers.subList(0, Math.min(layers.size(), MOST_SIGNATURES))) {
        var layer = DatabaseArtifact.Part.of(object);
        if (!layer.mediaType().equals(SimpleSigning.PAYLOAD)) continue;
        String signature = layer.annotations().getOrDefault(SimpleSigning.ANNOTATION, "");
        byte[] payload = registry.smallBlob(layer.digest(), LARGEST_PAYLOAD);
        if (SimpleSigning.verify(key, payload, signature, manifest)) return;
      }
    } catch (InvalidJsonException | InvalidDigestException malformed) {
      throw refused(name, "its signatures are malformed");
    }
    throw refused(name, "no signature of it is by this key");
  }

  private static ProblemException refused(String name, String reason) {
    return ProblemException.of(ProblemCode.SIGNATURE_REFUSED, name, reason);
  }

  private static ProblemException unusable(String name, String reason) {
    return ProblemException.of(ProblemCode.DATABASE_UNREADABLE, name, reason);
  }
}
