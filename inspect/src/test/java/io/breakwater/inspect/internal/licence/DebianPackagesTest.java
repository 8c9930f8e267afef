package io.breakwater.inspect.internal.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.breakwater.inspect.licence.LicenceClass;
import io.breakwater.inspect.licence.LicenceExpression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Our reading of the copyright files of the system that runs the tests, beside what it was when it
 * was tuned on such files: tells of regressions, and measures nothing.
 */
class DebianPackagesTest {
  @Test
  void thePackagesOfThisSystemAreUnderTheLicencesThatWeKnow() throws Exception {
    Path docs = Path.of("/usr/share/doc");
    int rows = 0;
    int mains = 0;
    int classes = 0;
    var wrong = new ArrayList<String>();
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      Path file = docs.resolve(cells[0]).resolve("copyright");
      if (!Files.isRegularFile(file)) continue;
      rows++;
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      String path = "usr/share/doc/" + cells[0] + "/copyright";
      Optional<LicenceExpression> found = LicenceFileInspector.read(path, text);
      boolean main = found.isPresent() && main(found.get(), LicenceExpression.parse(cells[1]));
      boolean family = found.isPresent() && LicenceClass.of(found.get()).id().equals(cells[2]);
      if (main) mains++;
      if (family) classes++;
      if (!main || !family) {
        wrong.add(line + " <> " + found.map(LicenceExpression::text).orElse("nothing"));
      }
    }
    assumeThat(rows).as("packages of Debian that have a copyright file here").isGreaterThan(40);
    assertThat(mains)
        .as("main licences of %d\n%s", rows, wrong)
        .isGreaterThanOrEqualTo((95 * rows + 99) / 100);
    assertThat(classes)
        .as("classes of %d\n%s", rows, wrong)
        .isGreaterThanOrEqualTo((95 * rows + 99) / 100);
  }

  /** The same choice in another order is the same. */
  private static boolean main(LicenceExpression found, LicenceExpression known) {
    LicenceExpression first =
        found instanceof LicenceExpression.And(List<LicenceExpression> parts)
            ? parts.getFirst()
            : found;
    return Set.copyOf(first.leaves()).equals(Set.copyOf(known.leaves()));
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = DebianPackagesTest.class.getResourceAsStream("debian.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
