package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How ./bw and ./verify find a JDK. */
class FindJdkTest {
  private static final Path SCRIPT = Processes.MODULE.resolve("../tools/find-jdk.sh").normalize();

  @TempDir Path folder;

  @BeforeEach
  void needsBash() {
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/bin/bash")));
  }

  @Test
  void javaHomeIsTakenWhenItIsNewEnough() throws Exception {
    Path jdk = fakeJdk("mine", "27.0.1");
    assertThat(found(jdk.toString(), "/usr/bin:/bin").out().strip()).isEqualTo(jdk.toString());
  }

  @Test
  void anOlderJavaHomeIsPassedOver() throws Exception {
    Path old = fakeJdk("old", "17.0.15");
    Path young = fakeJdk("young", "25.0.3");
    Run run = found(old.toString(), young.resolve("bin") + ":/usr/bin:/bin");
    assertThat(run.out().strip()).isEqualTo(young.toRealPath().toString());
  }

  @Test
  void aFolderWithoutACompilerIsNoJdk() throws Exception {
    Path runtime = fakeJdk("jre", "25");
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(found(runtime.toString(), "/usr/bin:/bin").out()).doesNotContain(runtime.toString());
  }

  @Test
  void aJdkInTheUsersOwnFoldersIsFound() throws Exception {
    Run none = found("", "/usr/bin:/bin");
    Path own = fakeJdk(".sdkman/candidates/java/25-tem", "25");
    String elsewhere = none.out().strip();
    if (elsewhere.isEmpty()) {
      assertThat(none.code()).isNotZero();
      assertThat(none.err()).contains("needs a JDK of version 25").contains("Install one");
      assertThat(found("", "/usr/bin:/bin").out().strip()).isEqualTo(own.toString());
    } else {
      assertThat(Path.of(elsewhere, "bin", "javac")).exists();
    }
  }

  private Path fakeJdk(String name, String version) throws Exception {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Path javac = Files.writeString(home.resolve("bin/javac"), "#!/bin/sh\n");
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Run found(String javaHome, String path) throws Exception {
    return Processes.run(
        List.of("/bin/bash", "-c", ". '" + SCRIPT + "'; find_jdk && echo \"$JAVA_HOME\""),
        Map.of("JAVA_HOME", javaHome, "PATH", path, "HOME", folder.toString()));
  }
}
