package io.breakwater.oci.internal.config;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageInfo.Settings;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.model.Platform;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.DefectException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The configuration of an image.
 *
 * @param platform what it runs on; {@code linux/amd64} parts where it does not tell
 * @param created when it was made; empty when it does not tell or tells nonsense
 * @param settings what it runs
 * @param diffIds the layers' identities from the lowest to the highest
 * @param baseLayers how many of the lowest layers the base image brought, where history tells
 * @param instructions as many as diffIds: what made each layer; empty texts where it is not told
 * @param labels what the image says of itself
 * @param document the whole of it, as the image tells it
 */
public record ImageConfig(
    Platform platform,
    Optional<Instant> created,
    Settings settings,
    List<Digest> diffIds,
    List<String> instructions,
    OptionalInt baseLayers,
    Map<String, String> labels,
    Json.Obj document) {
  /** The most bytes that a configuration has. */
  public static final int MAX_SIZE = 16 << 20;

  private static final int MAX_LAYERS = 4_096;

  /** Copies the lists. */
  public ImageConfig {
    diffIds = List.copyOf(diffIds);
    instructions = List.copyOf(instructions);
    labels = Map.copyOf(labels);
  }

  /**
   * Reads a configuration of OCI or Docker.
   *
   * @throws DefectException when it is no JSON object, or names its layers wrongly
   */
  public static ImageConfig parse(byte[] document) throws DefectException {
    Json.Obj json = ImageDocument.object(document);
    List<Digest> diffIds = diffIds(json.object("rootfs"));
    Platform platform =
        Platform.of(
            orElse(json.text("os"), "linux"),
            orElse(json.text("architecture"), "amd64"),
            json.text("variant"));
    return new ImageConfig(
        platform,
        instant(json.text("created")),
        settings(json.object("config")),
        diffIds,
        History.instructions(json.objects("history"), diffIds.size()),
        BaseLayers.of(json.objects("history"), diffIds.size()),
        ImageDocument.texts(json.object("config").object("Labels")),
        json);
  }

  /**
   * Refuses an image that is not for the platform that was asked for by name.
   *
   * @throws ProblemException then
   */
  public void requirePlatform(Optional<Platform> wanted, String subject) throws ProblemException {
    if (wanted.isPresent() && !PlatformChoice.suitsAtAll(platform, wanted.get())) {
      throw ProblemException.of(ProblemCode.PLATFORM_MISSING, subject, wanted.get(), platform);
    }
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static List<Digest> diffIds(Json.Obj rootfs) throws DefectException {
    List<Json> told = rootfs.array("diff_ids");
    if (told.size() > MAX_LAYERS) throw new DefectException(Reason.LIMIT, told.size() + " layers");
    var out = new ArrayList<Digest>();
    for (Json element : told) {
      out.add(Descriptor.digest(element instanceof Json.Str(String text) ? text : ""));
    }
    return out;
  }

  private static Settings settings(Json.Obj config) {
    return new Settings(
        config.text("User"),
        words(config, "Entrypoint"),
        words(config, "Cmd"),
        config.text("WorkingDir"),
        variables(config),
        List.copyOf(new TreeSet<>(config.object("ExposedPorts").members().keySet())),
        List.copyOf(new TreeSet<>(config.object("Volumes").members().keySet())));
  }

  /** Names only: values may be secrets. */
  private static List<String> variables(Json.Obj config) {
    var names = new TreeSet<String>();
    for (String variable : config.texts("Env")) {
      int equals = variable.indexOf('=');
      names.add(equals < 0 ? variable : variable.substring(0, equals));
    }
    return List.copyOf(names);
  }

  private static List<String> words(Json.Obj config, String key) {
    String single = config.text(key);
    return single.isEmpty() ? config.texts(key) : List.of(single);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
