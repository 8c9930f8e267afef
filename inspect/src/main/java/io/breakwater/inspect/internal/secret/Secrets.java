package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.FileInspector;
import io.breakwater.inspect.internal.Inspector;
import io.breakwater.model.Check;
import java.util.ArrayList;
import java.util.List;

/** What gives access to something else, wherever it was left. */
public final class Secrets {
  private Secrets() {}

  /** Finds secrets of the kinds that come with Breakwater, as far as a user wants them. */
  public static Inspector inspector(UserSecrets user) {
    return inspector(SecretOptions.of(user, false));
  }

  /** The same, telling secrets as they are. Its evidence must not be kept. */
  public static Inspector revealing(UserSecrets user) {
    return inspector(SecretOptions.of(user, true));
  }

  private static final int LEAST = 8;
  private static final int MOST = 256 << 10;

  /** Finds what is secret in words that belong together. Made when it is first needed. */
  private static final class Shown {
    static final SecretFinder FINDER = new SecretFinder(SecretOptions.of(UserSecrets.NONE, false));
  }

  /** Words that belong together, with every secret in them masked. */
  public static List<String> masked(List<String> words) {
    String all = String.join(" ", words);
    if (all.length() < LEAST) return words;
    String cut = all.length() > MOST ? all.substring(0, MOST) : all;
    var masked = new ArrayList<>(words);
    for (Found one : Shown.FINDER.in(cut, Place.of("Dockerfile"))) {
      String shown = Mask.of(one.secret(), one.known());
      masked.replaceAll(word -> word.replace(one.secret(), shown));
    }
    return masked;
  }

  static Inspector inspector(SecretOptions options) {
    var files = new ArrayList<FileInspector>();
    files.add(new SecretInspector(options));
    files.add(new NamedFiles(options));
    if (!options.custom().isEmpty()) files.add(new UserSecretInspector(options));
    return new Inspector(Check.Area.SECRET, files, new SecretJudge(options));
  }
}
