package io.breakwater.inventory.sbom;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes SBOMs. The bytes depend on the SBOM and the options alone: no clock, no chance.
 *
 * @param tool who writes it, such as {@code breakwater}
 * @param version of the tool
 * @param otherwise the time of documents whose SBOM tells none, as {@code SOURCE_DATE_EPOCH} gives
 *     it
 * @param serial a serial number, for those who want each document to be another
 */
public record SbomWriter(
    String tool, String version, Optional<Instant> otherwise, Optional<UUID> serial) {

  /** A writer whose documents are equal for equal SBOMs. */
  public static SbomWriter stable(String tool, String version) {
    return new SbomWriter(tool, version, Optional.empty(), Optional.empty());
  }

  /** Writes a document as UTF-8; the stream stays open. */
  public void write(Sbom sbom, SbomFormat format, OutputStream out) throws IOException {
    switch (format) {
      case CYCLONEDX -> new CycloneDxWriter(this, sbom).write(out);
      case SPDX -> new SpdxWriter(this, sbom).write(out);
    }
  }

  /** The document's time in seconds, where any is known that formats can write. */
  Optional<String> time(Sbom sbom) {
    return sbom.created()
        .filter(SbomWriter::isWritable)
        .or(() -> otherwise.filter(SbomWriter::isWritable))
        .map(time -> Instant.ofEpochSecond(time.getEpochSecond()).toString());
  }

  private static boolean isWritable(Instant time) {
    return time.getEpochSecond() > -62_135_596_800L && time.getEpochSecond() < 253_402_300_800L;
  }
}
