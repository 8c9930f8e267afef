package io.breakwater.advisory.internal.feed;

import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The products of a CSAF document. A status speaks about a package as a component of a release;
 * between the two a module may stand.
 */
final class CsafProducts {
  private static final int MAX_DEPTH = 60;

  private final CsafPublisher publisher;
  private final Map<String, Product> products = new HashMap<>();
  private final Map<String, Relation> relations = new HashMap<>();

  private record Product(String name, String cpe, String purl) {}

  private record Relation(String component, String of) {}

  /** A package as a name that an advisory can be about. */
  private record Named(String name, String evr, String module) {}

  /**
   * What a status is about.
   *
   * @param evr the version that it names; may be empty
   * @param module the module stream; may be empty
   */
  record Claimed(String ecosystem, String name, String evr, String module) {}

  private CsafProducts(CsafPublisher publisher) {
    this.publisher = publisher;
  }

  static CsafProducts read(Json.Obj tree, CsafPublisher publisher) {
    var out = new CsafProducts(publisher);
    out.branches(tree, 0);
    for (Json.Obj one : tree.objects("full_product_names")) out.product(one);
    for (Json.Obj one : tree.objects("relationships")) {
      out.relations.put(
          one.object("full_product_name").text("product_id"),
          new Relation(one.text("product_reference"), one.text("relates_to_product_reference")));
    }
    return out;
  }

  private void branches(Json.Obj parent, int depth) {
    if (depth > MAX_DEPTH) return;
    for (Json.Obj branch : parent.objects("branches")) {
      if (branch.get("product").isPresent()) product(branch.object("product"));
      branches(branch, depth + 1);
    }
  }

  private void product(Json.Obj product) {
    Json.Obj helper = product.object("product_identification_helper");
    products.put(
        product.text("product_id"),
        new Product(product.text("name"), helper.text("cpe"), helper.text("purl")));
  }

  /**
   * What a product of a status is; empty for what is no rpm package of a distribution.
   *
   * @param versioned whether its name holds a version, where nothing else does
   */
  Optional<Claimed> claimed(String id, boolean versioned) {
    Relation relation = relations.get(id);
    if (relation == null) return Optional.empty();
    String release = relation.of();
    String module = "";
    Relation further = relations.get(release);
    if (further != null) {
      module = stream(further.component());
      release = further.of();
    }
    Product product = products.getOrDefault(release, new Product(release, "", ""));
    Optional<String> ecosystem =
        publisher
            .ecosystem(product.name().isEmpty() ? release : product.name(), product.cpe())
            .or(() -> publisher.ecosystem(relation.of(), ""));
    if (ecosystem.isEmpty()) return Optional.empty();
    String between = module;
    return named(relation.component(), versioned)
        .map(
            named ->
                new Claimed(
                    ecosystem.get(),
                    named.name(),
                    named.evr(),
                    named.module().isEmpty() ? between : named.module()));
  }

  private Optional<Named> named(String component, boolean versioned) {
    Product product = products.get(component);
    if (product != null && !product.purl().isEmpty()) return ofPurl(product.purl());
    String text = component;
    String module = "";
    int slash = text.indexOf('/');
    if (slash > 0 && text.lastIndexOf(':', slash) > 0) {
      module = text.substring(0, slash);
      text = text.substring(slash + 1);
    } else if (slash >= 0 || text.contains("@sha256")) {
      return Optional.empty();
    }
    String stream = module;
    Optional<Rpm> rpm = versioned ? Rpm.parse(text) : Optional.empty();
    if (rpm.isPresent()) {
      return rpm.map(one -> new Named(one.name(), one.evr(), stream));
    }
    return versioned || text.isBlank() || text.indexOf(' ') >= 0
        ? Optional.empty()
        : Optional.of(new Named(text, "", stream));
  }

  /**
   * By {@code pkg:rpm/redhat/npm@8.1?arch=x86_64&epoch=1&rpmmod=nodejs:16:8060…:ad008a3a}. A module
   * as a whole, {@code pkg:rpmmod/redhat/nodejs@16:8060…}, is a package here, called by its stream.
   */
  private static Optional<Named> ofPurl(String text) {
    Purl purl;
    try {
      purl = Purl.parse(text);
    } catch (InvalidPurlException malformed) {
      return Optional.empty();
    }
    if (!purl.type().equals("rpm")) return Optional.empty();
    String version = purl.version().orElse("");
    String epoch = purl.qualifiers().getOrDefault("epoch", "");
    String evr = version.isEmpty() ? "" : Rpm.evr(epoch, version, "");
    return Optional.of(
        new Named(purl.name(), evr, stream(purl.qualifiers().getOrDefault("rpmmod", ""))));
  }

  /** The first two parts of {@code nodejs:16:8060020230825121312:ad008a3a}. */
  private static String stream(String module) {
    int first = module.indexOf(':');
    int second = first < 0 ? -1 : module.indexOf(':', first + 1);
    return second < 0 ? module : module.substring(0, second);
  }
}
