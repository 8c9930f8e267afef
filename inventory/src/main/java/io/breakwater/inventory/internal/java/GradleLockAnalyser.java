package io.breakwater.inventory.internal.java;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.Scope;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * What Gradle locked: gradle.lockfile, buildscript-gradle.lockfile and their kin, {@code
 * group:artifact:version=configurations} a line; and the files of one configuration each that
 * Gradle wrote before version 7, without the configurations.
 */
public final class GradleLockAnalyser implements Analyser {
  private static final String EXTENSION = ".lockfile";
  private static final String NAME = "gradle.lockfile";
  private static final String OLD_FOLDER = "gradle/dependency-locks/";

  @Override
  public String name() {
    return "gradle-lock";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "e";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    return path.endsWith(EXTENSION) && (path.endsWith(NAME) || path.contains(OLD_FOLDER));
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String own = Paths.fileName(file.path());
    boolean buildscript = own.startsWith("buildscript-");
    boolean old = !own.endsWith(NAME);
    boolean test = old && isTest(own.substring(0, own.length() - EXTENSION.length()));
    var lines = new Lines(content.readAll(LockFiles.MAX_SIZE));
    for (int number = 1; lines.next(); number++) {
      String line = lines.text(0);
      if (line.isEmpty() || line.charAt(0) == '#') continue;
      int equals = line.indexOf('=');
      String[] parts = (equals < 0 ? line : line.substring(0, equals)).split(":", 4);
      if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty()) continue;
      boolean development = buildscript || test || (equals > 0 && isTests(line, equals + 1));
      Declared.of(Coordinates.maven(parts[0], parts[1], parts[2]))
          .scoped(development ? Scope.DEVELOPMENT : Scope.REQUIRED)
          .at(number)
          .report(facts, own);
    }
  }

  /** Whether all configurations of a list are those of tests. */
  private static boolean isTests(String line, int from) {
    boolean any = false;
    for (String configuration : line.substring(from).split(",", -1)) {
      String name = configuration.strip();
      if (name.isEmpty()) continue;
      if (!isTest(name)) return false;
      any = true;
    }
    return any;
  }

  private static boolean isTest(String configuration) {
    return configuration.startsWith("test")
        || configuration.startsWith("androidTest")
        || configuration.startsWith("integrationTest");
  }
}
