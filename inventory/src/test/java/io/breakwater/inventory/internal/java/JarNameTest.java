package io.breakwater.inventory.internal.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarNameTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          commons-lang3-3.12.0.jar, commons-lang3, 3.12.0
          log4j-1.2-api-2.17.1.jar, log4j-1.2-api, 2.17.1
          log4j-1.2.17.jar, log4j, 1.2.17
          guava-31.1-jre.jar, guava, 31.1-jre
          guava-r09.jar, guava, r09
          spring-core-5.2.3.RELEASE.jar, spring-core, 5.2.3.RELEASE
          netty-transport-native-epoll-4.1.50.Final-linux-x86_64.jar, netty-transport-native-epoll, 4.1.50.Final
          jackson-core-2.15.0-sources.jar, jackson-core, 2.15.0
          kafka_2.13-3.4.0.jar, kafka_2.13, 3.4.0
          app-1.0-SNAPSHOT.jar, app, 1.0-SNAPSHOT
          app-1.0-20230101.120000-3.jar, app, 1.0-20230101.120000-3
          lib-1.0-beta-2.jar, lib, 1.0-beta-2
          hibernate-core-5.4.0.Final.jar, hibernate-core, 5.4.0.Final
          jetty-server-9.4.26.v20200117.jar, jetty-server, 9.4.26.v20200117
          json-lib-2.4-jdk15.jar, json-lib, 2.4
          bcprov-jdk15on-1.60.jar, bcprov-jdk15on, 1.60
          h2-1.4.200.jar, h2, 1.4.200
          javax.servlet-api-3.1.0.jar, javax.servlet-api, 3.1.0
          org.eclipse.osgi_3.18.0.v20220516.jar, org.eclipse.osgi, 3.18.0.v20220516
          jboss-servlet-api_4.0_spec-1.0.0.Final.jar, jboss-servlet-api_4.0_spec, 1.0.0.Final
          infinispan-core-9.4.8.Final-redhat-00001.jar, infinispan-core, 9.4.8.Final-redhat-00001
          javax.inject-1.jar, javax.inject, 1
          jffi-1.3.13-native.jar, jffi, 1.3.13
          listenablefuture-9999.0-empty-to-avoid-conflict-with-guava.jar, listenablefuture, 9999.0-empty-to-avoid-conflict-with-guava
          tools.jar, tools, ''
          shop.war, shop, ''
          .jar, .jar, ''
          -1.jar, -1, ''
          """)
  void artifactAndVersionAreToldApart(String file, String artifact, String version) {
    assertThat(JarName.of(file)).isEqualTo(new JarName(artifact, version));
  }
}
