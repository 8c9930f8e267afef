package io.breakwater.inspect;

import io.breakwater.inspect.internal.malware.signature.Clamd;
import io.breakwater.inspect.internal.malware.signature.ClamdAddress;
import io.breakwater.inspect.internal.malware.signature.HashLists;
import io.breakwater.inspect.internal.malware.yara.InvalidRuleException;
import io.breakwater.inspect.internal.malware.yara.YaraFiles;
import io.breakwater.inspect.internal.malware.yara.YaraRules;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A user's own signatures of malware, read and checked.
 *
 * @param hashes lists of digests
 * @param yara rules
 * @param clamd a daemon that is asked about each file
 */
public record Signatures(HashLists hashes, YaraRules yara, Optional<Clamd> clamd) {
  /** None. */
  public static final Signatures NONE =
      new Signatures(HashLists.NONE, YaraRules.NONE, Optional.empty());

  /**
   * With lists of digests.
   *
   * @throws ProblemException when one is missing or wrong
   */
  public Signatures withHashes(List<Path> files) throws IOException {
    if (files.isEmpty()) return this;
    for (Path file : files) present(file);
    try {
      return new Signatures(HashLists.read(files), yara, clamd);
    } catch (HashLists.InvalidListException e) {
      throw unusable(files, e);
    }
  }

  /**
   * With rules of YARA: files, and folders of them.
   *
   * @throws ProblemException when one is missing or wrong
   */
  public Signatures withYara(List<Path> paths) throws IOException {
    if (paths.isEmpty()) return this;
    for (Path path : paths) present(path);
    try {
      return new Signatures(hashes, YaraFiles.read(paths), clamd);
    } catch (InvalidRuleException e) {
      throw unusable(paths, e);
    }
  }

  /**
   * With a clamd: {@code unix:/path} or {@code tcp:HOST:PORT}; empty when that is no address.
   *
   * @throws ProblemException when it does not answer
   */
  public Optional<Signatures> withClamd(String address) throws IOException {
    Optional<ClamdAddress> parsed = ClamdAddress.parse(address);
    if (parsed.isEmpty()) return Optional.empty();
    try {
      return Optional.of(new Signatures(hashes, yara, Optional.of(Clamd.at(parsed.get()))));
    } catch (IOException e) {
      throw ProblemException.of(
          ProblemCode.CLAMD_UNREACHABLE, address, String.valueOf(e.getMessage()));
    }
  }

  /** What of it is not applied, and why. */
  public List<String> notApplied() {
    return yara.skipped();
  }

  private static void present(Path path) throws ProblemException {
    if (!Files.exists(path)) {
      throw ProblemException.of(ProblemCode.FILE_MISSING, path.toString());
    }
  }

  private static ProblemException unusable(List<Path> paths, Exception e) {
    return ProblemException.of(
        ProblemCode.SIGNATURES_UNUSABLE,
        paths.getFirst().toString(),
        String.valueOf(e.getMessage()));
  }
}
