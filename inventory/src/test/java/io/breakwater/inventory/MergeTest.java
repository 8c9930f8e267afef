package io.breakwater.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.model.Location;
import io.breakwater.model.Origin;
import io.breakwater.oci.collect.LayerResults;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left when layers are laid over each other, and who brought it. */
class MergeTest {

  private static final ToyAnalyser TOY = new ToyAnalyser();

  @Test
  void aDeletedFileTakesItsPackagesAway() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("app/a.toy", "a 1"),
            TestLayer.number(2).whiteout("app/a.toy"));
    assertThat(image.inventory(TOY).components()).isEmpty();
  }

  @Test
  void aDeletedDirectoryTakesAllBelowAway() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("opt/x/y/a.toy", "a 1").file("opt/xb.toy", "b 1"),
            TestLayer.number(2).whiteout("opt/x"));
    assertThat(names(image.inventory(TOY))).containsExactly("b");
  }

  @Test
  void anOpaqueDirectoryHidesWhatWasBelowItButNotWhatItsOwnLayerBrings() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("opt/x/a.toy", "a 1"),
            TestLayer.number(2).file("opt/x/b.toy", "b 1").opaque("opt/x"));
    assertThat(names(image.inventory(TOY))).containsExactly("b");
  }

  @Test
  void anOpaqueRootHidesEverything() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("a.toy", "a 1").file("opt/x/b.toy", "b 1"),
            TestLayer.number(2).opaque(""));
    assertThat(image.inventory(TOY).components()).isEmpty();
  }

  @Test
  void aFileThatIsReplacedByOneWithoutPackagesTakesItsPackagesAway() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("app/a.toy", "a 1"),
            TestLayer.number(2).file("app/a.toy", ""));
    assertThat(image.inventory(TOY).components()).isEmpty();
  }

  @Test
  void aLinkInThePlaceOfADirectoryTakesAllBelowAway() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("opt/x/a.toy", "a 1"),
            TestLayer.number(2).symlink("opt/x", "/srv"));
    assertThat(image.inventory(TOY).components()).isEmpty();
  }

  @Test
  void aDirectoryInThePlaceOfAFileTakesItAwayAlsoWhenNoEntryNamesIt() throws IOException {
    var named = TestLayer.number(2).directory("app/a.toy");
    var implied = TestLayer.number(2).file("app/a.toy/readme", "");
    for (TestLayer upper : List.of(named, implied)) {
      var image = TestImage.of(TestLayer.number(1).file("app/a.toy", "a 1"), upper);
      assertThat(image.inventory(TOY).components()).isEmpty();
    }
  }

  @Test
  void aDirectoryThatIsNamedAgainHidesNothing() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).directory("opt").file("opt/a.toy", "a 1"),
            TestLayer.number(2).directory("opt").file("opt/other", ""));
    assertThat(names(image.inventory(TOY))).containsExactly("a");
  }

  @Test
  void aWhiteoutConcernsLowerLayersOnly() throws IOException {
    var image = TestImage.of(TestLayer.number(1).file("a.toy", "a 1").whiteout("a.toy"));
    assertThat(names(image.inventory(TOY))).containsExactly("a");
  }

  @Test
  void ofAPathThatALayerNamesTwiceTheLastEntryStays() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1)
                .file("a.toy", "a 1")
                .file("a.toy", "a 2")
                .file("b.toy", "b 1")
                .symlink("b.toy", "a.toy")
                .file("dir/c.toy", "c 1")
                .file("dir", ""));
    assertThat(coordinates(image.inventory(TOY))).containsExactly("a 2");
  }

  @Test
  void aPackageKeepsTheLayerThatFirstBroughtItWhenItsFileIsWrittenAnew() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("db.toy", "a 1\nb 1"),
            TestLayer.number(2).file("db.toy", "a 1\nb 2\nc 1"),
            TestLayer.number(3).file("db.toy", "a 1\nb 2\nc 1\nd 1"));
    var inventory = image.inventory(TOY);
    assertThat(introduced(inventory)).containsExactly("a 1@1", "b 2@2", "c 1@2", "d 1@3");
    assertThat(inventory.components().getFirst().locations())
        .containsExactly(location(1, "/db.toy"));
    assertThat(inventory.components().getFirst().introducedIn())
        .hasValueSatisfying(by -> assertThat(by.instruction()).isEqualTo("RUN 1"));
  }

  @Test
  void aPackageThatWasGoneForALayerIsBroughtAnew() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("db.toy", "a 1\nb 1"),
            TestLayer.number(2).file("db.toy", "b 1"),
            TestLayer.number(3).file("db.toy", "a 1\nb 1"));
    assertThat(introduced(image.inventory(TOY))).containsExactly("a 1@3", "b 1@1");
  }

  @Test
  void aFileThatWasDeletedAndComesBackIsBroughtAnew() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("a.toy", "a 1"),
            TestLayer.number(2).whiteout("a.toy"),
            TestLayer.number(3).file("a.toy", "a 1"));
    assertThat(introduced(image.inventory(TOY))).containsExactly("a 1@3");
  }

  @Test
  void aFileThatALayerMovesStaysWhatTheFirstLayerBrought() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("tmp/a.toy", "a 1"),
            TestLayer.number(2).whiteout("tmp/a.toy").file("opt/a.toy", "a 1"));
    var inventory = image.inventory(TOY);
    assertThat(introduced(inventory)).containsExactly("a 1@1");
    assertThat(inventory.components().getFirst().locations())
        .containsExactly(location(2, "/opt/a.toy"));
  }

  @Test
  void onePackageAtSeveralPlacesIsOneComponentWhoseFirstPlaceIsTheOldest() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("z/a.toy", "a 1"),
            TestLayer.number(2).file("b/a.toy", "a 1").file("c/a.toy", "a 1"));
    var inventory = image.inventory(TOY);
    assertThat(introduced(inventory)).containsExactly("a 1@1");
    assertThat(inventory.components().getFirst().locations())
        .containsExactly(location(1, "/z/a.toy"), location(2, "/b/a.toy"), location(2, "/c/a.toy"));
  }

  @Test
  void aHardLinkToAFileIsASecondPlaceIfItsOwnNameIsWanted() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1)
                .file("a.toy", "a 1")
                .hardLink("b.toy", "a.toy")
                .hardLink("c.other", "a.toy")
                .file("plain", "p 1")
                .hardLink("d.toy", "plain"));
    var components = image.inventory(TOY).components();
    assertThat(components).extracting(Component::name).containsExactly("a", "p");
    assertThat(components.getFirst().locations())
        .containsExactly(location(1, "/a.toy"), location(1, "/b.toy"));
    assertThat(components.getLast().locations()).containsExactly(location(1, "/d.toy"));
  }

  @Test
  void theOriginIsThatOfTheLayerThatBroughtThePackage() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1).file("db.toy", "a 1"),
            TestLayer.number(2).file("db.toy", "a 1\nb 1"));
    var inventory =
        new Inventories(List.of(TOY), LayerResults.none(), 1)
            .take(image, layer -> layer == 0 ? Origin.BASE : Origin.OWN);
    assertThat(inventory.components())
        .extracting(Component::origin)
        .containsExactly(Origin.BASE, Origin.OWN);
  }

  @Test
  void everyComponentHasAnIdOfItsOwnThatOtherComponentsDoNotChange() throws IOException {
    var alone = TestImage.of(TestLayer.number(1).file("db.toy", "b 1")).inventory(TOY);
    var among = TestImage.of(TestLayer.number(1).file("db.toy", "a 1\nb 1\nc 1")).inventory(TOY);
    assertThat(among.components()).extracting(Component::id).doesNotHaveDuplicates();
    assertThat(among.components().get(1).id()).isEqualTo(alone.components().getFirst().id());
  }

  @Test
  void whatCannotBeReadIsToldUnlessALaterLayerTakesItAway() throws IOException {
    var image =
        TestImage.of(
            TestLayer.number(1)
                .file("bad.toy", "a 1\n!malformed")
                .file("gone.toy", "!malformed")
                .note("/../outside"),
            TestLayer.number(2).whiteout("gone.toy"));
    var inventory = image.inventory(TOY);
    assertThat(names(inventory)).containsExactly("a");
    assertThat(inventory.notAnalysed())
        .extracting(line -> line.path() + " " + line.reason() + " " + line.detail())
        .containsExactly("/../outside OUTSIDE for a test", "/bad.toy MALFORMED as the test says");
  }

  @Test
  void whateverAnAnalyserThrowsCostsThatFileOnly() throws IOException {
    var layer = TestLayer.number(1).file("ok.toy", "ok 1");
    for (String how : List.of("malformed", "runtime", "stack", "truncated", "large", "flood")) {
      layer.file(how + ".toy", "!" + how);
    }
    var inventory = TestImage.of(layer).inventory(TOY);
    assertThat(names(inventory)).contains("ok");
    assertThat(inventory.notAnalysed())
        .extracting(line -> line.path() + " " + line.reason())
        .containsExactly(
            "/flood.toy LIMIT",
            "/large.toy LIMIT",
            "/malformed.toy MALFORMED",
            "/runtime.toy MALFORMED",
            "/stack.toy MALFORMED",
            "/truncated.toy TRUNCATED");
  }

  private static Location location(int layer, String path) {
    return Location.of(TestLayer.number(layer).diffId(), path);
  }

  private static List<String> names(Inventory inventory) {
    return inventory.components().stream().map(Component::name).toList();
  }

  private static List<String> coordinates(Inventory inventory) {
    return inventory.components().stream().map(c -> c.name() + " " + c.version()).toList();
  }

  private static List<String> introduced(Inventory inventory) {
    return inventory.components().stream()
        .map(c -> c.name() + " " + c.version() + "@" + layer(c))
        .toList();
  }

  private static String layer(Component component) {
    String hex = component.introducedIn().orElseThrow().layer().hex();
    return Integer.toString(Integer.parseInt(hex.substring(60), 16));
  }
}
