package io.breakwater.advisory.internal.feed;

import io.breakwater.advisory.SkipReason;
import io.breakwater.model.FixState;
import io.breakwater.model.Severity;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Photon OS knows of each CVE in each package, a file for each release, which its name tells:
 * {@code cve_data_photon5.0.json}. A version in which nothing is fixed is {@code NA}.
 */
final class PhotonFeed implements Feed {
  private static final String STEM = "cve_data_photon";

  @Override
  public String name() {
    return "Photon OS CVE data";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.has("cve_id", "pkg", "res_ver");
  }

  @Override
  public void read(FeedFile file, RecordSink sink) throws IOException {
    var drafts = new LinkedHashMap<String, AdvisoryDraft>();
    JsonSlices.documents(
        file.content(),
        slice -> {
          try {
            entry(slice.object(), file.name(), drafts, sink);
          } catch (InvalidJsonException malformed) {
            sink.skip(SkipReason.MALFORMED);
          }
        });
    for (AdvisoryDraft draft : drafts.values()) draft.finish(sink);
  }

  private static void entry(
      Json.Obj entry, String file, Map<String, AdvisoryDraft> drafts, RecordSink sink) {
    String cve = entry.text("cve_id").strip();
    String name = entry.text("pkg").strip();
    if (cve.isEmpty() || name.isEmpty()) {
      sink.skip(cve.isEmpty() ? SkipReason.WITHOUT_CVE : SkipReason.WITHOUT_PACKAGE);
      return;
    }
    Optional<String> release = release(file, entry.text("res_ver"));
    if (release.isEmpty()) {
      sink.skip(SkipReason.WITHOUT_DISTRIBUTION);
      return;
    }
    String ecosystem = "Photon OS:" + release.get();
    AdvisoryDraft draft =
        drafts.computeIfAbsent(
            "PHOTON-" + release.get() + "-" + cve,
            id -> new AdvisoryDraft("photon", id).covers(List.of(cve)));
    Severity severity = severity(entry);
    String fixed = entry.text("res_ver").strip();
    if (entry.text("status").equals("Not Affected")) {
      draft.state(ecosystem, name, FixState.NOT_AFFECTED, "");
    } else if (isVersion(fixed)) {
      draft.add(
          ecosystem, name, List.of(Ranges.before(Rpm.evr(fixed))), FixState.FIXED, severity, "");
    } else {
      draft.add(ecosystem, name, List.of(Ranges.all()), state(entry), severity, "");
    }
  }

  private static FixState state(Json.Obj entry) {
    return switch (entry.text("status")) {
      case "Won't Fix", "Wont Fix", "Will Not Fix" -> FixState.WONT_FIX;
      case "Under Investigation", "In Review" -> FixState.UNDER_INVESTIGATION;
      default -> FixState.NOT_FIXED;
    };
  }

  private static boolean isVersion(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  private static Severity severity(Json.Obj entry) {
    if (!(entry.get("cve_score").orElse(new Json.Nil()) instanceof Json.Num(String digits))) {
      return Severity.UNKNOWN;
    }
    try {
      double score = Double.parseDouble(digits);
      return score > 0 && score <= 10 ? Severity.ofScore(score) : Severity.UNKNOWN;
    } catch (NumberFormatException notANumber) {
      return Severity.UNKNOWN;
    }
  }

  /** By the file's name, else by the end of a version: {@code .ph5}. */
  private static Optional<String> release(String file, String version) {
    int at = file.indexOf(STEM);
    if (at >= 0) {
      int from = at + STEM.length();
      int end = from;
      while (end < file.length()
          && (Character.isDigit(file.charAt(end)) || file.charAt(end) == '.')) {
        end++;
      }
      while (end > from && file.charAt(end - 1) == '.') end--;
      if (end > from) return Optional.of(file.substring(from, end));
    }
    int tag = version.lastIndexOf(".ph");
    String number = tag < 0 ? "" : version.substring(tag + 3);
    boolean plain = number.length() == 1 && Character.isDigit(number.charAt(0));
    return plain ? Optional.of(number + ".0") : Optional.empty();
  }
}
