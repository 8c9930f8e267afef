package io.breakwater.advisory.vex;

import io.breakwater.advisory.vex.VexProduct.Identity;
import io.breakwater.model.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads CSAF 2.0: products from the tree, what is part of what from the relationships, and one
 * statement for each status of a hole and each reason that is given for it.
 */
final class CsafVex {
  /** Relationships of relationships: nobody nests deeper. */
  private static final int DEEPEST = 8;

  private static final Map<String, VexStatus> STATUS = new LinkedHashMap<>();

  static {
    STATUS.put("known_not_affected", VexStatus.NOT_AFFECTED);
    STATUS.put("fixed", VexStatus.FIXED);
    STATUS.put("first_fixed", VexStatus.FIXED);
    STATUS.put("known_affected", VexStatus.AFFECTED);
    STATUS.put("first_affected", VexStatus.AFFECTED);
    STATUS.put("last_affected", VexStatus.AFFECTED);
    STATUS.put("under_investigation", VexStatus.UNDER_INVESTIGATION);
  }

  private final Json.Obj about;
  private final Json.Obj document;
  private final String name;
  private final Map<String, Identity> identities = new HashMap<>();
  private final Map<String, Relation> relations = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private int products;

  /** One product as a part of another. */
  private record Relation(String part, String whole) {}

  CsafVex(Json.Obj about, Json.Obj document, String name) {
    this.about = about;
    this.document = document;
    this.name = name;
  }

  VexDocument read() throws InvalidVexException {
    Json.Obj tree = document.object("product_tree");
    branches(tree);
    for (Json.Obj product : tree.objects("full_product_names")) product(product);
    for (Json.Obj relation : tree.objects("relationships")) {
      Json.Obj product = relation.object("full_product_name");
      product(product);
      relations.put(
          product.text("product_id"),
          new Relation(
              relation.text("product_reference"), relation.text("relates_to_product_reference")));
    }
    for (Json.Obj group : tree.objects("product_groups")) {
      groups.put(group.text("group_id"), group.texts("product_ids"));
    }
    Json.Obj tracking = about.object("tracking");
    Optional<Instant> timestamp = VexReader.instant(tracking.text("current_release_date"));
    var statements = new ArrayList<VexStatement>();
    for (Json.Obj hole : document.objects("vulnerabilities")) {
      statements(hole, timestamp, statements);
    }
    return new VexDocument(
        VexFormat.CSAF,
        VexReader.first(tracking.text("id"), name),
        about.object("publisher").text("name"),
        timestamp,
        statements);
  }

  /** The nesting is bounded as that of the JSON is. */
  private void branches(Json.Obj parent) {
    for (Json.Obj branch : parent.objects("branches")) {
      product(branch.object("product"));
      branches(branch);
    }
  }

  private void product(Json.Obj product) {
    String id = product.text("product_id");
    if (id.isEmpty()) return;
    Json.Obj helper = product.object("product_identification_helper");
    var identity = new IdentityBuilder();
    identity.purl(helper.text("purl"));
    for (String purl : helper.texts("purls")) identity.purl(purl);
    identity.cpe(helper.text("cpe"));
    for (Json.Obj hashes : helper.objects("hashes")) {
      for (Json.Obj hash : hashes.objects("file_hashes")) {
        identity.hash(hash.text("algorithm"), hash.text("value"));
      }
    }
    identities.put(id, identity.build());
  }

  private void statements(Json.Obj hole, Optional<Instant> timestamp, List<VexStatement> out)
      throws InvalidVexException {
    var ids = new ArrayList<String>();
    ids.add(hole.text("cve"));
    for (Json.Obj other : hole.objects("ids")) ids.add(other.text("text"));
    ids.removeIf(String::isBlank);
    if (ids.isEmpty()) return;
    Map<String, Justification> why = justifications(hole);
    Map<String, String> impact = details(hole.objects("threats"), "impact");
    Map<String, String> action = details(hole.objects("remediations"), "");
    for (Map.Entry<String, VexStatus> each : STATUS.entrySet()) {
      VexStatus status = each.getValue();
      Map<String, String> words = status == VexStatus.NOT_AFFECTED ? impact : action;
      var bySaying = new LinkedHashMap<String, List<VexProduct>>();
      var saying = new HashMap<String, String>();
      for (String id : hole.object("product_status").texts(each.getKey())) {
        count(1);
        Optional<VexProduct> product = resolve(id);
        if (product.isEmpty()) continue;
        String key = why.get(id) + "\n" + words.getOrDefault(id, "");
        saying.putIfAbsent(key, id);
        bySaying.computeIfAbsent(key, none -> new ArrayList<>()).add(product.get());
      }
      bySaying.forEach(
          (key, about) -> {
            String id = saying.getOrDefault(key, "");
            out.add(
                new VexStatement(
                    ids,
                    about,
                    status,
                    Optional.ofNullable(why.get(id)),
                    words.getOrDefault(id, ""),
                    timestamp));
          });
    }
  }

  /** A product, or a part of one; empty when nothing tells what it is. */
  private Optional<VexProduct> resolve(String id) {
    Relation relation = relations.get(id);
    Identity itself = identities.getOrDefault(id, new IdentityBuilder().build());
    if (relation == null) {
      return itself.isEmpty() ? Optional.empty() : Optional.of(new VexProduct(itself, List.of()));
    }
    Identity part = itself.purls().isEmpty() ? identity(relation.part(), 0) : itself;
    Identity whole = identity(relation.whole(), 0);
    if (part.isEmpty()) return Optional.empty();
    return Optional.of(new VexProduct(whole, List.of(part)));
  }

  /** By what a product is recognised: one that is part of another by itself. */
  private Identity identity(String id, int depth) {
    Identity own = identities.getOrDefault(id, new IdentityBuilder().build());
    Relation relation = relations.get(id);
    if (!own.isEmpty() || relation == null || depth >= DEEPEST) return own;
    return identity(relation.part(), depth + 1);
  }

  private void count(int more) throws InvalidVexException {
    products += more;
    if (products > VexReader.MOST_PRODUCTS) {
      throw new InvalidVexException("it names too many products");
    }
  }

  private Map<String, Justification> justifications(Json.Obj hole) throws InvalidVexException {
    var out = new HashMap<String, Justification>();
    for (Json.Obj flag : hole.objects("flags")) {
      Optional<Justification> label = Justification.parse(flag.text("label"));
      if (label.isEmpty()) continue;
      for (String id : meant(flag)) out.put(id, label.get());
    }
    return out;
  }

  private Map<String, String> details(List<Json.Obj> entries, String category)
      throws InvalidVexException {
    var out = new HashMap<String, String>();
    for (Json.Obj entry : entries) {
      if (!category.isEmpty() && !entry.text("category").equals(category)) continue;
      for (String id : meant(entry)) out.putIfAbsent(id, entry.text("details"));
    }
    return out;
  }

  private List<String> meant(Json.Obj entry) throws InvalidVexException {
    var out = new ArrayList<>(entry.texts("product_ids"));
    for (String group : entry.texts("group_ids")) {
      out.addAll(groups.getOrDefault(group, List.of()));
      count(groups.getOrDefault(group, List.of()).size());
    }
    return out;
  }
}
