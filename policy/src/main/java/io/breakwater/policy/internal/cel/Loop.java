package io.breakwater.policy.internal.cel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the macros over lists and maps become. Each turn costs a step.
 *
 * @param second slot of the second variable; -1 when there is none
 * @param collects whether it makes a list, which is then filled in place
 */
record Loop(
    Code range,
    Code start,
    Code condition,
    Code step,
    Code result,
    int accu,
    int first,
    int second,
    boolean collects)
    implements Code {
  @Override
  public Object eval(Frame frame) {
    Object over = range.eval(frame);
    if (over instanceof Failure) return over;
    frame.slots[accu] = collects ? new ArrayList<Object>() : start.eval(frame);
    if (over instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (!frame.spend(1)) return Failure.BUDGET;
        if (second >= 0) frame.slots[second] = list.get(i);
        frame.slots[first] = second >= 0 ? (Object) (long) i : list.get(i);
        if (!turn(frame)) break;
      }
    } else if (over instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        if (!frame.spend(1)) return Failure.BUDGET;
        frame.slots[first] = each.getKey();
        if (second >= 0) frame.slots[second] = each.getValue();
        if (!turn(frame)) break;
      }
    } else {
      return Failure.noOverload("a loop over", over);
    }
    return result.eval(frame);
  }

  private boolean turn(Frame frame) {
    if (!Boolean.TRUE.equals(condition.eval(frame))) return false;
    frame.slots[accu] = step.eval(frame);
    return true;
  }
}
