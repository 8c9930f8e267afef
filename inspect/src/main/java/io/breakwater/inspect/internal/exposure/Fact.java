package io.breakwater.inspect.internal.exposure;

import io.breakwater.inspect.internal.Sighting;
import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Severity;

/** The ids of what is seen in layers: all go to the judge, who knows the whole image. */
final class Fact {
  private static final String PREFIX = "=exposure/";

  /** A symbolic link where programs lie; its part is the target. */
  static final String LINK = PREFIX + "link";

  /** A file that everybody may change; its part is {@code x} for one that can be run. */
  static final String WRITABLE_FILE = PREFIX + "writable-file";

  /** A directory that everybody may write, without the sticky bit. */
  static final String WRITABLE_DIRECTORY = PREFIX + "writable-directory";

  /** A directory that is no such thing: it may have been one in a lower layer. */
  static final String TIGHT_DIRECTORY = PREFIX + "tight-directory";

  /** Where an ELF file looks for libraries, with colons. */
  static final String RPATH = PREFIX + "rpath";

  /** A program that lacks guards, named with commas. */
  static final String ELF = PREFIX + "elf";

  /** A certificate or a private key; its part is a {@link CertificateFact}. */
  static final String CERTIFICATE = PREFIX + "certificate";

  private Fact() {}

  /** What a check found, of this severity. */
  static String of(Check check, Severity severity) {
    return PREFIX + check.id() + "@" + severity.name();
  }

  /** A sighting of what a check found. */
  static Sighting sighting(
      Check check, Severity severity, String path, int line, String part, String evidence) {
    return new Sighting(of(check, severity), path, line, Confidence.HIGH, part, evidence);
  }

  static boolean isOne(String id) {
    return id.startsWith(PREFIX);
  }

  /** The id of the check, or the word of another fact. */
  static String word(String id) {
    int at = id.indexOf('@');
    return id.substring(PREFIX.length(), at < 0 ? id.length() : at);
  }

  static Severity severity(String id) {
    return Severity.valueOf(id.substring(id.indexOf('@') + 1));
  }
}
