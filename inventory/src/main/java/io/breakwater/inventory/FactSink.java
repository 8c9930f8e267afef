package io.breakwater.inventory;

import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import java.util.List;

/** Receives what an analyser finds in one file. */
public interface FactSink {
  /** A package is installed. */
  void found(FoundPackage found);

  /**
   * A package of the operating system owns a file, whether or not the file is in this layer.
   *
   * @param packageName the owner's name as its database writes it, or {@code name:architecture}
   * @param path of the file, absolute or relative to the root
   */
  void owns(String packageName, String path);

  /**
   * The licences of a package of the operating system, where its own database does not tell them.
   *
   * @param packageName the package's name as its database writes it
   * @param licences SPDX expressions, or the package's own words
   */
  default void licences(String packageName, List<String> licences) {}

  /** The file says which distribution this is. */
  void operatingSystem(OperatingSystem os);

  /**
   * Something in the file cannot be read.
   *
   * @param inner where in the file, such as {@code !/WEB-INF/lib/x.jar}; empty for the file itself
   * @param detail in English, without a full stop; may be empty
   */
  void notAnalysed(String inner, NotAnalysed.Reason reason, String detail);
}
