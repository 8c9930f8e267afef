package io.breakwater.inspect.internal;

import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Finding;
import io.breakwater.model.Severity;

/**
 * What is wrong, before it is known who brought it.
 *
 * @param check what was looked for
 * @param severity of this case
 * @param confidence how sure it is
 * @param layer the index of the layer, from 0; -1 for the image's configuration
 * @param path absolute; {@code /} for the image's configuration
 * @param line from 1; 0 when the whole file is meant
 * @param part which part of it; may be empty
 * @param standing whether a container sees it
 * @param evidence what was seen, secrets masked; may be empty
 */
public record Judgement(
    Check check,
    Severity severity,
    Confidence confidence,
    int layer,
    String path,
    int line,
    String part,
    Finding.Standing standing,
    String evidence) {

  /** Of something that was seen in a layer. */
  public static Judgement of(Check check, Seen seen) {
    Sighting at = seen.sighting();
    return new Judgement(
        check,
        check.severity(),
        at.confidence(),
        seen.layer(),
        "/" + at.path(),
        at.line(),
        at.part(),
        seen.standing(),
        at.evidence());
  }

  /** Of the image's configuration. */
  public static Judgement ofConfiguration(Check check, String part, String evidence) {
    return new Judgement(
        check,
        check.severity(),
        Confidence.HIGH,
        -1,
        "/",
        0,
        part,
        Finding.Standing.PRESENT,
        evidence);
  }

  /** The same, worse or less bad. */
  public Judgement with(Severity other) {
    return new Judgement(check, other, confidence, layer, path, line, part, standing, evidence);
  }

  /** The same, more or less sure. */
  public Judgement with(Confidence other) {
    return new Judgement(check, severity, other, layer, path, line, part, standing, evidence);
  }
}
