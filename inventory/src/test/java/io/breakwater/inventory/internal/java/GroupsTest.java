package io.breakwater.inventory.internal.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupsTest {
  private static String group(String artifact, String version, String manifest, String classes) {
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    return Groups.of(artifact, version, Manifest.parse(bytes), () -> classes);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          commons-io, 2.4, commons-io
          commons-lang3, 3.9, org.apache.commons
          spring-boot-starter-web, 2.7.0, org.springframework.boot
          spring-core, 5.3.17, org.springframework
          tomcat-embed-core, 9.0.30, org.apache.tomcat.embed
          log4j, 1.2.17, log4j
          log4j-core, 2.14.1, org.apache.logging.log4j
          dom4j, 1.6.1, dom4j
          dom4j, 2.1.3, org.dom4j
          rxjava, 1.3.8, io.reactivex
          rxjava, 3.1.5, io.reactivex.rxjava3
          annotations, 25.0.0, org.jetbrains
          annotations, 3.0.1, com.google.code.findbugs
          kafka_2.13, 3.4.0, org.apache.kafka
          jakarta.xml.bind-api, 3.0.1, jakarta.xml.bind
          javax.inject, 1, javax.inject
          """)
  void wellKnownArtifactsHaveTheirGroup(String artifact, String version, String group) {
    assertThat(group(artifact, version, "", "")).isEqualTo(group);
  }

  @Test
  void aSymbolicNameThatEndsWithTheArtifactBeginsWithTheGroup() {
    String manifest = "Bundle-SymbolicName: org.example.tools.some-thing;singleton:=true\n";
    assertThat(group("some-thing", "1.0", manifest, "")).isEqualTo("org.example.tools");
  }

  @Test
  void theLastWordOfASymbolicNameIsNotOfTheGroup() {
    String manifest = "Bundle-SymbolicName: com.example.pearl.core\n";
    assertThat(group("pearl-core", "1.0", manifest, "")).isEqualTo("com.example.pearl");
  }

  @Test
  void theVendorIsTheGroupUnlessManyShareIt() {
    assertThat(group("zeta", "1", "Implementation-Vendor-Id: com.example\n", ""))
        .isEqualTo("com.example");
    assertThat(group("zeta", "1", "Implementation-Vendor-Id: org.apache\n", "")).isEmpty();
  }

  @Test
  void theClassesAreTheLastHint() {
    assertThat(group("eta", "1", "", "com.example.zeta.internal")).isEqualTo("com.example");
    assertThat(group("zeta-api", "1", "", "com.example.zeta.b")).isEqualTo("com.example.zeta");
    assertThat(group("zeta", "1", "", "org.apache.zeta.internal")).isEqualTo("org.apache.zeta");
    assertThat(group("zeta", "1", "", "zeta")).isEmpty();
  }
}
