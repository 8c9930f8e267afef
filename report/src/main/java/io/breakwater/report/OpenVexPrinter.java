package io.breakwater.report;

import io.breakwater.model.ImageReference;
import io.breakwater.model.InvalidPurlException;
import io.breakwater.model.InvalidReferenceException;
import io.breakwater.model.Purl;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.JsonOut;
import io.breakwater.report.Document.Component;
import io.breakwater.report.Document.Discovery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a report says about an image as OpenVEX 0.2: which holes it has, with what to do, and which
 * it has not, with the reason that was given. The same report and time are the same bytes.
 *
 * <p>A finding that an ignore rule took out is affected all the same, unless the rule gives a
 * justification: to live with a hole is not to be without it.
 */
final class OpenVexPrinter implements Printer {
  private static final String CONTEXT = "https://openvex.dev/ns/v0.2.0";

  /** What is said about several parts of the image in the same words. */
  private record Said(
      String id, List<String> aliases, String status, String justification, String words)
      implements Comparable<Said> {
    private String key() {
      return String.join("\n", id, status, justification, words, aliases.toString());
    }

    @Override
    public int compareTo(Said other) {
      return key().compareTo(other.key());
    }
  }

  @Override
  public String name() {
    return "openvex";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    String author = context.author().orElse("Unknown Author");
    Instant timestamp = context.issued().orElse(document.started());
    String product = product(document).map(Purl::toString).orElse(document.imageName());
    var statements = new TreeMap<Said, Set<String>>();
    for (Discovery each : document.findings()) add(document, statements, each, "affected", "", "");
    for (Discovery each : document.suppressed()) suppressed(document, statements, each);
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
            json.text(
                "tooling", document.json().object("tool").text("name") + " " + document.version());
            json.array(
                "statements",
                List.copyOf(statements.entrySet()),
                entry -> statement(json, entry.getKey(), product, List.copyOf(entry.getValue())));
          });
    }
  }

  private static void suppressed(
      Document document, Map<Said, Set<String>> statements, Discovery one) {
    Json.Obj json = one.json();
    String reason = json.text("reason");
    switch (json.text("status")) {
      case "fixed" -> add(document, statements, one, "fixed", "", reason);
      case "not_affected" ->
          add(document, statements, one, "not_affected", json.text("justification"), reason);
      default -> {
        String until = json.text("expires").isEmpty() ? "" : " until " + json.text("expires");
        String who = json.text("owner").isEmpty() ? "" : " by " + json.text("owner");
        add(document, statements, one, "affected", "", "Accepted" + who + until + ": " + reason);
      }
    }
  }

  private static void add(
      Document document,
      Map<Said, Set<String>> statements,
      Discovery finding,
      String status,
      String justification,
      String words) {
    Optional<Component> about = document.packageOf(finding);
    if (about.isEmpty()) return;
    boolean tell = status.equals("affected") && words.isEmpty();
    var said =
        new Said(
            finding.id(),
            finding.json().texts("aliases"),
            status,
            justification,
            tell ? action(finding, about.get()) : words);
    statements.computeIfAbsent(said, none -> new TreeSet<>()).add(about.get().purl());
  }

  private static String action(Discovery finding, Component about) {
    if (finding.kind().equals("malicious-package")) return "Remove " + about.name() + ".";
    if (finding.fixed().isEmpty()) {
      return "No fixed version is known (" + finding.json().text("fixState") + ").";
    }
    String source = about.json().object("source").text("name");
    String name = source.isEmpty() ? about.name() : source;
    return "Upgrade " + name + " to " + finding.fixed() + " or later.";
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
    json.text("status", said.status());
    switch (said.status()) {
      case "not_affected" -> {
        if (!said.justification().isEmpty()) json.text("justification", said.justification());
        boolean mustTell = said.justification().isEmpty();
        String words = mustTell && said.words().isEmpty() ? "No reason was given." : said.words();
        if (!words.isEmpty()) json.text("impact_statement", words);
      }
      case "affected" -> json.text("action_statement", said.words());
      default -> {
        if (!said.words().isEmpty()) json.text("status_notes", said.words());
      }
    }
  }

  /** The image's package URL, by its digest; empty for what is no image. */
  private static Optional<Purl> product(Document document) {
    Json.Obj image = document.image();
    String digest = image.text("digest");
    if (digest.isEmpty()) digest = image.text("configDigest");
    if (digest.isEmpty()) return Optional.empty();
    String name = "image";
    var facts = new TreeMap<String, String>();
    try {
      ImageReference reference = ImageReference.parse(plain(document.imageName()));
      name = reference.repository().substring(reference.repository().lastIndexOf('/') + 1);
      facts.put("repository_url", reference.name());
      reference.tag().ifPresent(tag -> facts.put("tag", tag));
    } catch (InvalidReferenceException none) {
      facts.clear(); // a file's name
    }
    try {
      return Optional.of(Purl.of("oci", "", name, digest, facts));
    } catch (InvalidPurlException none) {
      return Optional.empty();
    }
  }

  /** A reference without the word that says where to look for it. */
  private static String plain(String name) {
    for (String scheme : new String[] {"registry:", "podman:", "docker:", "containerd:"}) {
      if (name.startsWith(scheme)) return name.substring(scheme.length());
    }
    return name;
  }
}
