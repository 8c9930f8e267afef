package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.binary.TestProgram;
import io.breakwater.inventory.reach.Reachability;
import io.breakwater.model.Component;
import io.breakwater.model.ImageInfo.Settings;
import io.breakwater.model.Reach;
import io.breakwater.oci.zip.TestZip;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is known of packages of languages by what the entry point of an image runs. */
class ReachOfLanguagesTest {
  private static final byte[] INTERPRETER =
      TestProgram.program("").imports("dlopen", "execve").bytes();

  private static Map<String, String> reach(TestLayer layer, List<String> variables, String... words)
      throws IOException {
    var settings =
        new Settings("", List.of(words), List.of(), "/app", variables, List.of(), List.of());
    Inventory inventory = TestImage.of(layer).inventory();
    Map<String, Reach> reach = Reachability.of(inventory, settings);
    var byName = new TreeMap<String, String>();
    for (Component component : inventory.components()) {
      Reach one = reach.getOrDefault(component.id(), Reach.UNKNOWN);
      boolean known = one.state() != Reach.State.UNKNOWN;
      byName.put(component.name(), one.state().id() + (known ? ": " + one.evidence() : ""));
    }
    return byName;
  }

  private static TestZip jar(String artifact, String manifest) {
    return new TestZip()
        .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n" + manifest + "\r\n")
        .with(
            "META-INF/maven/g/" + artifact + "/pom.properties",
            "groupId=g\nartifactId=" + artifact + "\nversion=1\n");
  }

  private static TestLayer java() {
    return TestLayer.number(1)
        .file("opt/jdk/bin/java", INTERPRETER)
        .file("app/app.jar", jar("app", "Class-Path: ../lib/a.jar\r\n").bytes())
        .file("lib/a.jar", jar("a", "").bytes())
        .file("app/plugins/p.jar", jar("p", "").bytes())
        .file("opt/other/o.jar", jar("o", "").bytes())
        .file("opt/jdk/lib/jdk.jar", jar("jdk", "").bytes());
  }

  @Test
  void jarsOnTheClassPathAreReachedAndJarsElsewhereAreNot() throws IOException {
    String java = "/opt/jdk/bin/java";
    assertThat(reach(java(), List.of(), java, "-Xmx1g", "-jar", "app.jar"))
        .containsEntry("g:app", "reached: java -jar app.jar runs it")
        .containsEntry("g:a", "reached: the manifest of /app/app.jar names ../lib/a.jar")
        .containsEntry("g:p", "unknown") // beside the application: it may load it
        .containsEntry("g:jdk", "unknown")
        .containsEntry("g:o", "unreached: on no class path of java -jar app.jar");
    assertThat(reach(java(), List.of(), java, "-cp", "/lib/a.jar:/app/plugins/*", "Main"))
        .containsEntry("g:a", "reached: /lib/a.jar is on the class path")
        .containsEntry("g:p", "reached: /app/plugins/* is on the class path")
        .containsEntry(
            "g:o", "unreached: on no class path of java -cp /lib/a.jar:/app/plugins/* Main");
    for (List<String> unknown :
        List.of(
            List.of(java, "@args", "-jar", "app.jar"),
            List.of(java, "-Dextra=/opt/other", "-jar", "app.jar"),
            List.of(java, "-jar", "gone.jar"),
            List.of("/bin/sh", "-c", "java $OPTS -jar app.jar"))) {
      assertThat(reach(java(), List.of(), unknown.toArray(String[]::new)))
          .as("%s", unknown)
          .containsEntry("g:o", "unknown");
    }
    assertThat(reach(java(), List.of("JAVA_TOOL_OPTIONS"), java, "-jar", "app.jar"))
        .containsEntry("g:app", "reached: java -jar app.jar runs it")
        .containsEntry("g:o", "unknown");
  }

  private static String module(String name, String needs) {
    return "{\"name\":\"" + name + "\",\"version\":\"1.0.0\",\"dependencies\":{" + needs + "}}";
  }

  @Test
  void modulesOfTheApplicationAreReachedAndThoseOfNpmItselfAreNot() throws IOException {
    var layer =
        TestLayer.number(1)
            .file("usr/local/bin/node", INTERPRETER)
            .file("app/package.json", module("shop", "\"express\":\"^1\""))
            .file("app/node_modules/express/package.json", module("express", "\"qs\":\"^1\""))
            .file("app/node_modules/qs/package.json", module("qs", ""))
            .file("app/node_modules/unused/package.json", module("unused", ""))
            .file("usr/local/lib/node_modules/npm/package.json", module("npm", ""))
            .file(
                "usr/local/lib/node_modules/npm/node_modules/tar/package.json", module("tar", ""));
    assertThat(reach(layer, List.of(), "node", "dist/server.js"))
        .containsEntry("shop", "reached: /app/dist/server.js is of shop")
        .containsEntry("express", "reached: shop depends on it")
        .containsEntry("qs", "reached: express depends on it")
        .containsEntry("unused", "unknown")
        .containsEntry("npm", "unreached: in no node_modules that /app/dist/server.js can name")
        .containsEntry("tar", "unreached: in no node_modules that /app/dist/server.js can name");
    assertThat(reach(layer, List.of("NODE_PATH"), "node", "server.js"))
        .containsEntry("tar", "unknown");
    assertThat(reach(layer, List.of(), "npm", "start")).containsEntry("tar", "unknown");
  }

  private static TestLayer distribution(TestLayer layer, String folder, String name, String needs) {
    String metadata = "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n" + needs + "\n";
    return layer.file(folder + name + "-1.0.dist-info/METADATA", metadata);
  }

  @Test
  void distributionsThatAModuleNeedsAreReachedAndThoseOfOtherInterpretersAreNot()
      throws IOException {
    var layer = TestLayer.number(1).file("usr/local/bin/python3.12", INTERPRETER);
    layer.symlink("usr/local/bin/python", "python3.12").file("usr/bin/python3", INTERPRETER);
    String own = "usr/local/lib/python3.12/site-packages/";
    distribution(layer, own, "gunicorn", "Requires-Dist: packaging\n");
    distribution(layer, own, "packaging", "");
    distribution(layer, own, "pip", "");
    distribution(layer, "usr/lib/python3/dist-packages/", "distro-info", "");
    layer.file(
        "usr/local/bin/gunicorn",
        "#!/usr/local/bin/python3.12\nimport sys\nfrom gunicorn.app.wsgiapp import run\n");
    String not = "unreached: in no folder that python imports from";
    assertThat(reach(layer, List.of(), "python", "-m", "gunicorn", "app:app"))
        .containsEntry("gunicorn", "reached: python runs gunicorn")
        .containsEntry("packaging", "reached: gunicorn depends on it")
        .containsEntry("pip", "unknown")
        .containsEntry("distro-info", not);
    assertThat(reach(layer, List.of(), "gunicorn", "app:app"))
        .containsEntry("gunicorn", "reached: /usr/local/bin/gunicorn names gunicorn")
        .containsEntry("packaging", "reached: gunicorn depends on it")
        .containsEntry("pip", "unknown");
    assertThat(reach(layer, List.of(), "python", "app.py"))
        .containsEntry("gunicorn", "unknown")
        .containsEntry("distro-info", not);
    assertThat(reach(layer, List.of("PYTHONPATH"), "python", "app.py"))
        .containsEntry("distro-info", "unknown");
  }
}
