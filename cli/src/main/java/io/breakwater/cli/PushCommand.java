package io.breakwater.cli;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.DatabaseFile;
import io.breakwater.advisory.DatabaseFormat;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.json.Json;
import io.breakwater.oci.ArtifactRepository;
import io.breakwater.oci.ProgressListener;
import io.breakwater.oci.SimpleSigning;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code bw db push}: a database as an artifact in a registry. */
final class PushCommand implements Command.Action {
  private static final int LARGEST_CONFIG = 1 << 20;

  @Override
  public int run(Arguments arguments, Terminal terminal) throws IOException {
    Optional<Path> keyFile = arguments.value(Opt.SIGN_KEY).map(Path::of);
    Optional<PrivateKey> key =
        keyFile.isPresent()
            ? Optional.of(SimpleSigning.privateKey(keyFile.get()))
            : Optional.empty();
    Path source = Databases.target(arguments, terminal);
    DatabaseInfo info;
    try (AdvisoryDatabase database = AdvisoryDatabase.open(source)) {
      database.verify();
      info = database.info();
    }
    var options = Images.options(arguments, terminal, ProgressListener.NONE);
    try (var registry = ArtifactRepository.open(arguments.positionals().getFirst(), options)) {
      Digest manifest = push(registry, source, info);
      terminal.line(terminal.say(Msg.PUSHED, registry.name(), manifest));
      if (key.isPresent()) {
        sign(registry, manifest, key.get());
        terminal.line(terminal.say(Msg.PUSHED_SIGNED, SimpleSigning.tag(manifest)));
      }
    }
    return Main.OK;
  }

  private static Digest push(ArtifactRepository registry, Path source, DatabaseInfo info)
      throws IOException {
    Path packed = Files.createTempFile("bw-push-", ".zst");
    try {
      MessageDigest sha256 = DatabaseArtifact.sha256();
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(packed), sha256)) {
        DatabaseFile.pack(source, out);
      }
      Digest layer = Digest.sha256(sha256.digest());
      registry.push(layer, packed);
      registry.push(DatabaseArtifact.sha256(DatabaseArtifact.EMPTY), DatabaseArtifact.EMPTY);
      var annotations = new TreeMap<String, String>();
      annotations.put(DatabaseArtifact.DIGEST, info.digest().toString());
      annotations.put(DatabaseArtifact.FORMAT, Integer.toString(DatabaseFormat.VERSION));
      annotations.put(DatabaseArtifact.RECORDS, Long.toString(info.records()));
      info.date(LocalDate.now(ZoneOffset.UTC))
          .ifPresent(date -> annotations.put(DatabaseArtifact.DATE, date.toString()));
      byte[] manifest =
          DatabaseArtifact.manifest(
              new DatabaseArtifact.Part(
                  DatabaseArtifact.LAYER, layer, Files.size(packed), Map.of()),
              annotations);
      registry.pushManifest(registry.version(), DatabaseArtifact.MANIFEST, manifest);
      return DatabaseArtifact.sha256(manifest);
    } finally {
      Files.deleteIfExists(packed);
    }
  }

  /** Adds a signature to those that are there. */
  private static void sign(ArtifactRepository registry, Digest manifest, PrivateKey key)
      throws IOException {
    byte[] payload = SimpleSigning.payload(registry.name(), manifest);
    Digest digest = DatabaseArtifact.sha256(payload);
    registry.push(digest, payload);
    String tag = SimpleSigning.tag(manifest);
    var layers = new ArrayList<DatabaseArtifact.Part>();
    Optional<ArtifactRepository.Manifest> there = registry.manifest(tag);
    if (there.isPresent()) {
      for (Json.Obj layer : Json.parseObject(there.get().bytes()).objects("layers")) {
        layers.add(DatabaseArtifact.Part.of(layer));
      }
    }
    layers.add(
        new DatabaseArtifact.Part(
            SimpleSigning.PAYLOAD,
            digest,
            payload.length,
            Map.of(SimpleSigning.ANNOTATION, SimpleSigning.sign(key, payload))));
    byte[] config = config(layers);
    if (config.length > LARGEST_CONFIG) throw new IOException("too many signatures");
    registry.push(DatabaseArtifact.sha256(config), config);
    registry.pushManifest(
        tag, DatabaseArtifact.MANIFEST, DatabaseArtifact.signatures(config, layers));
  }

  /** The configuration of an image whose layers are the signed texts: cosign reads it so. */
  private static byte[] config(List<DatabaseArtifact.Part> layers) {
    var digests = new ArrayList<String>();
    for (DatabaseArtifact.Part layer : layers) digests.add("\"" + layer.digest() + "\"");
    String text =
        "{\"architecture\":\"\",\"os\":\"\",\"config\":{},\"rootfs\":{\"type\":\"layers\","
            + "\"diff_ids\":["
            + String.join(",", digests)
            + "]}}";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
