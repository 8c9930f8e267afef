package io.breakwater.cli;

import io.breakwater.inspect.licence.ComponentLicence;
import io.breakwater.model.ImageInfo;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * What is in an image, with licences.
 *
 * @param image what it is
 * @param components by type, name and version
 */
record Licensed(ImageInfo image, List<ComponentLicence> components) {
  private static final Comparator<ComponentLicence> ORDER =
      Comparator.comparing((ComponentLicence each) -> each.component().type())
          .thenComparing(each -> each.component().name())
          .thenComparing(each -> each.component().version());

  static Licensed of(String reference, Arguments arguments, Terminal terminal)
      throws IOException {
    Subjects.Subject subject =
        SbomFiles.isOne(reference)
            ? SbomFiles.subject(reference, arguments, terminal)
            : Subjects.take(arguments, terminal, reference);
    var components =
        ScanCommand.judged(arguments, subject).of(subject.inventory().components()).stream()
            .map(ComponentLicence::of)
            .sorted(ORDER)
            .toList();
    return new Licensed(subject.image(), components);
  }
}
