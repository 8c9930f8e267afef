package io.breakwater.oci.internal.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.model.json.InvalidJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthFileTest {
  @TempDir Path folder;

  private static String auth(String pair) {
    return "{\"auth\":\"" + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)) + "\"}";
  }

  private static String auths(String... keysAndEntries) {
    var out = new StringBuilder("{\"auths\":{");
    for (int i = 0; i < keysAndEntries.length; i += 2) {
      if (i > 0) out.append(',');
      out.append('"').append(keysAndEntries[i]).append("\":").append(keysAndEntries[i + 1]);
    }
    return out.append("}}").toString();
  }

  private static CredentialLookup find(String file, String registry, String repository)
      throws IOException {
    return AuthFile.parse("test", file.getBytes(UTF_8)).find(registry, repository);
  }

  private static CredentialLookup found(String user, String password) {
    return new CredentialLookup.Found(new Credentials.Basic(user, password));
  }

  @Test
  void theLongestPathHolds() throws Exception {
    String file =
        auths(
            "quay.io", auth("host:1"),
            "quay.io/org", auth("org:2"),
            "quay.io/org/app", auth("app:3"));
    assertThat(find(file, "quay.io", "org/app")).isEqualTo(found("app", "3"));
    assertThat(find(file, "quay.io", "org/app2")).isEqualTo(found("org", "2"));
    assertThat(find(file, "quay.io", "organ/app")).isEqualTo(found("host", "1"));
    assertThat(find(file, "quay.io.evil", "org/app")).isEqualTo(new CredentialLookup.None());
  }

  @Test
  void dockerHubHasThreeNames() throws Exception {
    for (String key :
        new String[] {
          "https://index.docker.io/v1/", "index.docker.io", "docker.io", "registry-1.docker.io"
        }) {
      assertThat(find(auths(key, auth("a:b")), "docker.io", "library/x"))
          .isEqualTo(found("a", "b"));
    }
  }

  @Test
  void oldKeysWithSchemesAndPathsMeanTheirHost() throws Exception {
    String file = auths("https://reg.example:5000/v2/", auth("a:b:c"));
    assertThat(find(file, "reg.example:5000", "x")).isEqualTo(found("a", "b:c"));
  }

  @Test
  void anIdentityTokenComesFirst() throws Exception {
    String file = auths("r.example", "{\"auth\":\"YTpi\",\"identitytoken\":\"tok\"}");
    assertThat(find(file, "r.example", "x"))
        .isEqualTo(new CredentialLookup.Found(new Credentials.IdentityToken("tok")));
  }

  @Test
  void whatIsBrokenIsToldWithoutItsContent() throws Exception {
    for (String broken : new String[] {"{\"auth\":\"$$$\"}", auth("nocolon")}) {
      assertThat(find(auths("r.example", broken), "r.example", "x"))
          .isInstanceOf(CredentialLookup.Unusable.class);
    }
    assertThat(AuthFile.parse("f", auths("r", auth("u:pass")).getBytes(UTF_8)).toString())
        .isEqualTo("AuthFile[f]");
    assertThat(found("user", "pass").toString()).doesNotContain("user").doesNotContain("pass");
  }

  @Test
  void filesAreReadInTheOrderOfPodman() throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.resolve("home").toString());
    environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
    String[] files = {
      "home/.docker/config.json", "home/.config/containers/auth.json", "run/containers/auth.json"
    };
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, auths("r.example", auth(file + ":x")));
      assertThat(lookUp(environment)).isEqualTo(found(file, "x"));
    }
    environment.put("REGISTRY_AUTH_FILE", folder.resolve("none").toString());
    assertThat(lookUp(environment)).isEqualTo(new CredentialLookup.None());
  }

  private CredentialLookup lookUp(Map<String, String> environment) {
    return new CredentialFinder(new Surroundings(environment, folder)).find("r.example", "a/b");
  }

  @Test
  void ofABrokenFileOnlyItsNameIsTold() throws Exception {
    Path file = folder.resolve("auth.json");
    Files.writeString(file, "{\"auths\":{\"r.example\":{\"auth\":\"c2VjcmV0\" oops");
    assertThat(lookUp(Map.of("REGISTRY_AUTH_FILE", file.toString())))
        .isEqualTo(new CredentialLookup.Unusable(file.toString(), "it is not JSON"));
  }

  @FuzzTest
  void everyFileIsReadOrRefused(byte[] bytes) {
    try {
      AuthFile file = AuthFile.parse("test", bytes);
      assertThat(file.find("docker.io", "library/x").toString()).isNotNull();
      assertThat(file.helperFor("docker.io").orElse("x")).isNotEmpty();
      assertThat(file.defaultHelper().orElse("x")).isNotEmpty();
    } catch (InvalidJsonException refused) {
      assertThat(refused).hasMessageContaining("not JSON");
    }
  }
}
