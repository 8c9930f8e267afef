package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.internal.Licences;
import java.util.ArrayList;
import java.util.List;

/** The licences of core metadata: the expression (PEP 639), else the field, else classifiers. */
final class PythonLicences {
  private static final String CLASSIFIER = "License ::";

  private PythonLicences() {}

  static List<String> of(Headers headers) {
    List<String> expression = Licences.name(headers.first("License-Expression"));
    if (!expression.isEmpty()) return expression;
    List<String> field = Licences.name(headers.first("License"));
    if (!field.isEmpty()) return field;
    var classified = new ArrayList<String>(1);
    for (String classifier : headers.all("Classifier")) {
      if (!classifier.startsWith(CLASSIFIER)) continue;
      String last = classifier.substring(classifier.lastIndexOf("::") + 2).strip();
      if (!last.equals("OSI Approved")) classified.add(last);
    }
    return Licences.names(classified);
  }
}
