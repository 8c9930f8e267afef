package io.breakwater.inventory.sbom;

import io.breakwater.inventory.internal.text.XmlStreams;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Brings CycloneDX's XML into the form that its JSON has, as far as {@link CycloneDxReader} looks.
 * Document types and entities are refused; nothing is ever fetched.
 */
final class CycloneDxXml {
  private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";
  private static final int DEEPEST = 90;

  private final XMLStreamReader xml;

  private CycloneDxXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The document as JSON would have it. */
  static Json.Obj asJson(byte[] document) throws UnreadableSbomException {
    try {
      XMLStreamReader xml = XmlStreams.open(document);
      try {
        return new CycloneDxXml(xml).document();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException malformed) {
      throw new UnreadableSbomException(words(malformed), malformed);
    } catch (MissingResourceException wordless) { // the JDK has no words for some faults it finds
      throw new UnreadableSbomException("the XML is malformed", wordless);
    } catch (NoSuchElementException cut) { // how the JDK's reader tells some early ends
      throw new UnreadableSbomException("the XML is cut", cut);
    }
  }

  private static String words(XMLStreamException malformed) {
    var at = malformed.getLocation();
    String message = String.valueOf(malformed.getMessage());
    int start = message.indexOf("Message: ");
    if (start >= 0) message = message.substring(start + "Message: ".length());
    String where =
        at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    return "not XML" + where + ": " + Draft.cut(message.replace('\n', ' ').strip(), 200);
  }

  private Json.Obj document() throws XMLStreamException, UnreadableSbomException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableSbomException("the XML has a document type, which is not read");
      }
      if (event == XMLStreamConstants.START_ELEMENT) return root();
    }
    throw new UnreadableSbomException("the XML has no element");
  }

  private Json.Obj root() throws XMLStreamException, UnreadableSbomException {
    String namespace = String.valueOf(xml.getNamespaceURI());
    String name = xml.getLocalName();
    if (name.equals("RDF")) {
      throw new UnreadableSbomException("SPDX as RDF is not read; JSON and tag-value are");
    }
    if (!name.equals("bom") || !namespace.startsWith(NAMESPACE)) {
      throw new UnreadableSbomException("the XML is no SBOM: its root is " + Draft.cut(name, 60));
    }
    var bom = new LinkedHashMap<String, Json>();
    bom.put("specVersion", new Json.Str(namespace.substring(NAMESPACE.length())));
    members(bom, 1);
    drain();
    return new Json.Obj(bom);
  }

  /** What follows the root must be well-formed, too. */
  private void drain() throws XMLStreamException {
    while (xml.hasNext()) xml.next();
  }

  /** Reads the children of an element as members of an object; at the end behind the element. */
  private void members(Map<String, Json> into, int depth)
      throws XMLStreamException, UnreadableSbomException {
    while (next()) {
      String name = xml.getLocalName();
      if (!String.valueOf(xml.getNamespaceURI()).startsWith(NAMESPACE)) {
        skip(depth);
        continue;
      }
      switch (name) {
        case "metadata", "evidence" -> into.put(name, object(depth));
        case "component" -> into.put(name, component(depth));
        case "components", "licenses", "hashes", "dependencies", "properties", "occurrences" ->
            into.put(name, list(name, depth));
        case "timestamp",
            "group",
            "name",
            "version",
            "scope",
            "purl",
            "cpe",
            "id",
            "location",
            "additionalContext" ->
            into.put(name, text(depth));
        case "line" -> into.put(name, new Json.Num(text(depth).value().strip()));
        default -> skip(depth);
      }
    }
  }

  private Json.Obj object(int depth) throws XMLStreamException, UnreadableSbomException {
    deeper(depth);
    var members = new LinkedHashMap<String, Json>();
    members(members, depth + 1);
    return new Json.Obj(members);
  }

  private Json.Obj component(int depth) throws XMLStreamException, UnreadableSbomException {
    deeper(depth);
    var members = new LinkedHashMap<String, Json>();
    members.put("type", attribute("type"));
    members.put("bom-ref", attribute("bom-ref"));
    members(members, depth + 1);
    return new Json.Obj(members);
  }

  private Json.Arr list(String name, int depth) throws XMLStreamException, UnreadableSbomException {
    deeper(depth);
    var elements = new ArrayList<Json>();
    while (next()) {
      switch (name + "/" + xml.getLocalName()) {
        case "components/component" -> elements.add(component(depth + 1));
        case "occurrences/occurrence" -> elements.add(object(depth + 1));
        case "licenses/license" -> elements.add(one("license", object(depth + 1)));
        case "licenses/expression" -> elements.add(one("expression", text(depth + 1)));
        case "hashes/hash" -> elements.add(named("alg", "content", depth + 1));
        case "properties/property" -> elements.add(named("name", "value", depth + 1));
        case "dependencies/dependency" -> dependency(elements, depth + 1);
        default -> skip(depth + 1);
      }
    }
    return new Json.Arr(elements);
  }

  /** An element whose attribute and text are two members. */
  private Json.Obj named(String attribute, String content, int depth)
      throws XMLStreamException, UnreadableSbomException {
    var members = new LinkedHashMap<String, Json>();
    members.put(attribute, attribute(attribute));
    members.put(content, text(depth));
    return new Json.Obj(members);
  }

  /** What it needs are elements in it, which may nest. */
  private void dependency(List<Json> into, int depth)
      throws XMLStreamException, UnreadableSbomException {
    deeper(depth);
    Json.Str ref = attribute("ref");
    var needs = new ArrayList<Json>();
    while (next()) {
      if (xml.getLocalName().equals("dependency")) {
        needs.add(attribute("ref"));
        dependency(into, depth + 1);
      } else {
        skip(depth + 1);
      }
    }
    into.add(new Json.Obj(Map.of("ref", ref, "dependsOn", new Json.Arr(needs))));
  }

  private static Json.Obj one(String name, Json value) {
    return new Json.Obj(Map.of(name, value));
  }

  private Json.Str attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return new Json.Str(value == null ? "" : value);
  }

  /** Goes to the next child; false, and behind the parent, when there is none. */
  private boolean next() throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) return true;
      if (event == XMLStreamConstants.END_ELEMENT) return false;
    }
  }

  /** The text of an element, without that of elements in it. */
  private Json.Str text(int depth) throws XMLStreamException, UnreadableSbomException {
    var text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> skip(depth);
        case XMLStreamConstants.END_ELEMENT -> {
          return new Json.Str(text.toString().strip());
        }
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  private void skip(int depth) throws XMLStreamException, UnreadableSbomException {
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) deeper(depth + ++open);
      if (event == XMLStreamConstants.END_ELEMENT) open--;
    }
  }

  private static void deeper(int depth) throws UnreadableSbomException {
    if (depth > DEEPEST) {
      throw new UnreadableSbomException("the XML is nested deeper than " + DEEPEST + " elements");
    }
  }
}
