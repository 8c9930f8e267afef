package io.breakwater.oci.internal.settings;

import io.breakwater.model.ImageReference;
import io.breakwater.model.json.InvalidTomlException;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What containers-registries.conf(5), version 2, says: where registries and their mirrors are,
 * which are blocked, what short names mean. Keys that we do not know are left alone: the file is
 * another tool's.
 *
 * @param registries by prefix
 * @param searched the registries of {@code unqualified-search-registries}
 * @param aliases short names and what they stand for
 */
public record RegistriesConf(
    Map<String, Registry> registries, List<String> searched, Map<String, String> aliases) {
  /** Says nothing. */
  public static final RegistriesConf NONE = new RegistriesConf(Map.of(), List.of(), Map.of());

  /** Which references a mirror serves. */
  public enum Serves {
    ALL,
    DIGESTS,
    TAGS
  }

  /** A mirror of a registry. */
  public record Mirror(String location, boolean insecure, Serves serves) {
    boolean serves(ImageReference reference) {
      return switch (serves) {
        case ALL -> true;
        case DIGESTS -> reference.digest().isPresent();
        case TAGS -> reference.digest().isEmpty();
      };
    }
  }

  /** The settings of what starts with a prefix; an empty location leaves the name as it is. */
  public record Registry(
      String prefix, String location, boolean insecure, boolean blocked, List<Mirror> mirrors) {}

  /**
   * Reads a file.
   *
   * @throws InvalidTomlException when it is not TOML
   */
  public static RegistriesConf parse(byte[] file) throws InvalidTomlException {
    Json.Obj document = Toml.object(file);
    var registries = new LinkedHashMap<String, Registry>();
    for (Json.Obj table : document.objects("registry")) {
      Registry registry = registry(table);
      if (!registry.prefix().isEmpty()) registries.put(registry.prefix(), registry);
    }
    var aliases = new LinkedHashMap<String, String>();
    document
        .object("aliases")
        .members()
        .forEach(
            (name, value) -> {
              if (value instanceof Json.Str(String full)) aliases.put(name, full);
            });
    return new RegistriesConf(registries, document.texts("unqualified-search-registries"), aliases);
  }

  private static Registry registry(Json.Obj table) {
    String location = trimmed(table.text("location"));
    String prefix = trimmed(table.text("prefix"));
    boolean digestsOnly = table.isTrue("mirror-by-digest-only");
    var mirrors = new ArrayList<Mirror>();
    for (Json.Obj mirror : table.objects("mirror")) {
      String where = trimmed(mirror.text("location"));
      if (where.isEmpty()) continue;
      Serves serves =
          switch (mirror.text("pull-from-mirror")) {
            case "digest-only" -> Serves.DIGESTS;
            case "tag-only" -> Serves.TAGS;
            default -> digestsOnly ? Serves.DIGESTS : Serves.ALL;
          };
      mirrors.add(new Mirror(where, mirror.isTrue("insecure"), serves));
    }
    return new Registry(
        prefix.isEmpty() ? location : prefix,
        location,
        table.isTrue("insecure"),
        table.isTrue("blocked"),
        List.copyOf(mirrors));
  }

  private static String trimmed(String location) {
    String out = location;
    while (out.endsWith("/")) out = out.substring(0, out.length() - 1);
    return out;
  }

  /** These settings with those of a later file laid over them. */
  RegistriesConf with(RegistriesConf later) {
    var allRegistries = new LinkedHashMap<>(registries);
    allRegistries.putAll(later.registries);
    var allAliases = new LinkedHashMap<>(aliases);
    allAliases.putAll(later.aliases);
    return new RegistriesConf(
        allRegistries, later.searched.isEmpty() ? searched : later.searched, allAliases);
  }

  /** The settings with the longest prefix that fits. */
  public Optional<Registry> of(ImageReference reference) {
    String name = reference.toString();
    Registry best = null;
    for (Registry registry : registries.values()) {
      if (matched(registry.prefix(), name) < 0) continue;
      if (best == null || registry.prefix().length() > best.prefix().length()) best = registry;
    }
    return Optional.ofNullable(best);
  }

  /**
   * How much of a name a prefix covers, or -1: whole parts only; {@code *.example.com} covers hosts
   * below it.
   */
  static int matched(String prefix, String name) {
    int end;
    if (prefix.startsWith("*.")) {
      int slash = name.indexOf('/');
      String suffix = prefix.substring(1);
      int found = name.indexOf(suffix);
      if (found < 0 || (slash >= 0 && found > slash)) return -1;
      end = found + suffix.length();
    } else {
      if (!name.startsWith(prefix)) return -1;
      end = prefix.length();
    }
    return end == name.length() || "/:@".indexOf(name.charAt(end)) >= 0 ? end : -1;
  }
}
