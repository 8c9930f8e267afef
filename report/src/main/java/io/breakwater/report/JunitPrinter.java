package io.breakwater.report;

import io.breakwater.model.json.Json;
import io.breakwater.report.Document.Discovery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * JUnit's XML for build servers: a suite for each kind of finding, a failure for each finding, a
 * skipped case for what was taken out, an error for what could not be read.
 */
final class JunitPrinter implements Printer {
  private static final int MOST_TEXT = 4_000;

  @Override
  public String name() {
    return "junit";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    var suites = new LinkedHashMap<String, List<Discovery>>();
    for (Discovery each : document.findings()) {
      suites.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each);
    }
    Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    String image = Words.xml(Words.line(document.imageName()));
    int failures = document.findings().size();
    int errors = document.notAnalysed().size();
    int skipped = document.suppressed().size();
    int passed = failures + errors + skipped == 0 ? 1 : 0;
    String time =
        String.format(
            Locale.ROOT, "%d.%03d", document.durationMs() / 1000, document.durationMs() % 1000);
    xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.write("<testsuites name=\"breakwater\" tests=\"" + (failures + errors + skipped + passed));
    xml.write(
        "\" failures=\"" + failures + "\" errors=\"" + errors + "\" time=\"" + time + "\">\n");
    for (var suite : suites.entrySet()) {
      open(
          xml,
          image + " " + Words.xml(suite.getKey()),
          suite.getValue().size(),
          suite.getValue().size(),
          0,
          0);
      for (Discovery each : suite.getValue()) failure(xml, document, each);
      xml.write("  </testsuite>\n");
    }
    if (skipped > 0) {
      open(xml, image + " suppressed", skipped, 0, 0, skipped);
      for (Discovery each : document.suppressed()) {
        testcase(xml, document, each);
        String why = each.json().text("status") + ": " + each.json().text("reason");
        xml.write("      <skipped message=\"" + attribute(why) + "\"/>\n    </testcase>\n");
      }
      xml.write("  </testsuite>\n");
    }
    if (errors > 0) {
      open(xml, image + " not analysed", errors, 0, errors, 0);
      for (Json.Obj each : document.notAnalysed()) {
        xml.write(
            "    <testcase classname=\"not analysed\" name=\"" + attribute(each.text("path")));
        xml.write("\" time=\"0\">\n      <error type=\"not-analysed\" message=\"");
        xml.write(attribute(each.text("reason")) + "\"/>\n    </testcase>\n");
      }
      xml.write("  </testsuite>\n");
    }
    if (passed > 0) {
      open(xml, image, 1, 0, 0, 0);
      xml.write("    <testcase classname=\"breakwater\" name=\"nothing was found\" time=\"0\"/>\n");
      xml.write("  </testsuite>\n");
    }
    xml.write("</testsuites>\n");
    xml.flush();
  }

  private static void open(
      Writer xml, String name, int tests, int failures, int errors, int skipped)
      throws IOException {
    xml.write("  <testsuite name=\"" + name + "\" tests=\"" + tests + "\" failures=\"" + failures);
    xml.write("\" errors=\"" + errors + "\" skipped=\"" + skipped + "\" time=\"0\">\n");
  }

  private static void testcase(Writer xml, Document document, Discovery finding)
      throws IOException {
    String where =
        document
            .packageOf(finding)
            .map(p -> p.name() + " " + finding.installed())
            .orElse(finding.place().path());
    xml.write("    <testcase classname=\"" + attribute(where) + "\" name=\"");
    xml.write(attribute("[" + finding.severity().name() + "] " + finding.id()));
    xml.write("\" time=\"0\">\n");
  }

  private static void failure(Writer xml, Document document, Discovery finding) throws IOException {
    testcase(xml, document, finding);
    var text = new StringBuilder();
    line(text, "priority", String.valueOf(finding.score()));
    line(text, "remedy", Words.remedy(document, finding));
    line(text, "origin", Words.origin(finding.origin()));
    line(text, "path", finding.place().path());
    line(text, "layer", document.instruction(finding.place().layer()));
    line(text, "evidence", finding.evidence());
    line(text, "about", finding.description());
    xml.write("      <failure type=\"" + attribute(finding.kind()) + "\" message=\"");
    xml.write(attribute(finding.title()) + "\">");
    xml.write(Words.xml(Words.cut(text.toString(), MOST_TEXT)));
    xml.write("</failure>\n    </testcase>\n");
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isBlank()) text.append(name).append(": ").append(Words.line(value)).append('\n');
  }

  private static String attribute(String text) {
    return Words.xml(Words.cut(Words.line(text), 500));
  }
}
