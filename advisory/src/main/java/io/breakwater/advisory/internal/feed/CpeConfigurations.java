package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.internal.Versions;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.AffectedRange.End;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Turns the configurations of NVD into statements about applications. A node joined by AND with
 * others makes a statement that requires one of each other's products; a requirement on hardware or
 * on a foreign system can never hold in a Linux image, so that its statements are left out, one on
 * the Linux kernel always does. Negated nodes name what is not affected and make no statement.
 */
final class CpeConfigurations {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_MATCHES = 50_000;

  private final RecordBuilder record;

  /** Statements about a product: ranges and versions by what they require. */
  private final Map<Key, Said> said = new LinkedHashMap<>();

  private int matches;

  private record Key(String name, List<String> requires) {}

  private record Said(List<AffectedRange> ranges, TreeSet<String> versions) {}

  /** One node, without those below it. */
  private record Node(boolean negated, List<Json.Obj> matches) {}

  CpeConfigurations(RecordBuilder record) {
    this.record = record;
  }

  /** A configuration of the API 2.0: nodes under one operator. */
  void configuration(Json.Obj configuration) {
    if (configuration.isTrue("negate")) return;
    nodes(configuration.text("operator"), configuration.objects("nodes"), 0);
  }

  /** A node of the 1.1 feeds: matches, or nodes below it under its operator. */
  void node(Json.Obj node) {
    if (node.isTrue("negate")) return;
    List<Json.Obj> children = node.objects("children");
    if (children.isEmpty()) nodes("OR", List.of(node), 0);
    else nodes(node.text("operator"), children, 0);
  }

  private void nodes(String operator, List<Json.Obj> nodes, int depth) {
    if (depth > MAX_DEPTH) return;
    if (!operator.equals("AND")) {
      for (Json.Obj node : nodes) {
        if (node.isTrue("negate")) continue;
        if (!node.objects("children").isEmpty()) {
          nodes(node.text("operator"), node.objects("children"), depth + 1);
        } else if (node.text("operator").equals("AND")) {
          joined(
              node.objects(key(node)).stream().map(one -> new Node(false, List.of(one))).toList());
        } else {
          joined(List.of(new Node(false, node.objects(key(node)))));
        }
      }
      return;
    }
    joined(nodes.stream().map(CpeConfigurations::flat).toList());
  }

  private static Node flat(Json.Obj node) {
    var matches = new ArrayList<>(node.objects(key(node)));
    for (Json.Obj child : node.objects("children")) matches.addAll(child.objects(key(child)));
    return new Node(node.isTrue("negate"), matches);
  }

  private static String key(Json.Obj node) {
    return node.get("cpeMatch").isPresent() ? "cpeMatch" : "cpe_match";
  }

  /** Nodes of which each has to hold. */
  private void joined(List<Node> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).negated()) continue;
      Optional<List<String>> requires = requires(nodes, i);
      if (requires.isEmpty()) continue;
      for (Json.Obj match : nodes.get(i).matches()) vulnerable(match, requires.get());
    }
  }

  /**
   * What the other nodes require; empty when it can never hold. Of several the one with the fewest
   * products is kept, which is the strictest.
   */
  private static Optional<List<String>> requires(List<Node> nodes, int of) {
    List<String> strictest = List.of();
    for (int i = 0; i < nodes.size(); i++) {
      if (i == of || nodes.get(i).negated()) continue;
      Optional<List<String>> one = required(nodes.get(i));
      if (one.isEmpty()) return Optional.empty();
      boolean stricter = strictest.isEmpty() || one.get().size() < strictest.size();
      if (!one.get().isEmpty() && stricter) strictest = one.get();
    }
    return Optional.of(strictest);
  }

  /** The products of which one has to be there: none when any will do. */
  private static Optional<List<String>> required(Node node) {
    var names = new TreeSet<String>();
    for (Json.Obj match : node.matches()) {
      Optional<Cpe> cpe = cpe(match);
      if (cpe.isEmpty() || cpe.get().isForeign()) continue;
      switch (cpe.get().part()) {
        case 'a' -> names.add(cpe.get().name());
        case 'o' -> {
          if (cpe.get().name().equals("linux:linux_kernel")) return Optional.of(List.of());
          if (OperatingSystems.isLinux(cpe.get())) names.add("o:" + cpe.get().name());
        }
        default -> {
          // No image has hardware.
        }
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names));
  }

  private static Optional<Cpe> cpe(Json.Obj match) {
    String text = match.text("criteria");
    if (text.isEmpty()) text = match.text("cpe23Uri");
    return Cpe.parse(text.isEmpty() ? match.text("cpe22Uri") : text);
  }

  private void vulnerable(Json.Obj match, List<String> requires) {
    if (!match.isTrue("vulnerable") || ++matches > MAX_MATCHES) return;
    Optional<Cpe> found = cpe(match);
    if (found.isEmpty() || found.get().part() != 'a' || found.get().isForeign()) return;
    Cpe cpe = found.get();
    Said here =
        said.computeIfAbsent(
            new Key(cpe.name(), requires), k -> new Said(new ArrayList<>(), new TreeSet<>()));
    if (!cpe.version().equals("*")) {
      if (!cpe.version().equals("-")) here.versions().add(cpe.printed());
      return;
    }
    range(match, cpe).ifPresent(here.ranges()::add);
  }

  private static Optional<AffectedRange> range(Json.Obj match, Cpe cpe) {
    String from = match.text("versionStartIncluding").strip();
    String above = match.text("versionStartExcluding").strip();
    String below = match.text("versionEndExcluding").strip();
    String upTo = match.text("versionEndIncluding").strip();
    for (String one : new String[] {from, above, below, upTo}) {
      if (!one.isEmpty() && !Versions.of("generic").isOrdered(one)) return Optional.empty();
    }
    End end = new End.Open();
    if (!below.isEmpty()) end = new End.Fixed(below);
    else if (!upTo.isEmpty()) end = new End.LastAffected(last(cpe, upTo));
    String start = from.isEmpty() && !above.isEmpty() ? new Spans("generic").above(above) : from;
    return Optional.of(new AffectedRange(start, end));
  }

  /** OpenSSH 9.2 is published as 9.2p1: NVD counts p1 as its update, which the range holds. */
  private static String last(Cpe cpe, String version) {
    boolean portable = cpe.name().equals("openbsd:openssh") && version.indexOf('p') < 0;
    return portable ? version + "p99" : version;
  }

  /** Gives the statements to the record. */
  void finish() {
    said.forEach(
        (key, one) ->
            record.affects(
                "CPE", key.name(), one.ranges(), List.copyOf(one.versions()), key.requires()));
  }
}
