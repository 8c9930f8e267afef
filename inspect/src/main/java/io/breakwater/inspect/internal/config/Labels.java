package io.breakwater.inspect.internal.config;

import io.breakwater.model.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges labels by the annotations that the OCI image specification defines. */
final class Labels {
  private static final String PREFIX = "org.opencontainers.image.";
  private static final List<String> WANTED = List.of("source", "revision", "version");

  private Labels() {}

  static void judge(Json.Obj labels, Findings findings) {
    var missing = new ArrayList<String>();
    for (String name : WANTED) if (labels.text(PREFIX + name).isBlank()) missing.add(name);
    if (!missing.isEmpty()) {
      findings.add(ConfigCheck.LABELS, "Labels", "missing: " + String.join(", ", missing));
    }
    for (Map.Entry<String, Json> label : labels.members().entrySet()) {
      if (!label.getKey().startsWith(PREFIX)) continue;
      if (!(label.getValue() instanceof Json.Str(String value)) || value.isBlank()) continue;
      String fault = fault(label.getKey().substring(PREFIX.length()), value.strip());
      if (!fault.isEmpty()) {
        findings.add(ConfigCheck.LABEL_INVALID, "Labels " + label.getKey(), fault);
      }
    }
  }

  private static String fault(String name, String value) {
    return switch (name) {
      case "created" -> isTime(value) ? "" : "no time of RFC 3339: " + value;
      case "url", "documentation", "source" -> isUrl(value) ? "" : "no URL: " + value;
      case "base.digest" ->
          value.matches("[a-z0-9+._-]{1,32}:[A-Za-z0-9=_-]{32,256}") ? "" : "no digest: " + value;
      default -> "";
    };
  }

  private static boolean isTime(String value) {
    try {
      OffsetDateTime.parse(value.replace(' ', 'T'));
      return true;
    } catch (DateTimeException no) {
      return false;
    }
  }

  private static boolean isUrl(String value) {
    try {
      URI uri = new URI(value);
      boolean ofGit = value.startsWith("git@") && value.contains(":");
      return ofGit || uri.getScheme() != null || value.matches("[a-z0-9.-]+\\.[a-z]{2,}(/.*)?");
    } catch (URISyntaxException no) {
      return value.startsWith("git@") && value.contains(":");
    }
  }
}
