package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.Severity;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code updateinfo.xml} of rpm repositories, as Amazon, Rocky, AlmaLinux, Fedora and EPEL, Red
 * Hat, Oracle, Anolis, openEuler and Bottlerocket publish it. Updates that are no security updates
 * and name no CVE are left out.
 */
final class UpdateinfoFeed implements Feed {
  @Override
  public String name() {
    return "updateinfo";
  }

  @Override
  public boolean recognises(Sample sample) {
    return XmlForms.isRoot(sample, "updates");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    XmlRecords.each(file.content(), "update"::equals, update -> update(update, sink));
  }

  private static void update(XmlElement update, RecordSink sink) throws IOException {
    String id = update.text("id");
    Set<String> holes = holes(update);
    if (holes.isEmpty() && !update.attribute("type").equals("security")) {
      sink.skip(SkipReason.WITHOUT_HOLE);
      return;
    }
    Optional<UpdateVendor> vendor = UpdateVendor.of(id);
    if (vendor.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    Severity severity = Severities.word(update.text("severity"));
    if (severity == Severity.UNKNOWN) severity = Severities.ofTitle(update.text("title"));
    var draft =
        new AdvisoryDraft(vendor.get().provider(), id)
            .covers(holes)
            .title(update.text("title"))
            .description(update.text("description"))
            .severity(severity)
            .references(
                update.child("references").children("reference").stream()
                    .map(reference -> reference.attribute("href"))
                    .toList())
            .dates(
                Dates.instant(update.child("issued").attribute("date")),
                Dates.instant(update.child("updated").attribute("date")));
    boolean named = true;
    for (XmlElement collection : update.child("pkglist").children("collection")) {
      named &= collection(update, collection, vendor.get(), draft);
    }
    if (!named) sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
    draft.finish(sink);
  }

  /** Says false when the release of a package is not to be found. */
  private static boolean collection(
      XmlElement update, XmlElement collection, UpdateVendor vendor, AdvisoryDraft draft) {
    XmlElement module = collection.child("module");
    String stream =
        module.attribute("name").isEmpty()
            ? UpdateVendor.amazonTopic(update.text("id"))
            : module.attribute("name") + ":" + module.attribute("stream");
    boolean named = true;
    for (XmlElement one : collection.children("package")) {
      String evr =
          Rpm.evr(one.attribute("epoch"), one.attribute("version"), one.attribute("release"));
      if (one.attribute("version").isEmpty()) continue;
      Optional<String> ecosystem =
          vendor.ecosystem(
              update.text("release"),
              collection.attribute("short") + " " + collection.text("name"),
              evr);
      if (ecosystem.isPresent()) {
        draft.fixed(ecosystem.get(), one.attribute("name"), evr, stream);
      } else {
        named = false;
      }
    }
    return named;
  }

  /** By the references, whose titles name CVEs in Fedora; else by what the text names. */
  private static Set<String> holes(XmlElement update) {
    var out = new LinkedHashSet<String>();
    for (XmlElement one : update.child("references").children("reference")) {
      out.addAll(CveIds.in(one.attribute("id")));
      out.addAll(CveIds.in(one.attribute("title")));
    }
    if (out.isEmpty()) out.addAll(CveIds.in(update.text("title")));
    if (out.isEmpty() && update.attribute("type").equals("security")) {
      out.addAll(CveIds.in(update.text("description")));
    }
    return out;
  }
}
