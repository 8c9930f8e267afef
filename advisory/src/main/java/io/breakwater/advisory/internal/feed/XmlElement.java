package io.breakwater.advisory.internal.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML document, with all that it holds. Names are local: the forms that are read
 * here use no name in two namespaces.
 *
 * @param name its local name
 * @param attributes by local name
 * @param text the text that stands directly in it, in one piece
 * @param children in document order
 */
record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children) {
  /** One without anything. */
  static final XmlElement NONE = new XmlElement("", Map.of(), "", List.of());

  /** An attribute without white space around it; empty text when it is missing. */
  String attribute(String key) {
    return attributes.getOrDefault(key, "").strip();
  }

  /** The first child of a name; an element without anything when there is none. */
  XmlElement child(String wanted) {
    for (XmlElement one : children) if (one.name.equals(wanted)) return one;
    return NONE;
  }

  /** All children of a name. */
  List<XmlElement> children(String wanted) {
    var out = new ArrayList<XmlElement>();
    for (XmlElement one : children) if (one.name.equals(wanted)) out.add(one);
    return out;
  }

  /** The text of the first child of a name, without white space around it. */
  String text(String child) {
    return child(child).text.strip();
  }

  /** The first of the children that carries an attribute with this value. */
  Optional<XmlElement> childWith(String wanted, String key, String value) {
    for (XmlElement one : children) {
      if (one.name.equals(wanted) && one.attribute(key).equals(value)) return Optional.of(one);
    }
    return Optional.empty();
  }
}
