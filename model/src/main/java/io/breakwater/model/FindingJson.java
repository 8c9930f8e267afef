package io.breakwater.model;

import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.util.List;

/** Members that every document about findings writes alike. */
public final class FindingJson {
  private FindingJson() {}

  /** What a priority is made of. */
  public static void terms(JsonOut json, Priority priority) throws IOException {
    json.array(
        "terms",
        priority.terms(),
        term -> {
          json.text("name", term.name());
          json.text("value", term.value());
          json.number("points", term.points());
        });
  }

  /** What each source says about the hole. */
  public static void opinions(JsonOut json, Finding.Vulnerability hole) throws IOException {
    json.array(
        "opinions",
        hole.opinions(),
        opinion -> {
          json.text("provider", opinion.source().provider());
          json.text("record", opinion.source().record());
          json.text("severity", opinion.severity().id());
          json.text("fixState", opinion.fixState().id());
          json.optional("fixedVersion", opinion.fixedVersion());
        });
  }

  /** How each source rates the hole. */
  public static void ratings(JsonOut json, Finding.Vulnerability hole) throws IOException {
    json.array(
        "cvss",
        hole.cvss(),
        rating -> {
          json.text("source", rating.source());
          json.text("vector", rating.vector());
          json.number("score", rating.score());
        });
  }

  /** What a component was recognised by. */
  public static void evidence(JsonOut json, List<Evidence> evidence) throws IOException {
    json.array(
        "evidence",
        evidence,
        each -> {
          json.text("source", each.source());
          json.text("path", each.location().path());
          json.text("statement", each.statement());
        });
  }
}
