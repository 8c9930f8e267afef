package io.breakwater.advisory.vex;

import io.breakwater.advisory.vex.VexProduct.Identity;
import io.breakwater.model.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads OpenVEX: 0.2 and the first form, in which hole and products are plain strings. */
final class OpenVex {
  private final Json.Obj document;
  private final String name;
  private final List<VexProduct> subjects;
  private int products;

  OpenVex(Json.Obj document, String name, List<VexProduct> subjects) {
    this.document = document;
    this.name = name;
    this.subjects = subjects;
  }

  VexDocument read() throws InvalidVexException {
    if (!(document.members().get("statements") instanceof Json.Arr(List<Json> elements))) {
      throw new InvalidVexException("it has no list of statements");
    }
    Optional<Instant> timestamp =
        VexReader.instant(document.text("last_updated"))
            .or(() -> VexReader.instant(document.text("timestamp")));
    var statements = new ArrayList<VexStatement>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Json.Obj statement)) {
        throw new InvalidVexException("statement " + (i + 1) + " is no object");
      }
      statements.add(statement(statement, i + 1, timestamp));
    }
    return new VexDocument(
        VexFormat.OPENVEX,
        VexReader.first(document.text("@id"), document.text("id"), name),
        document.text("author"),
        timestamp,
        statements);
  }

  private VexStatement statement(Json.Obj statement, int number, Optional<Instant> ofDocument)
      throws InvalidVexException {
    List<String> holes = vulnerabilities(statement);
    if (holes.isEmpty()) {
      throw new InvalidVexException("statement " + number + " names no vulnerability");
    }
    String word = statement.text("status");
    VexStatus status =
        VexStatus.parse(word)
            .orElseThrow(
                () ->
                    new InvalidVexException(
                        "statement " + number + " has no status that OpenVEX knows"));
    return new VexStatement(
        holes,
        products(statement),
        status,
        Justification.parse(statement.text("justification")),
        VexReader.first(
            statement.text(status == VexStatus.AFFECTED ? "action_statement" : "impact_statement"),
            statement.text("status_notes")),
        VexReader.instant(statement.text("last_updated"))
            .or(() -> VexReader.instant(statement.text("timestamp")))
            .or(() -> ofDocument));
  }

  private static List<String> vulnerabilities(Json.Obj statement) {
    var ids = new ArrayList<String>();
    if (statement.get("vulnerability").orElse(null) instanceof Json.Str(String id)) ids.add(id);
    Json.Obj hole = statement.object("vulnerability");
    ids.add(hole.text("name"));
    if (hole.text("name").isEmpty()) ids.add(hole.text("@id"));
    ids.addAll(hole.texts("aliases"));
    ids.removeIf(String::isBlank);
    return ids;
  }

  private List<VexProduct> products(Json.Obj statement) throws InvalidVexException {
    List<Json> named = statement.array("products");
    if (named.isEmpty()) return subjects;
    // The first form lists the parts beside the products.
    List<Identity> parts = identities(statement.array("subcomponents"));
    var out = new ArrayList<VexProduct>(named.size());
    for (Json product : named) {
      List<Identity> own =
          product instanceof Json.Obj object
              ? identities(object.array("subcomponents"))
              : List.of();
      out.add(new VexProduct(identity(product), own.isEmpty() ? parts : own));
    }
    return out;
  }

  private List<Identity> identities(List<Json> values) throws InvalidVexException {
    var out = new ArrayList<Identity>(values.size());
    for (Json value : values) out.add(identity(value));
    return out;
  }

  private Identity identity(Json value) throws InvalidVexException {
    if (++products > VexReader.MOST_PRODUCTS) {
      throw new InvalidVexException("it names too many products");
    }
    var identity = new IdentityBuilder();
    if (value instanceof Json.Str(String id)) return identity.id(id).build();
    if (!(value instanceof Json.Obj product)) return identity.build();
    identity.id(product.text("@id"));
    Json.Obj identifiers = product.object("identifiers");
    identity.purl(identifiers.text("purl"));
    identity.cpe(identifiers.text("cpe23"));
    identity.cpe(identifiers.text("cpe22"));
    product
        .object("hashes")
        .members()
        .forEach(
            (algorithm, hash) -> {
              if (hash instanceof Json.Str(String hex)) identity.hash(algorithm, hex);
            });
    return identity.build();
  }
}
