package io.breakwater.policy.internal;

import io.breakwater.model.Text;
import io.breakwater.policy.internal.cel.Failure;
import io.breakwater.policy.internal.cel.Frame;
import io.breakwater.policy.internal.cel.Told;
import java.util.List;

/**
 * A message with values in it.
 *
 * @param template as it was written
 * @param english its parts: {@link String} or {@link Condition}
 * @param chinese its parts
 */
public record Message(Text template, List<Object> english, List<Object> chinese) {
  /** The most that a message says. */
  private static final int LONGEST = 2_000;

  /** The message with its values. Total. */
  public Text fill(Frame frame) {
    return new Text(fill(english, frame), fill(chinese, frame));
  }

  private static String fill(List<Object> parts, Frame frame) {
    var out = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Condition value) {
        Object made = value.code().eval(frame);
        out.append(made instanceof Failure ? "?" : Told.of(made));
      } else {
        out.append(part);
      }
    }
    if (out.length() > LONGEST) out.setLength(LONGEST);
    String text = out.toString().strip();
    return text.isEmpty() ? "-" : text;
  }
}
