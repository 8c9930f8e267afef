package io.breakwater.oci.internal.config;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An image's history, as the lines of a Dockerfile. */
final class History {
  private static final int MAX_LENGTH = 4_096;
  private static final String SHELL = "/bin/sh -c ";
  private static final String NO_OPERATION = "#(nop)";
  private static final String BUILDKIT = "# buildkit";

  private History() {}

  /**
   * The instruction of each layer. Steps are matched to layers from the top, since tools that put
   * layers onto an image without history tell of theirs; a history with more steps than layers
   * cannot be matched, and none is told.
   */
  static List<String> instructions(List<Json.Obj> history, int layers) {
    var steps = new ArrayList<String>();
    for (Json.Obj step : history) {
      if (!step.isTrue("empty_layer")) steps.add(instruction(step.text("created_by")));
    }
    var out = new ArrayList<>(Collections.nCopies(layers, ""));
    int first = layers - steps.size();
    for (int i = 0; first >= 0 && i < steps.size(); i++) out.set(first + i, steps.get(i));
    return out;
  }

  /** Turns what a builder notes into the line that it was given. */
  static String instruction(String createdBy) {
    String line = oneLine(createdBy);
    if (line.endsWith(BUILDKIT))
      line = line.substring(0, line.length() - BUILDKIT.length()).strip();
    boolean run = line.startsWith("RUN ");
    String step = run ? line.substring(4).strip() : line;
    if (step.startsWith("|")) {
      // |2 HTTP_PROXY=… VERSION=1 /bin/sh -c …: build arguments, whose values may hold anything
      int shell = step.indexOf(SHELL);
      if (shell < 0) return line;
      step = step.substring(shell);
    }
    if (!step.startsWith(SHELL)) return line;
    String command = step.substring(SHELL.length()).strip();
    if (command.startsWith(NO_OPERATION)) return command.substring(NO_OPERATION.length()).strip();
    return "RUN " + command;
  }

  /** Without control characters, which would reach a terminal, and without runs of blanks. */
  private static String oneLine(String text) {
    var out = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
    boolean blank = false;
    for (int i = 0; i < text.length() && out.length() < MAX_LENGTH; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isISOControl(c)) {
        blank = !out.isEmpty();
        continue;
      }
      if (blank) out.append(' ');
      blank = false;
      out.appendCodePoint(c);
    }
    return out.toString();
  }
}
