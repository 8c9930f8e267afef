package io.breakwater.inspect.internal.config;

import io.breakwater.inspect.internal.Judgement;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with how an image is set up. For one thread. */
final class Findings {
  private final List<Judgement> judgements = new ArrayList<>();

  List<Judgement> list() {
    return judgements;
  }

  void add(ConfigCheck check, String part, String evidence) {
    judgements.add(Judgement.ofConfiguration(check.check(), part, evidence));
  }

  void add(ConfigCheck check, Severity severity, String part, String evidence) {
    judgements.add(Judgement.ofConfiguration(check.check(), part, evidence).with(severity));
  }

  /** Of the step that made a layer; -1 for a step that made none. */
  void ofStep(ConfigCheck check, int layer, String part, String evidence) {
    judgements.add(
        new Judgement(
            check.check(),
            check.check().severity(),
            Confidence.HIGH,
            layer,
            "/",
            0,
            part,
            Finding.Standing.PRESENT,
            evidence));
  }
}
