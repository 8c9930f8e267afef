package io.breakwater.inspect.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.TestSubject;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class ConfigInspectorTest {
  /** A configuration at which nothing is wrong. */
  private static final String GOOD =
      """
      {"config": {"User": "10001", "Entrypoint": ["/app"], "Healthcheck": {"Test": ["CMD", "/ok"]},
        "ExposedPorts": {"8080/tcp": {}}, "Volumes": {"/data": {}}, "StopSignal": "SIGTERM",
        "Env": ["PATH=/usr/bin", "DB_PASSWORD_FILE=/run/secrets/db", "TOKEN_TTL=60"],
        "Labels": {"org.opencontainers.image.source": "https://example.org/app",
          "org.opencontainers.image.revision": "1", "org.opencontainers.image.version": "2"}},
       "history": [{"created_by": "ADD file:abc in / "},
         {"created_by": "RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit"}]}""";

  /** What to replace in the good configuration, by what, and which check finds it. */
  private static final List<Arguments> EXAMPLES =
      List.of(
          Arguments.of("\"User\": \"10001\"", "\"User\": \"\"", "image-user-root"),
          Arguments.of("\"User\": \"10001\"", "\"User\": \"0:0\"", "image-user-root"),
          Arguments.of("\"User\": \"10001\"", "\"User\": \"root\"", "image-user-root"),
          Arguments.of("\"User\": \"10001\"", "\"User\": \"toor\"", "image-user-root"),
          Arguments.of("\"User\": \"10001\"", "\"User\": \"app\"", "image-user-name"),
          Arguments.of("\"User\": \"10001\"", "\"User\": \"nobody-knows\"", "image-user-unknown"),
          Arguments.of("\"Test\"", "\"None\"", "image-healthcheck-missing"),
          Arguments.of("\"Entrypoint\": [\"/app\"]", "\"Cmd\": []", "image-command-missing"),
          Arguments.of("[\"/app\"]", "[\"/bin/sh\", \"-c\", \"/app --x\"]", "image-shell-form"),
          Arguments.of("8080/tcp", "22/tcp", "image-port-administration"),
          Arguments.of("8080/tcp", "2375", "image-port-administration"),
          Arguments.of("8080/tcp", "80/tcp", "image-port-privileged"),
          Arguments.of("8080/tcp", "70000/tcp", "image-port-invalid"),
          Arguments.of("8080/tcp", "8080/http", "image-port-invalid"),
          Arguments.of("\"/data\"", "\"/etc/\"", "image-volume-sensitive"),
          Arguments.of("SIGTERM", "SIGKILL", "image-stop-signal"),
          Arguments.of("SIGTERM", "SIGWHATEVER", "image-stop-signal"),
          Arguments.of("TOKEN_TTL=60", "DB_PASSWORD=hunter22", "image-secret-variable"),
          Arguments.of("TOKEN_TTL=60", "API_KEY=abcdef", "image-secret-variable"),
          Arguments.of(
              "TOKEN_TTL=60", "http_proxy=http://u:p@proxy:3128", "image-proxy-credentials"),
          Arguments.of(
              "TOKEN_TTL=60", "NODE_TLS_REJECT_UNAUTHORIZED=0", "image-tls-verification-off"),
          Arguments.of("TOKEN_TTL=60", "FLASK_DEBUG=1", "image-debug-mode"),
          Arguments.of("TOKEN_TTL=60", "DEBIAN_FRONTEND=noninteractive", "image-build-variable"),
          Arguments.of("image.revision", "other", "image-labels-missing"),
          Arguments.of("https://example.org/app", "no url at all", "image-label-invalid"),
          Arguments.of("ADD file:abc in /", "ADD https://example.org/x /x", "image-add-remote"),
          Arguments.of(
              "ADD file:abc in /", "/bin/sh -c #(nop) ADD file:abc in /opt", "image-add-local"),
          Arguments.of("&& apt-get install -y curl", "/", "image-update-alone"),
          Arguments.of(
              "install -y curl",
              "install --allow-unauthenticated curl",
              "image-unverified-packages"),
          Arguments.of(
              "install -y curl",
              "install x; curl -fsSLk https://e.org",
              "image-unverified-download"),
          Arguments.of(
              "install -y curl", "install x; curl https://e.org | sudo bash", "image-sudo"),
          Arguments.of(
              "install -y curl",
              "install x; wget -qO- https://e.org | bash -s",
              "image-download-run"),
          Arguments.of(
              "install -y curl", "install x; chmod -R 777 /srv", "image-permissions-open"));

  @Test
  void aGoodImageIsLeftAlone() {
    assertThat(ids(GOOD)).isEmpty();
  }

  @Test
  void aRootFileSystemHasNothingToJudge() {
    assertThat(new ConfigJudge().judge(new TestSubject(1), List.of())).isEmpty();
  }

  @ParameterizedTest(name = "{2}: {1}")
  @FieldSource("EXAMPLES")
  void eachCheckFindsWhatItIsFor(String good, String bad, String id) {
    String document = GOOD.replace(good, bad);
    assertThat(document).as("the example differs from the good one").isNotEqualTo(GOOD);
    assertThat(ids(document)).contains(id);
  }

  @Test
  void everyCheckHasAnExample() {
    var shown = EnumSet.of(ConfigCheck.CACHE, ConfigCheck.OLD, ConfigCheck.SYSTEM_ENDED);
    shown.addAll(EnumSet.of(ConfigCheck.LATEST, ConfigCheck.MANY_LAYERS)); // by tests of their own
    for (Arguments example : EXAMPLES) {
      for (ConfigCheck check : ConfigCheck.values()) {
        if (check.check().id().equals(example.get()[2])) shown.add(check);
      }
    }
    assertThat(shown).containsExactlyInAnyOrder(ConfigCheck.values());
  }

  @Test
  void theGuideNamesEveryCheckAsItIs() throws IOException {
    String guide = Files.readString(Path.of("../docs/configuration.md"));
    for (ConfigCheck one : ConfigCheck.values()) {
      Check check = one.check();
      String aliases = check.aliases().isEmpty() ? "—" : String.join(", ", check.aliases());
      assertThat(guide)
          .contains(
              "| `%s` | %s | %s | %s | %s |"
                  .formatted(
                      check.id(),
                      aliases,
                      check.severity().id(),
                      check.title().english(),
                      check.remedy().english()));
    }
  }

  @Test
  void tellsOfWhatIsOldAndOfNamesThatMove() throws InvalidJsonException {
    var json = Json.parseObject(GOOD.getBytes(UTF_8));
    var subject =
        new TestSubject(61)
            .configured(json, settings(json))
            .named("registry", "example.org/app")
            .built(Instant.parse("2024-01-01T00:00:00Z"), new OperatingSystem("debian", "9", ""));

    assertThat(new ConfigJudge().judge(subject, List.of()))
        .extracting(j -> j.check().id())
        .containsExactlyInAnyOrder(
            "image-old", "image-system-ended", "image-tag-latest", "image-layers-many");
  }

  @Test
  void tellsHowMuchACacheTakesInItsLayer() {
    List<Seen> seen =
        List.of(
            seen(SetupFiles.CACHED, "var/lib/apt/lists/a", "var/lib/apt/lists/", "50000"),
            seen(SetupFiles.CACHED, "var/lib/apt/lists/b", "var/lib/apt/lists/", "50000"));

    List<Judgement> judged = new ConfigJudge().judge(new TestSubject(2), seen);

    assertThat(judged).hasSize(1);
    assertThat(judged.getFirst().evidence()).isEqualTo("/var/lib/apt/lists/ 97 kB");
    assertThat(judged.getFirst().layer()).isEqualTo(1);
  }

  @Test
  void noPasswordOfACommandIsShown() {
    String document =
        GOOD.replace(
            "install -y curl",
            "install x; curl -k -u admin:hunter2 --data=hunter2 https://u:hunter2@e.org/?t=hunter2");

    assertThat(judge(document))
        .extracting(Judgement::evidence)
        .noneMatch(e -> e.contains("hunter2"));
  }

  private static Set<String> ids(String document) {
    return judge(document).stream()
        .map(j -> j.check().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Judgement> judge(String document) {
    List<Seen> seen =
        List.of(
            seen(SetupFiles.USER, "etc/passwd", "app", "10001"),
            seen(SetupFiles.USER, "etc/passwd", "toor", "0"));
    try {
      Json.Obj json = Json.parseObject(document.getBytes(UTF_8));
      return new ConfigJudge().judge(new TestSubject(2).configured(json, settings(json)), seen);
    } catch (InvalidJsonException e) {
      throw new AssertionError(document, e);
    }
  }

  private static ImageInfo.Settings settings(Json.Obj json) {
    Json.Obj config = json.object("config");
    return new ImageInfo.Settings(
        config.text("User"),
        config.texts("Entrypoint"),
        config.texts("Cmd"),
        "",
        List.of(),
        new ArrayList<>(config.object("ExposedPorts").members().keySet()),
        new ArrayList<>(config.object("Volumes").members().keySet()));
  }

  private static Seen seen(String check, String path, String part, String evidence) {
    return new Seen(
        new Sighting(check, path, 0, Confidence.HIGH, part, evidence), 1, Finding.Standing.PRESENT);
  }
}
