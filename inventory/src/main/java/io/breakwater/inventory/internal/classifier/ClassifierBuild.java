package io.breakwater.inventory.internal.classifier;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stores the classifiers in their compact form, while Breakwater is built. */
final class ClassifierBuild {
  private ClassifierBuild() {}

  /**
   * Stores them.
   *
   * @param arguments the folder for the file
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]).resolve(ClassifierFile.NAME);
    try (var out = new DataOutputStream(Files.newOutputStream(target))) {
      ClassifierFile.write(ClassifierYaml.all(), out);
    }
  }
}
