package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.inventory.internal.golang.GoModAnalyser;
import io.breakwater.inventory.internal.java.PomAnalyser;
import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What files say that have to be read together: POMs and their parents, go.mod and go.sum. */
class FilesTogetherTest {
  /** Each component as its purl, with marks as in {@code Shown}, and its places. */
  private static List<String> of(TestLayer... layers) throws IOException {
    return lines(TestImage.of(layers).inventory(new PomAnalyser(), new GoModAnalyser()));
  }

  private static List<String> lines(Inventory inventory) {
    assertThat(inventory.notAnalysed()).isEmpty();
    var lines = new ArrayList<String>();
    for (Component component : inventory.components()) {
      var line = new StringBuilder(component.purl().toString().replace("pkg:", ""));
      Scope scope = component.traits().scope();
      line.append(scope == Scope.OPTIONAL ? "?" : scope == Scope.DEVELOPMENT ? "~" : "");
      for (Location place : component.locations()) {
        line.append(' ').append(place.path().substring(1)).append(':').append(place.line());
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static TestLayer layer() {
    return TestLayer.number(1);
  }

  private static String pom(String... parts) {
    return "<project>\n" + String.join("\n", parts) + "\n</project>";
  }

  private static String self(String artifact, String version) {
    return "<groupId>g</groupId><artifactId>"
        + artifact
        + "</artifactId><version>"
        + version
        + "</version>";
  }

  private static String parent(String artifact, String version, String more) {
    return "<parent>" + self(artifact, version) + more + "</parent>";
  }

  private static String needs(String artifact, String more) {
    return "<dependencies><dependency><groupId>d</groupId><artifactId>"
        + artifact
        + "</artifactId>"
        + more
        + "</dependency></dependencies>";
  }

  private static String version(String version) {
    return "<version>" + version + "</version>";
  }

  private static String manages(String dependencies) {
    return "<dependencyManagement>" + dependencies + "</dependencyManagement>";
  }

  private static String imports(String group, String artifact, String version) {
    return "<dependencies><dependency><groupId>"
        + group
        + "</groupId><artifactId>"
        + artifact
        + "</artifactId><version>"
        + version
        + "</version><type>pom</type><scope>import</scope>"
        + "</dependency></dependencies>";
  }

  @Test
  void aModuleHasWhatItsParentSaysOfPropertiesVersionsScopesGroupAndVersion() throws IOException {
    String root =
        pom(
            self("root", "1.0"),
            "<properties><v>2</v><mine>parent's</mine></properties>",
            manages(needs("managed", version("${v}") + "<scope>test</scope>")),
            needs("inherited", version("${mine}")));
    String module =
        pom(
            parent("root", "1.0", ""),
            "<artifactId>module</artifactId>",
            "<properties><mine>3</mine></properties>",
            needs("managed", ""));
    assertThat(of(layer().file("app/m/pom.xml", module).file("app/pom.xml", root)))
        .containsExactly(
            "maven/d/inherited@3 app/m/pom.xml:2",
            "maven/d/inherited@parent%27s app/pom.xml:5",
            "maven/d/managed@2~ app/m/pom.xml:5",
            "maven/g/module@1.0 app/m/pom.xml:1",
            "maven/g/root@1.0 app/pom.xml:1");
  }

  @Test
  void aParentIsFoundByItsPathOrByItsCoordinatesAndNeverByPathAlone() throws IOException {
    String root =
        pom(self("root", "${revision}"), "<properties><revision>7</revision></properties>");
    String byFolder = parent("root", "${revision}", "<relativePath>../../up</relativePath>");
    String byName = parent("root", "${revision}", "<relativePath/>");
    String stranger = parent("other", "5", "<relativePath>../../up</relativePath>");
    assertThat(
            of(
                layer()
                    .file("up/pom.xml", root)
                    .file("a/b/pom.xml", pom(byFolder, "<artifactId>folder</artifactId>"))
                    .file("x/pom.xml", pom(byName, "<artifactId>name</artifactId>"))
                    .file("c/d/pom.xml", pom(stranger, "<artifactId>none</artifactId>"))))
        .containsExactly(
            "maven/g/folder@7 a/b/pom.xml:1",
            "maven/g/name@7 x/pom.xml:1",
            "maven/g/none@5 c/d/pom.xml:1",
            "maven/g/root@7 up/pom.xml:1");
  }

  @Test
  void parentsAndBillsOfMaterialsOfALocalRepositoryAreAskedAndNotListed() throws IOException {
    String boot =
        pom(
            self("boot", "3"),
            "<packaging>pom</packaging><properties><v>1</v></properties>",
            manages(imports("g.h", "bom", "${v}")));
    String bom =
        pom(
            "<groupId>g.h</groupId><artifactId>bom</artifactId><version>1</version>",
            "<packaging>pom</packaging><properties><v>bom's</v></properties>",
            manages(needs("lib", version("${v}"))));
    String app =
        pom(
            parent("boot", "3", "<relativePath/>"),
            "<artifactId>app</artifactId><properties><v>1</v></properties>",
            needs("lib", ""));
    assertThat(
            of(
                layer()
                    .file("app/pom.xml", app)
                    .file("root/.m2/repository/g/boot/3/boot-3.pom", boot)
                    .file("root/.gradle/modules-2/files-2.1/g.h/bom/1/abc/bom-1.pom", bom)))
        .containsExactly("maven/d/lib@bom%27s app/pom.xml:4", "maven/g/app@3 app/pom.xml:1");
  }

  @Test
  void theNearestWordCountsAndTheFirstImport() throws IOException {
    String one = pom(self("one", "1"), manages(needs("x", version("one"))));
    String two =
        pom(
            self("two", "1"),
            manages(
                needs("x", version("two"))
                    + needs("y", version("two"))
                    + needs("z", version("two"))));
    String app =
        pom(
            self("app", "1"),
            manages(
                imports("g", "one", "1") + imports("g", "two", "1") + needs("z", version("own"))),
            needs("x", "") + needs("y", "") + needs("z", "") + needs("w", ""));
    assertThat(
            of(layer().file("app/pom.xml", app).file("one/pom.xml", one).file("two/pom.xml", two)))
        .containsExactly(
            "maven/d/w app/pom.xml:4",
            "maven/d/x@one app/pom.xml:4",
            "maven/d/y@two app/pom.xml:4",
            "maven/d/z@own app/pom.xml:4",
            "maven/g/app@1 app/pom.xml:1",
            "maven/g/one@1 one/pom.xml:1",
            "maven/g/two@1 two/pom.xml:1");
  }

  @Test
  void circlesOfParentsAndImportsEnd() throws IOException {
    var layer = layer();
    for (int i = 0; i < 3; i++) {
      int next = (i + 1) % 3;
      layer.file(
          "p" + i + "/pom.xml",
          pom(
              parent("p" + next, "1", "<relativePath>../p" + next + "</relativePath>"),
              "<artifactId>p" + i + "</artifactId>",
              manages(imports("g", "p" + next, "1") + needs("x" + i, version("1"))),
              needs("x" + (i + 2) % 3, "")));
    }
    assertThat(of(layer))
        .containsExactly(
            "maven/d/x0@1 p0/pom.xml:2 p1/pom.xml:5 p2/pom.xml:2",
            "maven/d/x1@1 p0/pom.xml:2 p1/pom.xml:2 p2/pom.xml:5",
            "maven/d/x2@1 p0/pom.xml:5 p1/pom.xml:2 p2/pom.xml:2",
            "maven/g/p0@1 p0/pom.xml:1",
            "maven/g/p1@1 p1/pom.xml:1",
            "maven/g/p2@1 p2/pom.xml:1");
  }

  @Test
  void whatIsGoneWhenTheLayerIsReadTellsNothing() throws IOException {
    String root = pom(self("root", "1.0"), manages(needs("x", version("1"))));
    String module = pom(parent("root", "1.0", ""), "<artifactId>m</artifactId>", needs("x", ""));
    assertThat(
            of(
                layer()
                    .file("pom.xml", root)
                    .file("m/pom.xml", module)
                    .file("pom.xml", root.replace(">1<", ">2<"))
                    .hardLink("n/pom.xml", "m/pom.xml")))
        .containsExactly(
            "maven/d/x@2 m/pom.xml:4 n/pom.xml:4",
            "maven/g/m@1.0 m/pom.xml:1 n/pom.xml:1",
            "maven/g/root@1.0 pom.xml:1");
  }

  @Test
  void whatFindsNoRoomIsReadAloneAndAMalformedParentCostsItsOwnLine() throws IOException {
    String module = pom(parent("root", "1.0", ""), "<artifactId>m</artifactId>", needs("x", ""));
    Inventory inventory =
        TestImage.of(
                layer()
                    .file("a/pom.xml", "<project>")
                    .file("a/m/pom.xml", module)
                    .file("b/pom.xml", pom(self("b", "1")) + " ".repeat(9 << 20))
                    .file("c/pom.xml", pom(self("c", "1")) + " ".repeat(9 << 20)))
            .inventory(new PomAnalyser());
    assertThat(inventory.components())
        .extracting(Component::name)
        .containsExactly("d:x", "g:b", "g:c", "g:m");
    assertThat(inventory.notAnalysed())
        .extracting(NotAnalysed::path)
        .containsExactly("/", "/a/pom.xml");
  }

  @Test
  void aGoSumCompletesTheGoModBesideItFromBeforeGo117() throws IOException {
    String sum =
        """
        example.org/direct v1.0.0 h1:a=
        example.org/direct v1.0.0/go.mod h1:a=
        example.org/more v0.9.0 h1:a=
        example.org/more v0.9.0/go.mod h1:a=
        example.org/more v1.1.0/go.mod h1:a=
        example.org/more v1.1.0 h1:a=
        example.org/named v1.0.0/go.mod h1:a=
        example.org/fork v1.5.0 h1:a=
        no line of it
        """;
    String mod =
        """
        module example.org/app
        go %s
        require example.org/direct v1.0.0
        require example.org/from v1.0.0
        replace example.org/from => example.org/fork v1.5.0
        """;
    List<String> direct =
        List.of(
            "golang/example.org/app x/go.mod:1",
            "golang/example.org/direct@v1.0.0 x/go.mod:3",
            "golang/example.org/fork@v1.5.0 x/go.mod:4");
    for (String version : List.of("1.17", "1.21.3", "2.0")) {
      assertThat(of(layer().file("x/go.mod", mod.formatted(version)).file("x/go.sum", sum)))
          .as(version)
          .containsAll(direct)
          .doesNotContain("golang/example.org/more@v1.1.0 x/go.sum:5")
          .hasSize(4);
    }
    for (String version : List.of("1.16", "1.9", "1")) {
      assertThat(of(layer().file("x/go.sum", sum).file("x/go.mod", mod.formatted(version))))
          .as(version)
          .containsAll(direct)
          .contains(
              "golang/example.org/more@v1.1.0 x/go.sum:5",
              "golang/example.org/named@v1.0.0? x/go.sum:7")
          .hasSize(6);
    }
    assertThat(of(layer().file("y/go.sum", sum).file("x/go.mod", "module m\n")))
        .containsExactly("golang/m x/go.mod:1");
  }
}
