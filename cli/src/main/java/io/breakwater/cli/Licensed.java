package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.inspect.licence.LicenceFiles;
import io.breakwater.inspect.notices.NoticeFiles;
import io.breakwater.inventory.Inventories;
import io.breakwater.inventory.InventoryFiles;
import io.breakwater.model.Component;
import io.breakwater.model.Finding;
import io.breakwater.model.Judged;
import io.breakwater.model.Origin;
import io.breakwater.oci.collect.LayerCollector;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * What is in an image, with licences.
 *
 * @param name of the image
 * @param components by type, name and version
 * @param words of licences and notices; none unless asked for
 */
record Licensed(String name, List<ComponentLicence> components, NoticeFiles words) {
  private static final Comparator<ComponentLicence> ORDER =
      Comparator.comparing((ComponentLicence each) -> each.component().type())
          .thenComparing(each -> each.component().name())
          .thenComparing(each -> each.component().version())
          .thenComparing(each -> each.component().id());

  /**
   * Of what a reference names.
   *
   * @param withWords whether the words of licences and notices are kept, too
   */
  static Licensed of(String reference, boolean withWords, Arguments arguments, Terminal terminal)
      throws IOException {
    if (SbomFiles.isOne(reference)) {
      Subjects.Subject sbom = SbomFiles.subject(reference, arguments, terminal);
      return of(
          sbom.image().name(), sbom.inventory().components(), LicenceFiles.NONE, NoticeFiles.NONE);
    }
    var cache = Caches.results(arguments, terminal);
    return Images.use(
        arguments,
        terminal,
        reference,
        image -> {
          Inventories.Taken taken =
              new Inventories(cache, Runtime.getRuntime().availableProcessors())
                  .take(image, _ -> Origin.UNKNOWN, collectors(withWords));
          LicenceFiles files = LicenceFiles.of(taken.evidence().getFirst().layers());
          Judged judged = image.configDigest().isPresent() ? Judged.INSTALLED : Judged.DECLARED;
          NoticeFiles words =
              withWords
                  ? NoticeFiles.of(
                      taken.evidence().getLast().layers(), presence(taken.inventory().files()))
                  : NoticeFiles.NONE;
          return of(image.name(), judged.of(taken.inventory().components()), files, words);
        });
  }

  private static List<LayerCollector> collectors(boolean withWords) {
    return withWords
        ? List.of(LicenceFiles.collector(), NoticeFiles.collector())
        : List.of(LicenceFiles.collector());
  }

  private static NoticeFiles.Presence presence(InventoryFiles files) {
    return (layer, path) -> files.standing(layer, path) == Finding.Standing.PRESENT;
  }

  private static Licensed of(
      String name, List<Component> components, LicenceFiles files, NoticeFiles words) {
    return new Licensed(
        name, components.stream().map(files::licence).sorted(ORDER).toList(), words);
  }
}
