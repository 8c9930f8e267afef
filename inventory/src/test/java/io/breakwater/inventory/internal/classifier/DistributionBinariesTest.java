package io.breakwater.inventory.internal.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.RecordedFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Real binaries: what classifiers say of the files of Debian packages is what the package says. The
 * packages are not ours to keep; {@code CLASSIFIER_DEBS} names a folder of packages unpacked with
 * {@code dpkg -x}, each into a folder with the name of its file, {@code NAME_VERSION_ARCH.deb}.
 */
class DistributionBinariesTest {
  private static String part(String folder, int index) {
    return List.of(folder.split("_", -1)).get(index);
  }

  private static String upstream(String folder) {
    String version = part(folder, 1).replace("%3a", ":");
    version = version.substring(version.indexOf(':') + 1);
    int revision = version.lastIndexOf('-');
    if (revision > 0) version = version.substring(0, revision);
    return version.replaceFirst("[+~.]?(really|dfsg|ds|git|repack|deb).*", "").replace("~", "-");
  }

  @Test
  void theVersionFoundIsThePackages() throws IOException {
    String place = System.getenv("CLASSIFIER_DEBS");
    Assumptions.assumeTrue(place != null, "skipped: CLASSIFIER_DEBS names no folder");
    var found = new TreeSet<String>();
    var equal = new TreeSet<String>();
    for (Path folder : list(Path.of(place))) {
      String name = String.valueOf(folder.getFileName());
      for (Path file : files(folder)) {
        String path = folder.relativize(file).toString();
        byte[] bytes = Files.readAllBytes(file);
        for (FoundPackage pkg : RecordedFacts.of(new ClassifierAnalyser(), path, bytes).packages) {
          boolean same = pkg.version().equals(upstream(name));
          found.add(pkg.name());
          if (same) equal.add(pkg.name());
          System.out.printf(
              "%-28s %-24s %-44s %-22s %-24s %s%n",
              part(name, 0),
              pkg.name(),
              file.getFileName(),
              pkg.version(),
              upstream(name),
              same ? "=" : "differs " + pkg.says());
        }
      }
    }
    var never = new ArrayList<String>();
    for (ClassifierYaml.Entry entry : ClassifierYaml.entries()) {
      String purl = entry.classifier().purl().replaceFirst("^pkg:[a-z]+/", "");
      if (entry.verified().equals("debian 12") && !found.contains(purl)) never.add(purl);
    }
    System.out.println("found: " + found.size() + ", as the package says: " + equal.size());
    System.out.println("differs: " + found.stream().filter(one -> !equal.contains(one)).toList());
    System.out.println("not here: " + never);
    assertThat(equal).isNotEmpty();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }
}
