package io.breakwater.cli;

import io.breakwater.oci.layers.ImageLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The most that an image may waste.
 *
 * @param bytes at most so many
 * @param share at most so much of what the layers above the first add
 * @param efficiency at least this
 */
record WasteGate(OptionalLong bytes, OptionalDouble share, OptionalDouble efficiency) {
  /** What is removed also counts where it was added, so that the share may be over the whole. */
  private static final double MOST_PERCENT = 1_000;

  /** As the arguments say. */
  static WasteGate of(Arguments arguments) {
    var bytes = OptionalLong.empty();
    var share = OptionalDouble.empty();
    Optional<String> most = arguments.value(Opt.MAX_WASTE);
    if (most.isPresent()) {
      String word = most.get().trim();
      if (word.endsWith("%")) {
        OptionalDouble percent = number(word.substring(0, word.length() - 1), MOST_PERCENT);
        if (percent.isPresent()) share = OptionalDouble.of(percent.getAsDouble() / 100);
      } else {
        bytes = word.equals("0") ? OptionalLong.of(0) : Sizes.parse(word);
      }
      if (share.isEmpty() && bytes.isEmpty()) {
        throw arguments.bad(Opt.MAX_WASTE, word, Msg.A_SIZE_OR_PERCENT);
      }
    }
    Optional<String> least = arguments.value(Opt.MIN_EFFICIENCY);
    OptionalDouble efficiency = least.map(l -> number(l, 1)).orElse(OptionalDouble.empty());
    if (least.isPresent() && efficiency.isEmpty()) {
      throw arguments.bad(Opt.MIN_EFFICIENCY, least.get(), Msg.A_RATIO);
    }
    return new WasteGate(bytes, share, efficiency);
  }

  private static OptionalDouble number(String digits, double most) {
    try {
      double value = Double.parseDouble(digits.trim());
      return value >= 0 && value <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /** Whether anything is asked. */
  boolean asks() {
    return bytes.isPresent() || share.isPresent() || efficiency.isPresent();
  }

  /** Why it refuses; empty when it does not. */
  List<String> refusals(ImageLayers layers, Terminal terminal) {
    var reasons = new ArrayList<String>();
    if (bytes.isPresent() && layers.wasted() > bytes.getAsLong()) {
      String most = Sizes.format(bytes.getAsLong());
      reasons.add(terminal.say(Msg.WASTE_OVER, Sizes.format(layers.wasted()), most));
    }
    if (share.isPresent() && layers.wastedShare() > share.getAsDouble()) {
      String found = percent(layers.wastedShare()) + " %";
      reasons.add(terminal.say(Msg.WASTE_OVER, found, percent(share.getAsDouble()) + " %"));
    }
    if (efficiency.isPresent() && layers.efficiency() < efficiency.getAsDouble()) {
      String found = String.format(Locale.ROOT, "%.4f", layers.efficiency());
      reasons.add(terminal.say(Msg.EFFICIENCY_UNDER, found, efficiency.getAsDouble()));
    }
    return reasons;
  }

  /** A share as a number of percent. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100);
  }
}
