package io.breakwater.inspect.internal.shell;

import java.util.List;

/**
 * Shell code of one instruction, as the shell will get it.
 *
 * @param form where it stands
 * @param text the code: lines that continue are joined and comments between them are gone; the body
 *     of a heredoc keeps its lines
 * @param places where each character of the text stands in the file
 * @param shell the words that the text is given to, such as {@code [/bin/sh, -c]}
 * @param shellNamed whether a SHELL instruction or an exec form chose these words
 * @param onbuild whether it stands behind ONBUILD
 * @param mounts of RUN
 */
public record ShellSource(
    Form form,
    String text,
    Places places,
    List<String> shell,
    boolean shellNamed,
    boolean onbuild,
    List<Mount> mounts) {
  /** Copies the lists. */
  public ShellSource {
    shell = List.copyOf(shell);
    mounts = List.copyOf(mounts);
  }

  /** Where shell code stands. */
  public enum Form {
    /** {@code RUN command}. */
    RUN,
    /** {@code RUN ["command", "argument"]} that starts no shell: the words, quoted. */
    RUN_EXEC,
    /** The body of {@code RUN <<EOF}. */
    HEREDOC,
    /** {@code CMD command}. */
    CMD,
    /** {@code ENTRYPOINT command}. */
    ENTRYPOINT,
    /** {@code HEALTHCHECK CMD command}. */
    HEALTHCHECK
  }

  /**
   * A {@code --mount} of RUN.
   *
   * @param type {@code bind}, {@code cache}, {@code tmpfs}, {@code secret} or {@code ssh}
   * @param target the folder; empty when none is named
   */
  public record Mount(String type, String target) {}

  /** Whether a mount of this kind hides {@code folder} or a folder above it from the layer. */
  public boolean keepsOut(String folder) {
    for (Mount mount : mounts) {
      if (!mount.type().equals("cache") && !mount.type().equals("tmpfs")) continue;
      String target = mount.target();
      while (target.length() > 1 && target.endsWith("/")) {
        target = target.substring(0, target.length() - 1);
      }
      if (target.isEmpty()) continue;
      if (folder.equals(target) || folder.startsWith(target + "/")) return true;
    }
    return false;
  }
}
