package io.breakwater.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Digest;
import io.breakwater.model.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is written is read again as the same. */
final class RoundTrip {
  static final SbomWriter WRITER = SbomWriter.stable("breakwater", "0.0.0");

  private RoundTrip() {}

  static byte[] written(Sbom sbom, SbomFormat format) throws IOException {
    var out = new ByteArrayOutputStream();
    WRITER.write(sbom, format, out);
    return out.toByteArray();
  }

  /** Fails when a format loses anything of an SBOM's components, or writes other bytes again. */
  static void check(Sbom sbom) throws IOException {
    for (SbomFormat format : SbomFormat.values()) {
      byte[] document = written(sbom, format);
      Sbom again = SbomReader.read(document);
      assertThat(again.defects()).as(format.id()).isEmpty();
      assertThat(facts(again)).as(format.id()).isEqualTo(facts(sbom));
      assertThat(again.subject().name())
          .isEqualTo(
              sbom.subject().name().isEmpty() ? again.subject().name() : sbom.subject().name());
      assertThat(again.os().id()).isEqualTo(sbom.os().id());
      assertThat(again.os().version()).isEqualTo(sbom.os().version());
      assertThat(written(sbom, format)).as("stable bytes").isEqualTo(document);
    }
  }

  /** Everything that formats have to keep, refs as numbers, since SPDX allows other ids. */
  private static List<String> facts(Sbom sbom) {
    Map<String, Integer> numbers = new HashMap<>();
    for (SbomComponent component : sbom.components()) {
      numbers.put(component.ref(), numbers.size());
    }
    var facts = new ArrayList<String>();
    for (SbomComponent each : sbom.components()) {
      var licences = new TreeSet<String>();
      for (String words : each.licences()) licences.addAll(LicenceExpression.conjuncts(words));
      var needs = new TreeSet<Integer>();
      for (String ref : each.dependsOn()) {
        Integer number = numbers.get(ref);
        if (number != null && !ref.equals(each.ref())) needs.add(number);
      }
      facts.add(
          String.join(
              " | ",
              each.kind().id(),
              each.purl().map(Object::toString).orElse(""),
              each.name(),
              each.version(),
              licences.toString(),
              new TreeSet<>(each.hashes().stream().map(Digest::toString).toList()).toString(),
              new TreeSet<>(each.cpes()).toString(),
              needs.toString(),
              each.scope().id(),
              String.valueOf(numbers.get(each.property(Names.OWNED_BY))),
              each.source().toString(),
              each.locations().stream().map(Location::toString).toList().toString()));
    }
    return facts;
  }
}
