package io.breakwater.oci.internal.settings;

import io.breakwater.model.Digest;
import io.breakwater.model.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says which names a word may mean, and at which registries an image may be fetched. */
public final class RegistryPlaces {
  private static final String HUB = "docker.io";
  private static final String HUB_HOST = "registry-1.docker.io";

  /**
   * A registry to ask.
   *
   * @param host name and perhaps port to connect to
   * @param account the registry's name, under which credentials are kept
   * @param repository the repository there
   * @param security how much of it the user asks for
   */
  public record Place(String host, String account, String repository, Security security) {
    /** The same place, insecure by the user's word. */
    public Place insecurely() {
      return security == Security.PLAIN
          ? this
          : new Place(host, account, repository, Security.INSECURE);
    }
  }

  /** How to talk to a registry. */
  public enum Security {
    /** By TLS; on this machine also without. */
    TLS,
    /** By TLS with any certificate, or without. */
    INSECURE,
    /** By plain HTTP. */
    PLAIN;

    static Security of(boolean insecure) {
      return insecure ? INSECURE : TLS;
    }
  }

  private final RegistriesConf conf;
  private final List<DockerMirror> dockerMirrors;

  /** A mirror of Docker Hub in the daemon's settings. */
  public record DockerMirror(String host, Security security) {}

  /**
   * @param dockerMirrors of {@code docker.io}; used when {@code conf} names none
   */
  public RegistryPlaces(RegistriesConf conf, List<DockerMirror> dockerMirrors) {
    this.conf = conf;
    this.dockerMirrors = List.copyOf(dockerMirrors);
  }

  /**
   * The complete names that a name may mean: itself where it names a registry; else what an alias
   * or each searched registry makes of it; else Docker Hub's.
   *
   * @throws io.breakwater.model.InvalidReferenceException when it is no name
   */
  public List<ImageReference> candidates(String name) {
    ImageReference plain = ImageReference.parse(name);
    if (namesRegistry(name)) return List.of(plain);
    String bare = bare(name);
    String suffix = name.substring(bare.length());
    String alias = conf.aliases().get(bare);
    if (alias != null) return List.of(ImageReference.parse(alias + suffix));
    if (conf.searched().isEmpty()) return List.of(plain);
    return conf.searched().stream().map(r -> ImageReference.parse(r + "/" + name)).toList();
  }

  /** Whether a name begins with a registry, as Docker tells it. */
  public static boolean namesRegistry(String name) {
    int slash = name.indexOf('/');
    if (slash < 0) return false;
    String first = name.substring(0, slash);
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  private static String bare(String name) {
    int end = name.indexOf('@');
    String out = end < 0 ? name : name.substring(0, end);
    int colon = out.lastIndexOf(':');
    return colon > out.lastIndexOf('/') ? out.substring(0, colon) : out;
  }

  /**
   * Where to ask for an image, in order: mirrors, then its source. Empty when it is blocked.
   *
   * @throws io.breakwater.model.InvalidReferenceException when the settings make no name of it
   */
  public List<Place> places(ImageReference reference) {
    Optional<RegistriesConf.Registry> settings = conf.of(reference);
    if (settings.filter(RegistriesConf.Registry::blocked).isPresent()) return List.of();
    var out = new ArrayList<Place>();
    for (RegistriesConf.Mirror mirror :
        settings.map(RegistriesConf.Registry::mirrors).orElse(List.of())) {
      if (!mirror.serves(reference)) continue;
      out.add(
          place(moved(reference, settings.get().prefix(), mirror.location()), mirror.insecure()));
    }
    if (out.isEmpty() && reference.registry().equals(HUB)) {
      for (DockerMirror mirror : dockerMirrors) {
        out.add(new Place(mirror.host(), mirror.host(), reference.repository(), mirror.security()));
      }
    }
    ImageReference source =
        settings
            .filter(s -> !s.location().isEmpty())
            .map(s -> moved(reference, s.prefix(), s.location()))
            .orElse(reference);
    boolean insecure = settings.filter(RegistriesConf.Registry::insecure).isPresent();
    out.add(place(source, insecure));
    return out;
  }

  private static Place place(ImageReference reference, boolean insecure) {
    String account = reference.registry();
    String host = account.equals(HUB) ? HUB_HOST : account;
    return new Place(host, account, reference.repository(), Security.of(insecure));
  }

  private static ImageReference moved(ImageReference reference, String prefix, String location) {
    String name = reference.toString();
    int covered = RegistriesConf.matched(prefix, name);
    if (covered < 0) return reference;
    // Docker's rules for names without a registry do not hold here: the location names one.
    return ImageReference.parse(location + name.substring(covered));
  }

  /** The digest, or else the tag, by which a manifest is asked for. */
  public static String version(ImageReference reference) {
    return reference.digest().map(Digest::toString).or(reference::tag).orElse("latest");
  }
}
