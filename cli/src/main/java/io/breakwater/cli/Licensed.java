package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.inspect.licence.LicenceFiles;
import io.breakwater.inventory.Inventories;
import io.breakwater.model.Component;
import io.breakwater.model.Judged;
import io.breakwater.model.Origin;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * What is in an image, with licences.
 *
 * @param name of the image
 * @param components by type, name and version
 * @param files that hold texts of licences
 */
record Licensed(String name, List<ComponentLicence> components, LicenceFiles files) {
  private static final Comparator<ComponentLicence> ORDER =
      Comparator.comparing((ComponentLicence each) -> each.component().type())
          .thenComparing(each -> each.component().name())
          .thenComparing(each -> each.component().version())
          .thenComparing(each -> each.component().id());

  static Licensed of(String reference, Arguments arguments, Terminal terminal) throws IOException {
    if (SbomFiles.isOne(reference)) {
      Subjects.Subject sbom = SbomFiles.subject(reference, arguments, terminal);
      return of(sbom.image().name(), sbom.inventory().components(), LicenceFiles.NONE);
    }
    var cache = Caches.results(arguments, terminal);
    return Images.use(
        arguments,
        terminal,
        reference,
        image -> {
          Inventories.Taken taken =
              new Inventories(cache, Runtime.getRuntime().availableProcessors())
                  .take(image, _ -> Origin.UNKNOWN, List.of(LicenceFiles.collector()));
          LicenceFiles files = LicenceFiles.of(taken.evidence().getFirst().layers());
          Judged judged = image.configDigest().isPresent() ? Judged.INSTALLED : Judged.DECLARED;
          return of(image.name(), judged.of(taken.inventory().components()), files);
        });
  }

  private static Licensed of(String name, List<Component> components, LicenceFiles files) {
    return new Licensed(
        name, components.stream().map(files::licence).sorted(ORDER).toList(), files);
  }
}
