package io.breakwater.inventory.internal.text;

import io.breakwater.inventory.MalformedFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads small XML documents into trees. Bounded in depth and nodes; document types and entities of
 * their own are not read, nothing is ever fetched.
 */
public final class XmlTree {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NODES = 1_000_000;

  /** One element; names are without prefixes and namespaces. */
  public static final class Element {
    private final String name;
    private final int line;

    // Most elements have neither, or only one of them.
    private Map<String, String> attributes = Map.of();
    private List<Element> children = List.of();
    private @Nullable StringBuilder text;

    private Element(String name, int line) {
      this.name = name;
      this.line = line;
    }

    private void add(Element child) {
      if (children.isEmpty()) children = new ArrayList<>(4);
      children.add(child);
    }

    private void add(String key, String value) {
      if (attributes.isEmpty()) attributes = new HashMap<>(4);
      attributes.put(key, value);
    }

    private void add(String more) {
      if (text == null) text = new StringBuilder(more.length());
      text.append(more);
    }

    /** Its name. */
    public String name() {
      return name;
    }

    /** The line of the document where it begins, from 1. */
    public int line() {
      return line;
    }

    /** An attribute's value; empty when there is none. */
    public String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    /** Its own text, without blanks around it. */
    public String text() {
      return text == null ? "" : text.toString().strip();
    }

    /** The text of the first child of a name; empty when there is none. */
    public String text(String child) {
      for (Element element : children) if (element.name.equals(child)) return element.text();
      return "";
    }

    /** Its children, in order. */
    public List<Element> children() {
      return children;
    }

    /** Its children of a name, in order. */
    public List<Element> children(String child) {
      var found = new ArrayList<Element>();
      for (Element element : children) if (element.name.equals(child)) found.add(element);
      return found;
    }

    /** The descendants that a path of names leads to. */
    public List<Element> at(String... path) {
      List<Element> here = List.of(this);
      for (String step : path) {
        var next = new ArrayList<Element>();
        for (Element element : here) next.addAll(element.children(step));
        here = next;
      }
      return here;
    }
  }

  private XmlTree() {}

  /**
   * The root element of a document.
   *
   * @throws IOException when it is malformed, too deep or has too many parts
   */
  public static Element parse(byte[] document) throws IOException {
    try {
      return read(XmlStreams.open(document));
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNumber();
      throw new MalformedFileException("not XML, at line " + line);
    } catch (MissingResourceException wordless) { // the JDK has no words for some faults it finds
      throw new MalformedFileException("not XML");
    }
  }

  private static Element read(XMLStreamReader reader) throws IOException, XMLStreamException {
    var open = new ArrayDeque<Element>();
    Element root = null;
    for (int nodes = 0; reader.hasNext(); ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          nodes += 1 + reader.getAttributeCount();
          if (open.size() >= MAX_DEPTH) throw new MalformedFileException("XML nested too deeply");
          if (nodes > MAX_NODES) throw new MalformedFileException("XML with too many parts");
          var element = new Element(reader.getLocalName(), reader.getLocation().getLineNumber());
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.add(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
          }
          if (open.isEmpty()) root = element;
          else open.peek().add(element);
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty() && !reader.isWhiteSpace()) open.peek().add(reader.getText());
        }
        default -> {}
      }
    }
    if (root == null) throw new MalformedFileException("an XML document without a root");
    return root;
  }
}
