package io.breakwater.inventory.internal.os;

import io.breakwater.inventory.internal.text.Lines;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.util.Optional;

/**
 * Files that say whether an Ubuntu gets the updates of expanded security maintenance (ESM): the
 * state that its client keeps, and the lists of apt.
 */
final class UbuntuPro {
  static final String STATUS = "var/lib/ubuntu-advantage/status.json";
  static final String LIST = "etc/apt/sources.list.d/ubuntu-esm-infra.list";
  static final String SOURCES = "etc/apt/sources.list.d/ubuntu-esm-infra.sources";
  private static final String SERVICE = "esm-infra";

  /** What says so; identity is told by other files. */
  private static final OperatingSystem ENROLLED = new OperatingSystem("ubuntu", "", "", "ESM");

  private UbuntuPro() {}

  static boolean isOne(String path) {
    return path.equals(STATUS) || path.equals(LIST) || path.equals(SOURCES);
  }

  /** Empty when the file does not say that the image is enrolled. */
  static Optional<OperatingSystem> read(String path, byte[] bytes) {
    boolean enrolled =
        switch (path) {
          case STATUS -> status(bytes);
          case LIST -> hasLine(bytes, "deb ", "");
          default -> hasLine(bytes, "uris:", "enabled: no");
        };
    return enrolled ? Optional.of(ENROLLED) : Optional.empty();
  }

  private static boolean status(byte[] bytes) {
    try {
      Json.Obj status = Json.parseObject(bytes);
      for (Json.Obj service : status.objects("services")) {
        if (service.text("name").equals(SERVICE)) return service.text("status").equals("enabled");
      }
      return false;
    } catch (InvalidJsonException e) {
      return false; // it says nothing
    }
  }

  private static boolean hasLine(byte[] bytes, String start, String without) {
    var lines = new Lines(bytes);
    boolean found = false;
    while (lines.next()) {
      found |= lines.startsWithIgnoringCase(start);
      if (!without.isEmpty() && lines.startsWithIgnoringCase(without)) return false;
    }
    return found;
  }
}
