package io.breakwater.bench;

import io.breakwater.advisory.AdvisoryDatabase;
import io.breakwater.advisory.InventoryIndex;
import io.breakwater.advisory.PackageKey;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Times the question whom new advisories concern: {@code Rematching DATABASE IMAGES ID...}. The
 * inventories are made up of the packages that the ids speak about and of others, 300 to an image,
 * the popular ones in many images, as bases have it.
 */
public final class Rematching {
  private static final int COMPONENTS = 300;

  private Rematching() {}

  public static void main(String[] arguments) throws Exception {
    int images = Integer.parseInt(arguments[1]);
    List<String> ids = Arrays.asList(arguments).subList(2, arguments.length);
    try (AdvisoryDatabase database = AdvisoryDatabase.open(Path.of(arguments[0]))) {
      var random = new Random(1);
      List<Component> pool = pool(database, ids, random);
      long began = System.nanoTime();
      var builder = new InventoryIndex.Builder();
      for (int image = 0; image < images; image++) {
        var os =
            image % 2 == 0 ? debian(11 + image % 3) : ubuntu(image % 4 == 1 ? "22.04" : "20.04");
        var held = new LinkedHashSet<Component>();
        while (held.size() < COMPONENTS) {
          // A third of the pool makes up most of every image.
          double at = random.nextDouble();
          held.add(pool.get((int) (at * at * pool.size())));
        }
        builder.add("registry.example/team" + image % 50 + "/app" + image, os, List.copyOf(held));
      }
      InventoryIndex index = builder.build();
      System.out.printf(
          "%d inventories of %d components, %d different ones: %.1f s to index%n",
          images, COMPONENTS, index.size(), (System.nanoTime() - began) / 1e9);
      String widest = ids.getFirst();
      for (String id : ids) {
        if (database.packagesOf(id).size() > database.packagesOf(widest).size()) widest = id;
      }
      for (int round = 0; round < 3; round++) time(widest, database, index, List.of(widest));
      for (int round = 0; round < 2; round++) time("a day's feed", database, index, ids);
    }
  }

  private static void time(
      String what, AdvisoryDatabase database, InventoryIndex index, List<String> ids)
      throws Exception {
    long began = System.nanoTime();
    long affected = 0;
    long findings = 0;
    for (InventoryIndex.Affected one : index.rematch(database, ids)) {
      affected += one.images().size();
      findings += (long) one.images().size() * one.findings().size();
    }
    System.out.printf(
        "%s, %d ids: %.3f s, %d packages in images, %d findings%n",
        what, ids.size(), (System.nanoTime() - began) / 1e9, affected, findings);
  }

  /** Packages with names that the ids speak about, in many versions, and as many others. */
  private static List<Component> pool(AdvisoryDatabase database, List<String> ids, Random random)
      throws Exception {
    var pool = new ArrayList<Component>();
    for (String id : ids) {
      for (PackageKey key : database.packagesOf(id)) {
        for (int i = 0; i < 3; i++) {
          String version = random.nextInt(4) + "." + random.nextInt(20) + "." + random.nextInt(9);
          if (key.ecosystem().equals("npm")) pool.add(component("npm", key.name(), version));
          else if (key.ecosystem().equals("PyPI")) pool.add(component("pypi", key.name(), version));
          else if (key.ecosystem().startsWith("Debian") || key.ecosystem().startsWith("Ubuntu")) {
            pool.add(component("deb", key.name(), version + "-1"));
          } else if (key.ecosystem().equals("Go")) {
            pool.add(component("golang", key.name(), "v" + version));
          }
        }
      }
    }
    int known = pool.size();
    for (int i = 0; i < Math.max(20_000, known); i++) {
      pool.add(component(i % 2 == 0 ? "npm" : "deb", "nobody-knows-" + i, "1." + i % 7));
    }
    java.util.Collections.shuffle(pool, random);
    return pool;
  }

  private static Component component(String type, String name, String version) {
    int cut = name.lastIndexOf('/') + 1;
    Purl purl =
        Purl.of(
            type,
            type.equals("deb") ? "debian" : cut > 1 ? name.substring(0, cut - 1) : "",
            name.substring(cut),
            version);
    return new Component(
        purl.toString(),
        purl,
        name,
        version,
        List.of(Location.of(Optional.empty(), "/somewhere")),
        type.equals("deb") ? Optional.of(new SourcePackage(name, version)) : Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Origin.OWN,
        List.of(),
        PackageTraits.INSTALLED);
  }

  private static OperatingSystem debian(int release) {
    return new OperatingSystem("debian", String.valueOf(release), "Debian " + release);
  }

  private static OperatingSystem ubuntu(String release) {
    return new OperatingSystem("ubuntu", release, "Ubuntu " + release);
  }
}
