package io.breakwater.inspect.internal.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.KeywordHits;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Any bytes are read or refused with an IOException; what is told lies within the file. */
class ExposureFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void elf(byte[] data) {
    try {
      Elf.read(Content.of(data)).ifPresent(elf -> assertThat(elf.lacks()).isNotNull());
    } catch (IOException refused) {
      assertThat(refused).isNotNull();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void certificates(byte[] data) throws IOException {
    if (data.length == 0) return;
    var entry = new FileEntry("a.pem", EntryType.FILE, data.length, 0644, 0, 0, "");
    var file = new InspectedFile(entry, Content.of(data), KeywordHits.NONE);
    var seen = new ArrayList<Sighting>();
    if (data.length < 200_000) new CertificateFiles().inspect(file, seen::add);
    for (Sighting each : seen) {
      assertThat(CertificateFact.of(each.part(), each.evidence())).isPresent();
    }
  }

  @FuzzTest(maxDuration = "60s")
  void sudoers(byte[] data) {
    var seen = new ArrayList<Sighting>();
    String text = new String(data, StandardCharsets.UTF_8);
    Sudoers.read("etc/sudoers", text, seen::add);
    lines(text, seen);
  }

  @FuzzTest(maxDuration = "60s")
  void shadow(byte[] data) {
    var seen = new ArrayList<Sighting>();
    String text = new String(data, StandardCharsets.UTF_8);
    Accounts.read(Place.SHADOW, "etc/shadow", text, seen::add);
    Accounts.read(Place.PASSWD, "etc/passwd", text, seen::add);
    lines(text, seen);
  }

  @FuzzTest(maxDuration = "60s")
  void settings(byte[] data) {
    var seen = new ArrayList<Sighting>();
    String text = new String(data, StandardCharsets.UTF_8);
    Settings.sshd("etc/ssh/sshd_config", text, seen::add);
    Settings.profile("etc/profile", text, seen::add);
    Settings.packageIndex("etc/pip.conf", text, seen::add);
    Settings.job(StartChecks.CRON, "etc/crontab", text, seen::add);
    Settings.authorizedKeys("root/.ssh/authorized_keys", text, seen::add);
    Settings.preloadFile("etc/ld.so.preload", text, seen::add);
    lines(text, seen);
  }

  private static void lines(String text, List<Sighting> seen) {
    long most = text.chars().filter(c -> c == '\n').count() + 1;
    assertThat(seen).allSatisfy(s -> assertThat((long) s.line()).isBetween(1L, most));
  }
}
