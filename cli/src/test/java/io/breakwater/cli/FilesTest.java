package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bw files} from its arguments to its output. */
class FilesTest {
  private static final String STATUS =
      "Package: coreutils\nStatus: install ok installed\nArchitecture: amd64\nVersion: 9.1-1\n\n";

  @TempDir Path folder;
  private String image = "";

  @BeforeEach
  void anImage() throws Exception {
    TestImage made =
        new TestImage()
            .layer(
                "ADD rootfs.tar /",
                f ->
                    f.file("var/lib/dpkg/status", 0644, STATUS)
                        .file("var/lib/dpkg/info/coreutils.list", 0644, "/bin/su\n/bin/ls\n")
                        .file("usr/bin/su", 04755, "\u007fELF su")
                        .file("bin/ls", 0755, "\u007fELF ls"))
            .layer(
                "COPY run /app/",
                f -> f.file("app/run\u001b[2J", 0755, "#!/bin/sh\n").file("app/x", 06711, "?"));
    image = "docker-archive:" + made.save(folder.resolve("image.tar"));
  }

  @Test
  void theTableIsWhatItShouldBe() throws Exception {
    Run run = Run.bw("files", "--no-cache", image);
    assertThat(run.code()).as(run.err()).isZero();
    Golden.check("files.txt", run.out());
  }

  @Test
  void theDocumentIsWhatItShouldBe() throws Exception {
    Run run = Run.bw("files", "--no-cache", "--digests", "--format", "json", image);
    Golden.check("files.json", run.out().replace(image, "docker-archive:image.tar"));
  }

  @Test
  void whatBelongsToNoPackageIsAQuery() {
    assertThat(Run.bw("files", "--no-cache", "--unowned", image).out())
        .contains("/app/run", "/app/x")
        .doesNotContain("/bin/ls", "/usr/bin/su");
  }

  @Test
  void soIsWhatRunsWithMoreRights() {
    assertThat(Run.bw("files", "--no-cache", "--setuid", image).out())
        .contains("/usr/bin/su", "/app/x")
        .doesNotContain("/bin/ls", "/app/run");
    assertThat(Run.bw("files", "--no-cache", "--setuid", "dir:" + folder).out())
        .contains("No such file");
  }
}
