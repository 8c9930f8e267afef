package io.breakwater.inventory.sbom;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns licences into SPDX expressions; what is none becomes a licence of the document's own. */
final class SpdxLicences {
  /** The words of the document's own licences, by their ids. */
  final Map<String, String> own = new LinkedHashMap<>();

  private final Map<String, String> ids = new LinkedHashMap<>();

  /** The expression that says that all of these hold. */
  String expression(List<String> licences) {
    if (licences.isEmpty()) return "NOASSERTION";
    var parts = new LinkedHashSet<String>();
    for (String words : licences) {
      Optional<String> known = LicenceExpression.canonical(words);
      if (known.isPresent()) references(known.get());
      String part = known.orElseGet(() -> id(words));
      boolean or = licences.size() > 1 && LicenceExpression.isAlternative(part);
      parts.add(or ? "(" + part + ")" : part);
    }
    return String.join(" AND ", parts);
  }

  /** References in an expression have to be told of, too, though nothing more is known of them. */
  private void references(String expression) {
    if (!expression.contains("LicenseRef-")) return;
    for (String token : expression.replace('(', ' ').replace(')', ' ').split(" ", -1)) {
      if (LicenceExpression.isReference(token)) own.putIfAbsent(token, token);
    }
  }

  private String id(String words) {
    return ids.computeIfAbsent(words, this::newId);
  }

  private String newId(String words) {
    String base = "LicenseRef-" + SpdxIds.sanitised(Draft.cut(words, 60));
    String id = base;
    for (int n = 2; own.containsKey(id); n++) id = base + "-" + n;
    own.put(id, words);
    return id;
  }
}
