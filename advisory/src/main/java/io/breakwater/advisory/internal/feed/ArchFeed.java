package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.advisory.internal.Severities;
import io.breakwater.model.AffectedRange;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.List;

/** The groups of Arch Linux's security tracker (AVG), of packages that share holes and fix. */
final class ArchFeed implements Feed {
  private static final String ECOSYSTEM = "Arch Linux";

  @Override
  public String name() {
    return "Arch Linux security tracker";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("name", "packages", "issues", "affected")
        && sample.text("name").startsWith("AVG-");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    JsonSlices.documents(
        file.content(),
        slice -> {
          try {
            group(slice.object(), sink);
          } catch (InvalidJsonException malformed) {
            sink.skip(SkipReason.MALFORMED);
          }
        });
  }

  private static void group(Json.Obj group, RecordSink sink) throws IOException {
    var draft =
        new AdvisoryDraft("arch", group.text("name"))
            .covers(group.texts("issues"))
            .title(group.text("type"))
            .severity(Severities.word(group.text("severity")))
            .references(List.of("https://security.archlinux.org/" + group.text("name")));
    String fixed = group.text("fixed").strip();
    for (String name : group.texts("packages")) {
      switch (group.text("status")) {
        case "Not affected" -> draft.state(ECOSYSTEM, name, FixState.NOT_AFFECTED, "");
        case "Fixed" -> fixed(group, draft, name, fixed);
        case "Testing", "Vulnerable" -> {
          if (fixed.isEmpty()) draft.state(ECOSYSTEM, name, FixState.NOT_FIXED, "");
          else fixed(group, draft, name, fixed);
        }
        default -> draft.state(ECOSYSTEM, name, FixState.UNDER_INVESTIGATION, "");
      }
    }
    draft.finish(sink);
  }

  /** A group whose fix is unknown says at least which version was affected last. */
  private static void fixed(Json.Obj group, AdvisoryDraft draft, String name, String fixed) {
    if (!fixed.isEmpty()) {
      draft.fixed(ECOSYSTEM, name, fixed, "");
      return;
    }
    String last = group.text("affected").strip();
    if (last.isEmpty()) return;
    var range = new AffectedRange("", new AffectedRange.End.LastAffected(last));
    draft.add(ECOSYSTEM, name, List.of(range), FixState.UNKNOWN, Severity.UNKNOWN, "");
  }
}
