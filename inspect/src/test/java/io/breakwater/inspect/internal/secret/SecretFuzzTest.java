package io.breakwater.inspect.internal.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inspect.InvalidSecretConfigException;
import java.io.IOException;
import java.util.Optional;

/** Any bytes are read, or refused with the one exception that says where they are wrong. */
class SecretFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void ruleFile(byte[] data) {
    try {
      assertThat(RuleFile.read(new String(data, UTF_8))).isNotNull();
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException refused) {
      assertThat(refused).isNotNull(); // only our own resources are read by it
    }
  }

  @FuzzTest(maxDuration = "60s")
  void gitleaks(byte[] data) throws IOException {
    try {
      String text = new String(data, UTF_8);
      assertThat(UserSecrets.ofGitleaks(text, path -> Optional.of(text))).isNotNull();
    } catch (InvalidSecretConfigException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void trivy(byte[] data) {
    try {
      assertThat(UserSecrets.ofTrivy(new String(data, UTF_8))).isNotNull();
    } catch (InvalidSecretConfigException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void keyStore(byte[] data) {
    if (data.length < 64 || data.length > 100_000 || !KeyStores.isOne(data)) return;
    assertThat(KeyStores.open(data)).isNotNull();
  }

  @FuzzTest(maxDuration = "60s")
  void text(byte[] data) {
    var finder = new SecretFinder(SecretOptions.of(UserSecrets.NONE, false));
    for (Found found : finder.in(new String(data, ISO_8859_1), Place.of("app/.env"))) {
      assertThat(found.start()).isBetween(0L, found.end());
      assertThat(found.masked()).doesNotContain("\n");
    }
  }
}
