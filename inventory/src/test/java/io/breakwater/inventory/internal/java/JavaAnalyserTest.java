package io.breakwater.inventory.internal.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.oci.zip.TestZip;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JavaAnalyserTest {
  private static RecordedFacts analyse(String path, byte[] bytes) throws IOException {
    return RecordedFacts.of(new JavaAnalyser(), path, bytes);
  }

  private static String pom(String group, String artifact, String version) {
    return "#Created by Maven\nversion="
        + version
        + "\r\ngroupId="
        + group
        + "\r\nartifactId="
        + artifact
        + "\r\n";
  }

  private static byte[] jar(String group, String artifact, String version) {
    return new TestZip()
        .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n")
        .with(
            "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
            pom(group, artifact, version))
        .with("A.class", "x")
        .bytes();
  }

  @Test
  void pomPropertiesSayWhatAJarIs() throws IOException {
    var facts = analyse("app/lib.jar", jar("org.example", "thing", "1.2"));
    assertThat(facts.places()).containsExactly(" pkg:maven/org.example/thing@1.2");
    var found = facts.packages.getFirst();
    assertThat(found.name()).isEqualTo("org.example:thing");
    assertThat(found.says()).isEqualTo("pom.properties says org.example:thing:1.2");
  }

  @Test
  void aShadedJarIsItselfAndAllThatIsInIt() throws IOException {
    byte[] jar =
        new TestZip()
            .with("META-INF/maven/a/own/pom.properties", pom("a", "own", "9"))
            .with("META-INF/maven/b/one/pom.properties", pom("b", "one", "1"))
            .with("META-INF/maven/c/two/pom.properties", pom("c", "two", "2"))
            .bytes();
    assertThat(analyse("own-9.jar", jar).purls())
        .containsExactly("pkg:maven/a/own@9", "pkg:maven/b/one@1", "pkg:maven/c/two@2");
  }

  @Test
  void aJarOfGradleThatShadesAnotherIsBoth() throws IOException {
    byte[] jar =
        new TestZip()
            .with("META-INF/MANIFEST.MF", "Implementation-Vendor-Id: com.example\n")
            .with("META-INF/maven/b/one/pom.properties", pom("b", "one", "1.0"))
            .bytes();
    assertThat(analyse("own-2.5.jar", jar).purls())
        .containsExactly("pkg:maven/b/one@1.0", "pkg:maven/com.example/own@2.5");
  }

  @Test
  void aRenamedJarThatShadesOneOtherIsNotThatOther() throws IOException {
    byte[] jar =
        new TestZip()
            .with(
                "META-INF/MANIFEST.MF", "Bundle-SymbolicName: com.example\nBundle-Version: 4.2.3\n")
            .with("META-INF/maven/b/one/pom.properties", pom("b", "one", "1.0"))
            .bytes();
    assertThat(analyse("usr/share/java/own.jar", jar).purls())
        .containsExactly("pkg:maven/b/one@1.0", "pkg:maven/com.example/own@4.2.3");
  }

  @Test
  void aDistributionMayRenameAJar() throws IOException {
    for (String name : new String[] {"some-thing_1.1-spec.jar", "other.jar"}) {
      assertThat(analyse(name, jar("g", "some_thing_1.1_spec", "2.0")).purls())
          .containsExactly("pkg:maven/g/some_thing_1.1_spec@2.0");
    }
  }

  @Test
  void pomXmlSpeaksWhereItsPropertiesAreMissing() throws IOException {
    String xml =
        """
        <?xml version="1.0"?>
        <!-- <groupId>no</groupId> -->
        <project>
          <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>4</version></parent>
          <artifactId>child</artifactId>
          <dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId></dependency></dependencies>
        </project>
        """;
    byte[] jar = new TestZip().with("META-INF/maven/org.example/child/pom.xml", xml).bytes();
    assertThat(analyse("child.jar", jar).purls()).containsExactly("pkg:maven/org.example/child@4");
  }

  @Test
  void aJarWithoutAPomIsNamedByItsFile() throws IOException {
    byte[] jar = new TestZip().with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n").bytes();
    assertThat(analyse("lib/spring-core-5.2.3.RELEASE.jar", jar).purls())
        .containsExactly("pkg:maven/org.springframework/spring-core@5.2.3.RELEASE");
  }

  @Test
  void aRenamedJarIsKnownByItsManifest() throws IOException {
    String manifest = "Bundle-SymbolicName: org.quartz-scheduler.quartz\nBundle-Version: 2.3.0\n";
    byte[] jar = new TestZip().with("META-INF/MANIFEST.MF", manifest).bytes();
    assertThat(analyse("library.jar", jar).purls())
        .containsExactly("pkg:maven/org.quartz-scheduler/quartz@2.3.0");
  }

  @Test
  void aManifestsLongLinesAreJoined() throws IOException {
    String manifest = "Implementation-Ver\r\n sion: 1\r\nImplementation-Version: 1.2\r\n .3\r\n";
    byte[] jar = new TestZip().with("META-INF/MANIFEST.MF", manifest).bytes();
    assertThat(analyse("thing.jar", jar).packages.getFirst().version()).isEqualTo("1.2.3");
  }

  @Test
  void theClassesOfAnUnknownJarPointAtItsGroup() throws IOException {
    byte[] jar =
        new TestZip()
            .with("com/example/zeta/A.class", "x")
            .with("com/example/zeta/b/C.class", "x")
            .with("META-INF/versions/9/module-info.class", "x")
            .bytes();
    assertThat(analyse("zeta-1.0.jar", jar).purls())
        .containsExactly("pkg:maven/com.example.zeta/zeta@1.0");
  }

  @Test
  void aLibraryWithoutPapersIsKnownByItsClassesWhereverTheyWereMoved() throws IOException {
    byte[] jar =
        new TestZip()
            .with("META-INF/maven/a/app/pom.properties", pom("a", "app", "1"))
            .with("org/apache/logging/log4j/core/lookup/JndiLookup.class", "x")
            .with("org/apache/logging/log4j/core/LoggerContext.class", "x")
            .with("a/shaded/com/thoughtworks/xstream/XStream.class", "x")
            .with("b/Gson.class", "x")
            .with("xcom/google/gson/Gson.class", "x")
            .bytes();
    var facts = analyse("app-1.jar", jar);
    assertThat(facts.purls())
        .containsExactly(
            "pkg:maven/a/app@1",
            "pkg:maven/org.apache.logging.log4j/log4j-core",
            "pkg:maven/com.thoughtworks.xstream/xstream");
    assertThat(facts.packages.getLast().says())
        .isEqualTo(
            "a/shaded/com/thoughtworks/xstream/XStream.class says"
                + " com.thoughtworks.xstream:xstream");
  }

  @Test
  void aLibraryThatIsToldOfOtherwiseIsNotToldTwice() throws IOException {
    String marker = "org/apache/logging/log4j/core/LoggerContext.class";
    byte[] own = new TestZip().with(marker, "x").bytes();
    assertThat(analyse("log4j-core-2.14.1.jar", own).purls())
        .containsExactly("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
    byte[] shaded =
        new TestZip()
            .with("META-INF/maven/a/app/pom.properties", pom("a", "app", "1"))
            .with("META-INF/maven/l/l/pom.properties", pom("l", "log4j-core", "2.14.1"))
            .with(marker, "x")
            .bytes();
    assertThat(analyse("app-1.jar", shaded).purls())
        .containsExactly("pkg:maven/a/app@1", "pkg:maven/l/log4j-core@2.14.1");
    byte[] heir = new TestZip().with("org/apache/log4j/net/SocketServer.class", "x").bytes();
    assertThat(analyse("reload4j-1.2.25.jar", heir).packages).hasSize(1);
  }

  @Test
  void aPluginOfJenkinsIsKnownByItsManifest() throws IOException {
    String manifest = "Group-Id: org.jenkins-ci.plugins\nShort-Name: git\nPlugin-Version: 5.2.0\n";
    byte[] plugin =
        new TestZip()
            .with("META-INF/MANIFEST.MF", manifest)
            .with("WEB-INF/lib/inner-1.jar", jar("b", "inner", "1"))
            .bytes();
    for (String name : new String[] {"git.jpi", "plugins/git.hpi"}) {
      assertThat(analyse(name, plugin).purls())
          .containsExactly("pkg:maven/org.jenkins-ci.plugins/git@5.2.0", "pkg:maven/b/inner@1");
    }
  }

  @Test
  void javasOwnArchivesAreNoMavenPackages() throws IOException {
    String manifest =
        "Implementation-Title: Java Runtime Environment\nImplementation-Version: 17.0.9\n";
    byte[] jar = new TestZip().with("META-INF/MANIFEST.MF", manifest).bytes();
    assertThat(analyse("usr/lib/jvm/lib/jrt-fs.jar", jar).purls())
        .containsExactly("pkg:generic/jrt-fs@17.0.9");
  }

  @Test
  void nestedArchivesAreFoundAtTheirPlace() throws IOException {
    byte[] inner = jar("b", "inner", "1");
    byte[] war =
        new TestZip()
            .with("META-INF/maven/a/shop/pom.properties", pom("a", "shop", "2"))
            .with("WEB-INF/lib/inner-1.jar", inner)
            .stored("WEB-INF/lib/stored-1.jar", inner)
            .bytes();
    byte[] ear = new TestZip().with("shop.war", war).bytes();
    assertThat(analyse("suite-3.0.ear", ear).places())
        .containsExactly(
            " pkg:maven/suite/suite@3.0",
            "!/shop.war pkg:maven/a/shop@2",
            "!/shop.war!/WEB-INF/lib/inner-1.jar pkg:maven/b/inner@1",
            "!/shop.war!/WEB-INF/lib/stored-1.jar pkg:maven/b/inner@1");
  }

  @Test
  void anExecutableJarHasAScriptBeforeIt() throws IOException {
    byte[] jar = TestZip.join("#!/bin/bash\nexit 0\n".getBytes(UTF_8), jar("a", "app", "1"));
    assertThat(analyse("app.jar", jar).purls()).containsExactly("pkg:maven/a/app@1");
  }

  @Test
  void nestingEndsAtTheStatedDepth() throws IOException {
    byte[] archive = jar("a", "core", "1");
    for (int i = 0; i < 10; i++) archive = new TestZip().stored("x.jar", archive).bytes();
    var facts = analyse("x.jar", archive);
    assertThat(facts.purls()).doesNotContain("pkg:maven/a/core@1");
    assertThat(facts.notAnalysed).hasSize(1).first().asString().startsWith("LIMIT !/x.jar!/x.jar");
  }

  @Test
  void anEncryptedMemberIsToldAndTheRestIsRead() throws IOException {
    byte[] jar =
        new TestZip().with("a.jar", jar("a", "a", "1")).with("b.jar", jar("b", "b", "2")).bytes();
    int header = TestZip.indexOf(jar, "PK\1\2");
    jar[header + 8] |= 1;
    var facts = analyse("all.zip", jar);
    assertThat(facts.notAnalysed).containsExactly("ENCRYPTED !/a.jar: ");
    assertThat(facts.purls()).containsExactly("pkg:maven/b/b@2");
  }

  @Test
  void aDamagedNestedArchiveCostsOneLine() throws IOException {
    byte[] jar =
        new TestZip()
            .with("bad.jar", "no archive at all")
            .with("good.jar", jar("g", "good", "1"))
            .bytes();
    var facts = analyse("all.zip", jar);
    assertThat(facts.notAnalysed)
        .containsExactly("TRUNCATED !/bad.jar: the archive has no end record");
    assertThat(facts.purls()).containsExactly("pkg:maven/g/good@1");
  }

  @Test
  void aDamagedMemberCostsOneLineAndTheFileNameStillSpeaks() throws IOException {
    byte[] jar = new TestZip().with("META-INF/MANIFEST.MF", "Implementation-Title: x\n").bytes();
    jar[0] = 'X';
    var facts = analyse("commons-io-2.4.jar", jar);
    assertThat(facts.notAnalysed)
        .containsExactly("MALFORMED !/META-INF/MANIFEST.MF: no local header at 0");
    assertThat(facts.purls()).containsExactly("pkg:maven/commons-io/commons-io@2.4");
  }

  @Test
  void anArchiveThatHoldsItselfManyTimesEnds() throws IOException {
    byte[] archive = new TestZip().stored("a.jar", new byte[30]).bytes();
    for (int i = 0; i < 5; i++) {
      var wider = new TestZip();
      for (int n = 0; n < 12; n++) wider.stored(n + ".jar", archive);
      archive = wider.bytes();
    }
    var facts = analyse("quine.jar", archive);
    assertThat(facts.notAnalysed).anyMatch(line -> line.startsWith("LIMIT"));
  }

  @Test
  void aNameThatClimbsOutOfTheArchiveIsOnlyAName() throws IOException {
    byte[] jar = new TestZip().with("../../etc/evil.jar", jar("e", "evil", "1")).bytes();
    assertThat(analyse("x.zip", jar).places())
        .containsExactly("!/../../etc/evil.jar pkg:maven/e/evil@1");
  }

  @Test
  void aJarThatWasCutIsAnErrorOfThatFile() {
    byte[] jar = jar("a", "a", "1");
    assertThatThrownBy(() -> analyse("a.jar", Arrays.copyOf(jar, jar.length - 30)))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void otherFilesAreNotWanted() {
    var analyser = new JavaAnalyser();
    for (String path :
        new String[] {"jar", ".jar", "a.class", "a.jar.txt", "tar", "x.rar", "y.zip", "bar"}) {
      assertThat(RecordedFacts.wants(analyser, path, "Rar!".getBytes(UTF_8))).as(path).isFalse();
    }
    assertThat(RecordedFacts.wants(analyser, "A.JAR", "Rar!".getBytes(UTF_8))).isTrue();
  }
}
