package io.breakwater.advisory.vex;

import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.model.Purl;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Suppressions.Suppressed;
import io.breakwater.model.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Writes what a report says about an image as OpenVEX 0.2: which holes it has, with what to do, and
 * which it has not, with the reason that was given. The same report and time are the same bytes.
 *
 * <p>A finding that an ignore rule took out is affected all the same, unless the rule gives a
 * justification: to live with a hole is not to be without it.
 */
public final class VexWriter {
  private static final String CONTEXT = "https://openvex.dev/ns/v0.2.0";

  private final ScanReport report;
  private final Map<String, Component> components = new HashMap<>();

  /** What is said about several parts of the image in the same words. */
  private record Said(
      String id, List<String> aliases, VexStatus status, String justification, String words)
      implements Comparable<Said> {
    private String key() {
      return String.join("\n", id, status.id(), justification, words, aliases.toString());
    }

    @Override
    public int compareTo(Said other) {
      return key().compareTo(other.key());
    }
  }

  private VexWriter(ScanReport report) {
    this.report = report;
    for (Component component : report.components()) components.put(component.id(), component);
  }

  /**
   * Writes a report and leaves the stream open.
   *
   * @param author who answers for the document
   * @param timestamp of the document
   */
  public static void write(ScanReport report, String author, Instant timestamp, OutputStream out)
      throws IOException {
    new VexWriter(report).write(author, timestamp, out);
  }

  private void write(String author, Instant timestamp, OutputStream out) throws IOException {
    String product = product(report.image()).map(Purl::toString).orElse(report.image().name());
    var statements = new TreeMap<Said, Set<String>>();
    for (Finding finding : report.findings()) add(statements, finding, VexStatus.AFFECTED, "", "");
    for (Suppressed one : report.suppressions().findings()) suppressed(statements, one);
    String seed = product + "\n" + author + "\n" + timestamp + "\n" + statements;
    UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    try (var json = JsonOut.to(out)) {
      json.object(
          () -> {
            json.text("@context", CONTEXT);
            json.text("@id", "urn:uuid:" + id);
            json.text("author", author);
            json.text("timestamp", timestamp.toString());
            json.number("version", 1);
            json.text("tooling", report.tool().name() + " " + report.tool().version());
            json.array(
                "statements",
                List.copyOf(statements.entrySet()),
                entry -> statement(json, entry.getKey(), product, List.copyOf(entry.getValue())));
          });
    }
  }

  private void suppressed(Map<Said, Set<String>> statements, Suppressed one) {
    switch (one.status()) {
      case "fixed" -> add(statements, one.finding(), VexStatus.FIXED, "", one.reason());
      case "not_affected" ->
          add(statements, one.finding(), VexStatus.NOT_AFFECTED, one.justification(), one.reason());
      default -> {
        String until = one.expires().map(d -> " until " + d).orElse("");
        String who = one.owner().map(o -> " by " + o).orElse("");
        String words = "Accepted" + who + until + ": " + one.reason();
        add(statements, one.finding(), VexStatus.AFFECTED, "", words);
      }
    }
  }

  private void add(
      Map<Said, Set<String>> statements,
      Finding finding,
      VexStatus status,
      String justification,
      String words) {
    if (!(finding instanceof Finding.AboutPackage about)) return;
    Component component = components.get(about.component());
    if (component == null) return;
    boolean tell = status == VexStatus.AFFECTED && words.isEmpty();
    var said =
        new Said(
            about.id(),
            about.aliases(),
            status,
            justification,
            tell ? action(about, component) : words);
    statements.computeIfAbsent(said, none -> new TreeSet<>()).add(component.purl().toString());
  }

  private static String action(Finding.AboutPackage finding, Component component) {
    return switch (finding) {
      case Finding.Vulnerability hole ->
          hole.fixedVersion()
              .map(fix -> "Upgrade " + source(component) + " to " + fix + " or later.")
              .orElse("No fixed version is known (" + hole.fixState().id() + ").");
      case Finding.MaliciousPackage malicious -> "Remove " + component.name() + ".";
    };
  }

  private static String source(Component component) {
    return component.source().map(s -> s.name()).orElse(component.name());
  }

  private static void statement(JsonOut json, Said said, String product, List<String> parts)
      throws IOException {
    json.object(
        "vulnerability",
        () -> {
          json.text("name", said.id());
          if (!said.aliases().isEmpty()) json.texts("aliases", said.aliases());
        });
    json.array(
        "products",
        List.of(product),
        id -> {
          json.text("@id", id);
          json.array("subcomponents", parts, part -> json.text("@id", part));
        });
    json.text("status", said.status().id());
    switch (said.status()) {
      case NOT_AFFECTED -> {
        if (!said.justification().isEmpty()) json.text("justification", said.justification());
        boolean mustTell = said.justification().isEmpty();
        String words = mustTell && said.words().isEmpty() ? "No reason was given." : said.words();
        if (!words.isEmpty()) json.text("impact_statement", words);
      }
      case AFFECTED -> json.text("action_statement", said.words());
      case FIXED, UNDER_INVESTIGATION -> {
        if (!said.words().isEmpty()) json.text("status_notes", said.words());
      }
    }
  }

  /** The image's package URL, by its digest; empty for what is no image. */
  static Optional<Purl> product(ImageInfo image) {
    Optional<Digest> digest = image.digest().or(image::configDigest);
    if (digest.isEmpty()) return Optional.empty();
    String name = "image";
    var facts = new TreeMap<String, String>();
    try {
      ImageReference reference = ImageReference.parse(plain(image.name()));
      name = reference.repository().substring(reference.repository().lastIndexOf('/') + 1);
      facts.put("repository_url", reference.name());
      reference.tag().ifPresent(tag -> facts.put("tag", tag));
    } catch (InvalidReferenceException none) {
      facts.clear(); // a file's name
    }
    try {
      return Optional.of(Purl.of("oci", "", name, digest.get().toString(), facts));
    } catch (InvalidPurlException none) {
      return Optional.empty();
    }
  }

  /** A reference without the word that says where to look for it. */
  static String plain(String name) {
    for (String scheme : new String[] {"registry:", "podman:", "docker:", "containerd:"}) {
      if (name.startsWith(scheme)) return name.substring(scheme.length());
    }
    return name;
  }
}
