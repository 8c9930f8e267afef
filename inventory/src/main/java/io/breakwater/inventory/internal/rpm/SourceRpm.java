package io.breakwater.inventory.internal.rpm;

import io.breakwater.model.SourcePackage;
import java.util.Optional;

/** The file name of a source package: {@code bash-4.4.20-4.el8_6.src.rpm}. */
final class SourceRpm {
  private SourceRpm() {}

  /**
   * The source package that a file name speaks of; empty when it speaks of none.
   *
   * @param epochPrefix {@code 1:} where the binary package has an epoch: file names do not tell it,
   *     and a source package has the epoch of what is built from it but for rare exceptions
   */
  static Optional<SourcePackage> parse(String fileName, String epochPrefix) {
    int end = fileName.length();
    if (fileName.endsWith(".nosrc.rpm")) end -= ".nosrc.rpm".length();
    else if (fileName.endsWith(".src.rpm")) end -= ".src.rpm".length();
    else return Optional.empty();
    int release = fileName.lastIndexOf('-', end - 1);
    int version = release <= 0 ? -1 : fileName.lastIndexOf('-', release - 1);
    if (version <= 0 || release + 1 >= end || version + 1 >= release) return Optional.empty();
    return Optional.of(
        new SourcePackage(
            fileName.substring(0, version), epochPrefix + fileName.substring(version + 1, end)));
  }
}
