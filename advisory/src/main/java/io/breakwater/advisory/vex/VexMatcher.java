package io.breakwater.advisory.vex;

import io.breakwater.advisory.vex.VexProduct.Identity;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds what VEX says about findings in an image. Where several statements are about the same hole
 * in the same package, this decides:
 *
 * <ol>
 *   <li>one about this image beats one about the package wherever it is; of the latter, one that
 *       names the version beats one for all versions;
 *   <li>then the newest, by the statement's timestamp or else its document's;
 *   <li>then the document that was given last, and the statement that stands last in it.
 * </ol>
 */
public final class VexMatcher {
  private static final Comparator<Match> FIRMEST =
      Comparator.<Match>comparingInt(Match::closeness)
          .thenComparing(m -> m.statement().timestamp().orElse(Instant.MIN))
          .thenComparingInt(Match::order);

  private final Map<String, List<Said>> byId = new HashMap<>();
  private final VexSubject subject;

  /** A statement, where it stands, and its place among all. */
  private record Said(VexDocument document, VexStatement statement, int order) {}

  /**
   * A statement about a finding.
   *
   * @param document in which it stands
   * @param closeness 3 and more: about the image; 2: about this version; 1: about all versions
   * @param order its place among all statements
   */
  public record Match(VexDocument document, VexStatement statement, int closeness, int order) {}

  /**
   * A matcher for one image.
   *
   * @param documents in the order in which they were given
   */
  public VexMatcher(List<VexDocument> documents, ImageInfo image, List<Component> components) {
    this.subject = new VexSubject(image, components);
    int order = 0;
    for (VexDocument document : documents) {
      for (VexStatement statement : document.statements()) {
        var said = new Said(document, statement, order++);
        for (String id : statement.vulnerabilities()) {
          byId.computeIfAbsent(folded(id), none -> new ArrayList<>(1)).add(said);
        }
      }
    }
  }

  private static String folded(String id) {
    return id.strip().toLowerCase(Locale.ROOT);
  }

  /** The statement that decides about a finding in a component. */
  public Optional<Match> decide(Finding.AboutPackage finding, Component component) {
    return all(finding, component).stream().findFirst();
  }

  /** Every statement about a finding in a component, the one that decides first. */
  public List<Match> all(Finding.AboutPackage finding, Component component) {
    var ids = new LinkedHashSet<String>();
    ids.add(finding.id());
    ids.addAll(finding.aliases());
    return all(ids, component);
  }

  /** Every statement about a hole in a component, the one that decides first. */
  public List<Match> all(Collection<String> ids, Component component) {
    if (byId.isEmpty()) return List.of();
    var candidates = new TreeMap<Integer, Said>();
    for (String id : ids) {
      for (Said said : byId.getOrDefault(folded(id), List.of())) candidates.put(said.order(), said);
    }
    var out = new ArrayList<Match>();
    for (Said said : candidates.values()) {
      int closeness = 0;
      for (VexProduct product : said.statement().products()) {
        closeness = Math.max(closeness, closeness(product, component));
      }
      if (closeness > 0) {
        out.add(new Match(said.document(), said.statement(), closeness, said.order()));
      }
    }
    out.sort(FIRMEST.reversed());
    return out;
  }

  private int closeness(VexProduct product, Component component) {
    int part = 0;
    for (Identity each : product.subcomponents()) {
      part = Math.max(part, VexSubject.isComponent(each, component));
    }
    boolean whole = product.subcomponents().isEmpty();
    if (!whole && part == 0) return 0;
    if (subject.isImage(product.identity())) return 3 + part;
    if (whole) return VexSubject.isComponent(product.identity(), component);
    boolean inside =
        subject.isDistribution(product.identity())
            || subject.isAround(product.identity(), component)
            || subject.isRootOf(product.identity(), component)
            || VexSubject.isComponent(product.identity(), component) > 0;
    return inside ? part : 0;
  }
}
