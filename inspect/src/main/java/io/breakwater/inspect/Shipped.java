package io.breakwater.inspect;

import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.malware.Malware;
import io.breakwater.model.Check;
import io.breakwater.model.Component;
import io.breakwater.model.Confidence;
import io.breakwater.model.Digest;
import io.breakwater.model.Layer;
import io.breakwater.model.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what a package of the distribution brought. Whatever a distribution ships to everybody is
 * no secret, and its programs that start shells are no web shells. A file that lies in a layer
 * above the last work of the package manager may have been put in the place of the package's, one
 * that differs from the package's was, and settings are anybody's: for them nothing is known.
 */
final class Shipped {
  private static final String SETTINGS = "/etc/";

  private static final String DIFFERS = "file-differs-from-package";

  private final Subject subject;
  private final Set<String> replaced = new HashSet<>();
  private final Set<String> libraries = new HashSet<>();
  private final Map<String, Integer> lastLayers = new HashMap<>();

  Shipped(Subject subject, List<Judgement> judgements) {
    this.subject = subject;
    for (Judgement found : judgements) {
      if (found.check().id().equals(DIFFERS)) replaced.add(found.path());
    }
    var numbers = new HashMap<Digest, Integer>();
    List<Layer> layers = subject.image().layers();
    for (int i = 0; i < layers.size(); i++) numbers.put(layers.get(i).diffId(), i);
    for (Component component : subject.components()) {
      for (Location at : component.locations()) {
        int layer = at.layer().map(digest -> numbers.getOrDefault(digest, 0)).orElse(0);
        lastLayers.merge(component.id(), layer, Math::max);
        if (component.type().equals("pypi")) library(at.path());
      }
    }
  }

  /** A folder into which pip installs: the one above that of the package's own facts. */
  private void library(String path) {
    int facts = path.lastIndexOf(".dist-info/");
    int folder = facts < 0 ? -1 : path.lastIndexOf('/', facts);
    if (folder > 0) libraries.add(path.substring(0, folder));
  }

  /** What stands in packages of Python as everybody gets them is seldom a secret. */
  Judgement weighed(Judgement found) {
    boolean isSecret = found.check().area() == Check.Area.SECRET;
    if (!isSecret || found.confidence() != Confidence.MEDIUM) return found;
    String path = found.path();
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      if (libraries.contains(path.substring(0, slash))) return found.with(Confidence.LOW);
    }
    return found;
  }

  /** Whether a package brought what was found, so that it is no finding. */
  boolean explains(Judgement found) {
    Check.Area area = found.check().area();
    if (area != Check.Area.SECRET && area != Check.Area.MALWARE) return false;
    if (Malware.isBySignature(found.check())) return false; // the user asked for just these bytes
    int inner = found.path().indexOf("!/");
    String path = inner < 0 ? found.path() : found.path().substring(0, inner);
    if (path.equals("/") || path.startsWith(SETTINGS) || replaced.contains(path)) return false;
    Optional<String> owner = subject.owner(path);
    return owner.isPresent() && found.layer() <= lastLayers.getOrDefault(owner.get(), -1);
  }
}
