package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.dotnet.TestAssembly;
import io.breakwater.model.Component;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** .NET assemblies beside a deps.json. */
class AssembliesTest {
  private static final byte[] BATTERIES =
      TestAssembly.of(true, Map.of("InternalName", "Batteries.dll", "ProductVersion", "2.1.8"));

  private static final String DEPS =
      """
      {"libraries": {"SQLitePCLRaw.bundle/2.1.8": {"type": "package"}}}
      """;

  private static List<String> purls(TestLayer... layers) throws IOException {
    return TestImage.of(layers).inventory().components().stream()
        .map(Component::purl)
        .map(Object::toString)
        .toList();
  }

  @Test
  void anAssemblyThatADepsJsonTellsOfIsNoSecondRow() throws IOException {
    String bundle = "pkg:nuget/SQLitePCLRaw.bundle@2.1.8";
    for (String root : List.of("", "app/")) {
      var layer = TestLayer.number(1).file(root + "x.deps.json", DEPS);
      assertThat(purls(layer.file(root + "Batteries.dll", BATTERIES))).containsExactly(bundle);
      assertThat(purls(layer.file(root + "runtimes/unix/lib/net8.0/Batteries.dll", BATTERIES)))
          .containsExactly(bundle);
      assertThat(purls(layer.file(root + "plugins/Batteries.dll", BATTERIES)))
          .containsExactly("pkg:nuget/Batteries@2.1.8", bundle);
    }
  }

  @Test
  void onceTheDepsJsonIsGoneTheAssemblySpeaks() throws IOException {
    var layer =
        TestLayer.number(1).file("app/x.deps.json", DEPS).file("app/Batteries.dll", BATTERIES);
    assertThat(purls(layer, TestLayer.number(2).whiteout("app/x.deps.json")))
        .containsExactly("pkg:nuget/Batteries@2.1.8");
  }
}
