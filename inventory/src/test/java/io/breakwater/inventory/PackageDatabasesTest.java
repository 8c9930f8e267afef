package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Package databases of real images, against what other readers say is in them. */
class PackageDatabasesTest {

  @TestFactory
  Stream<DynamicTest> everyPackageOfARealDatabaseIsFoundAndNoOther() throws IOException {
    Path root = SharedData.path("package-dbs");
    List<Path> databases;
    try (Stream<Path> list = Files.list(root)) {
      databases =
          list.filter(d -> Files.exists(d.resolve("expected-packages.tsv"))).sorted().toList();
    }
    assertThat(databases).isNotEmpty();
    return databases.stream()
        .map(d -> DynamicTest.dynamicTest(d.getFileName().toString(), () -> compare(d)));
  }

  private static void compare(Path database) throws IOException {
    Inventory inventory = TestImage.of(TestLayer.rootFileSystem(database)).inventory();
    List<String> found =
        inventory.components().stream().map(PackageDatabasesTest::row).sorted().toList();
    assertThat(inventory.notAnalysed()).isEmpty();
    assertThat(found).isEqualTo(expected(database.resolve("expected-packages.tsv")));
  }

  private static String row(Component component) {
    String source = component.source().map(s -> s.name() + " " + s.version()).orElse("");
    return switch (component.type()) {
      case "deb" ->
          component.name() + " " + component.version() + " " + arch(component) + " " + source;
      case "apk" -> {
        String origin = component.source().map(s -> s.name()).orElse("");
        yield component.name() + " " + component.version() + " " + arch(component) + " " + origin;
      }
      case "rpm" ->
          component.name()
              + " "
              + component.version()
              + " "
              + arch(component)
              + " "
              + component.purl().qualifiers().getOrDefault("upstream", "")
              + " "
              + component.purl().qualifiers().getOrDefault("rpmmod", "");
      default -> throw new AssertionError(component);
    };
  }

  private static String arch(Component component) {
    return component.purl().qualifiers().getOrDefault("arch", "");
  }

  private static List<String> expected(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = Arrays.asList(lines.getFirst().split("\t", -1));
    var rows = new ArrayList<String>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      var row = new ArrayList<String>();
      if (header.contains("release")) {
        String epoch = cells[1].isEmpty() || cells[1].equals("(none)") ? "" : cells[1] + ":";
        String arch = cells[4].equals("(none)") ? "" : cells[4];
        row.addAll(List.of(cells[0], epoch + cells[2] + "-" + cells[3], arch));
        for (int i = 5; i <= 6; i++)
          row.add(cells.length > i && !cells[i].equals("(none)") ? cells[i] : "");
      } else {
        row.addAll(Arrays.asList(cells));
      }
      rows.add(String.join(" ", row));
    }
    return rows.stream().sorted().toList();
  }
}
