package io.breakwater.inspect.internal.secret;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inspect.Inspection;
import io.breakwater.inspect.TestSubject;
import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyStore;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SecretInspectionTest {
  private static final String TOKEN = new MadeUp(7).fill("ghp_{crc}");
  private static final String LINE = "first\nGITHUB_TOKEN=" + TOKEN + "\n";

  private final Inspection inspection = new Inspection(Set.of(Check.Area.SECRET));

  @Test
  void findsATokenInWhateverItIsPackedIn() throws Exception {
    assertFound("app/.env", bytes(LINE), "/app/.env:2");
    assertFound("app/wide.ps1", ("\ufeff" + LINE).getBytes(UTF_16LE), "/app/wide.ps1:2");
    assertFound("a.jar", zip("conf/x.properties", bytes(LINE)), "/a.jar!/conf/x.properties:2");
    assertFound("b.zip", zip("a.jar", zip("x.env", bytes(LINE))), "/b.zip!/a.jar!/x.env:2");
    assertFound("c.log.gz", gzip(bytes(LINE)), "/c.log.gz!/c.log:2");
    assertFound("d.tar", tar("etc/x", bytes(LINE)), "/d.tar!/etc/x:2");
    assertFound("e.tgz", gzip(tar("etc/x", bytes(LINE))), "/e.tgz!/etc/x:2");
    assertFound("bin/tool", bytes("\u007fELF\0\0\0" + LINE + "\0\0"), "/bin/tool:2");
    String secret = Base64.getEncoder().encodeToString(bytes(TOKEN));
    assertFound("s.yaml", bytes("kind: Secret\ndata:\n  t: " + secret + "\n"), "/s.yaml:3");
  }

  @Test
  void obeysCommentsThatAllowASecret() throws IOException {
    assertThat(inspect("a", bytes("t = " + TOKEN + " # gitleaks:allow\n"))).isEmpty();
    assertThat(inspect("a", bytes("t = " + TOKEN + " # breakwater:allow\n"))).isEmpty();
  }

  @Test
  void tellsASecretOnceInAFileHoweverOftenItStandsThere() throws IOException {
    assertThat(inspect("a", bytes(LINE.repeat(5)))).hasSize(1);
  }

  @Test
  void opensKeyStoresWithPasswordsThatEverybodyKnows() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var key = new javax.crypto.spec.SecretKeySpec(new byte[32], "AES");
    store.setKeyEntry("k", key, "changeit".toCharArray(), null);
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, "changeit".toCharArray());

    assertThat(inspect("app/k.p12", bytes.toByteArray()))
        .extracting(Finding.OfCheck::id)
        .containsExactly("keystore-known-password");
  }

  @Test
  void looksIntoTheConfigurationOfAnImage() throws IOException {
    String document =
        "{\"config\":{\"Env\":[\"PATH=/bin\",\"DB_PASSWORD=Kq9xW27pLsZ4\"],\"Labels\":{\"key\":\""
            + TOKEN
            + "\"}},\"history\":[{\"created_by\":\"RUN |1 NPM_TOKEN="
            + new MadeUp(3).fill("npm_{crc}")
            + " /bin/sh -c npm ci\"}]}";
    var subject =
        new TestSubject(0).configured(Json.parseObject(bytes(document)), ImageInfo.Settings.NONE);

    assertThat(inspection.judge(subject, List.of()).findings())
        .extracting(f -> f.part() + " " + f.id())
        .containsExactlyInAnyOrder(
            "Env DB_PASSWORD generic-password", "Label key github-token", "history 1 npm-token");
  }

  @Test
  void survivesWhateverIsBroken() throws IOException {
    long seed = 20261122;
    var random = new Random(seed);
    byte[] sound = zip("x.env", bytes(LINE + "-----BEGIN PRIVATE KEY-----\nkind: Secret\neyJ"));
    for (int round = 0; round < 500; round++) {
      byte[] broken = round % 2 == 0 ? sound.clone() : bytes(LINE + "password=\"sk-=https://a:");
      for (int i = random.nextInt(1, 9); i > 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      assertThat(inspect("a.jar", broken)).as("seed %d, round %d", seed, round).isNotNull();
    }
  }

  private void assertFound(String path, byte[] content, String where) throws IOException {
    List<Finding.OfCheck> findings = inspect(path, content);
    assertThat(findings)
        .as(path)
        .extracting(f -> f.id() + " " + f.location().path() + ":" + f.location().line())
        .containsExactly("github-token " + where);
    assertThat(findings.getFirst().evidence()).doesNotContain(TOKEN.substring(8, 16));
  }

  private List<Finding.OfCheck> inspect(String path, byte[] content) throws IOException {
    return inspection.file(path, Content.of(content), LocalDate.of(2026, 11, 22)).findings();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String name, byte[] content) {
    byte[] tar = new byte[1_024 + (content.length + 511) / 512 * 512];
    put(tar, 0, name);
    put(tar, 100, "0000644\0");
    put(tar, 124, "%011o\0".formatted(content.length));
    put(tar, 156, "0");
    put(tar, 257, "ustar\00000");
    int sum = 8 * ' ';
    for (int i = 0; i < 512; i++) sum += tar[i] & 0xff;
    put(tar, 148, "%06o\0 ".formatted(sum));
    System.arraycopy(content, 0, tar, 512, content.length);
    return tar;
  }

  private static void put(byte[] tar, int at, String text) {
    byte[] bytes = bytes(text);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }
}
