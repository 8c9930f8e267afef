package io.breakwater.cli;

import io.breakwater.inspect.Signatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The user's own signatures of malware. */
final class OwnSignatures {
  private static final String VARIABLE = "BW_CLAMD";

  private OwnSignatures() {}

  static Signatures of(Arguments arguments, Terminal terminal) throws IOException {
    Signatures signatures =
        Signatures.NONE
            .withHashes(paths(arguments, Opt.MALWARE_HASHES))
            .withYara(paths(arguments, Opt.YARA));
    String usual = terminal.environment().getOrDefault(VARIABLE, "");
    String clamd = arguments.value(Opt.CLAMD).orElse(usual);
    if (clamd.isEmpty()) return signatures;
    if (arguments.has(Opt.OFFLINE) && !isHere(clamd)) throw arguments.refused(Msg.NETWORK_CLAMD);
    Optional<Signatures> all = signatures.withClamd(clamd);
    if (all.isEmpty()) throw arguments.bad(Opt.CLAMD, clamd, Msg.CLAMD_ADDRESSES);
    return all.get();
  }

  /** Whether to ask it needs no network. */
  private static boolean isHere(String address) {
    return !address.startsWith("tcp:")
        || address.startsWith("tcp:localhost:")
        || address.startsWith("tcp:127.")
        || address.startsWith("tcp:[::1]:");
  }

  private static List<Path> paths(Arguments arguments, Opt option) {
    return arguments.values(option).stream().map(Path::of).toList();
  }
}
