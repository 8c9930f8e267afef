package io.breakwater.inventory.internal.text;

import io.breakwater.inventory.MalformedFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An element of an XML document, read without namespaces, entities of its own, or anything from
 * outside. Bounded in depth and number of elements.
 *
 * @param name as written
 * @param attributes by their names as written
 * @param children elements only
 * @param text directly in the element, without blanks around it
 */
public record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_ELEMENTS = 1_000_000;

  /** The value of an attribute; empty text when it is missing. */
  public String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  /** The text of the first child of a name; empty text when there is none. */
  public String childText(String child) {
    for (Xml element : children) if (element.name.equals(child)) return element.text;
    return "";
  }

  /** The children of a name. */
  public List<Xml> all(String child) {
    var found = new ArrayList<Xml>();
    for (Xml element : children) if (element.name.equals(child)) found.add(element);
    return found;
  }

  /**
   * The root element of a document.
   *
   * @throws MalformedFileException when it is no XML, ends early, or goes over a bound
   */
  public static Xml parse(String document) throws MalformedFileException {
    return new Reader(document).root();
  }

  /** An element whose end has not come yet. */
  private record Open(
      String name, Map<String, String> attributes, List<Xml> children, StringBuilder text) {
    Xml closed() {
      return new Xml(name, attributes, children, text.toString().strip());
    }
  }

  private static final class Reader {
    private final String text;
    private final ArrayDeque<Open> path = new ArrayDeque<>();
    private int at;
    private int elements;

    Reader(String text) {
      this.text = text;
      at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    Xml root() throws MalformedFileException {
      while (true) {
        int tag = text.indexOf('<', at);
        if (tag < 0) throw malformed("it ends within an element");
        if (!path.isEmpty()) append(at, tag);
        at = tag;
        if (text.startsWith("<!--", at)) {
          skipPast("-->");
        } else if (text.startsWith("<![CDATA[", at)) {
          int start = at + 9;
          skipPast("]]>");
          if (!path.isEmpty()) path.getFirst().text.append(text, start, at - 3);
        } else if (text.startsWith("<?", at)) {
          skipPast("?>");
        } else if (text.startsWith("<!", at)) {
          int end = text.indexOf('>', at);
          int subset = text.indexOf('[', at);
          if (subset >= 0 && subset < end) throw malformed("it declares entities");
          skipPast(">");
        } else if (text.startsWith("</", at)) {
          Xml closed = close();
          if (path.isEmpty()) return closed;
          path.getFirst().children.add(closed);
        } else {
          Xml empty = open();
          if (empty == null) continue;
          if (path.isEmpty()) return empty;
          path.getFirst().children.add(empty);
        }
      }
    }

    private Xml close() throws MalformedFileException {
      at += 2;
      String name = name();
      skipBlanks();
      expect('>');
      if (path.isEmpty() || !path.getFirst().name.equals(name)) {
        throw malformed("an end that has no beginning");
      }
      return path.pop().closed();
    }

    /** Opens an element; gives it back at once when it is empty. */
    private @org.jspecify.annotations.Nullable Xml open() throws MalformedFileException {
      if (path.size() >= MAX_DEPTH || ++elements > MAX_ELEMENTS) {
        throw malformed("it has too many elements");
      }
      at++;
      String name = name();
      var attributes = new HashMap<String, String>(4);
      for (skipBlanks(); at < text.length(); skipBlanks()) {
        char c = text.charAt(at);
        if (c == '>') {
          at++;
          path.push(new Open(name, attributes, new ArrayList<>(), new StringBuilder()));
          return null;
        }
        if (c == '/') {
          at++;
          expect('>');
          return new Xml(name, attributes, List.of(), "");
        }
        attribute(attributes);
      }
      throw malformed("it ends within a tag");
    }

    private void attribute(Map<String, String> attributes) throws MalformedFileException {
      String key = name();
      skipBlanks();
      expect('=');
      skipBlanks();
      char quote = at < text.length() ? text.charAt(at) : ' ';
      if (quote != '"' && quote != '\'') throw malformed("an attribute without quotes");
      int end = text.indexOf(quote, ++at);
      if (end < 0) throw malformed("it ends within an attribute");
      var value = new StringBuilder();
      decode(at, end, value);
      attributes.put(key, value.toString());
      at = end + 1;
    }

    private String name() throws MalformedFileException {
      int start = at;
      while (at < text.length() && " \t\r\n/>=<\"'&".indexOf(text.charAt(at)) < 0) at++;
      if (at == start) throw malformed("a name is missing");
      return text.substring(start, at);
    }

    private void append(int start, int end) {
      decode(start, end, path.getFirst().text);
    }

    /** Appends text with the five known entities and characters by number in their places. */
    private void decode(int start, int end, StringBuilder out) {
      int from = start;
      for (int amp = text.indexOf('&', from); amp >= 0 && amp < end; ) {
        out.append(text, from, amp);
        int semicolon = text.indexOf(';', amp);
        boolean entity = semicolon > 0 && semicolon < end && semicolon - amp <= 10;
        String decoded = entity ? entity(text.substring(amp + 1, semicolon)) : "";
        out.append(decoded.isEmpty() ? "&" : decoded);
        from = decoded.isEmpty() ? amp + 1 : semicolon + 1;
        amp = text.indexOf('&', from);
      }
      out.append(text, from, end);
    }

    private static String entity(String name) {
      return switch (name) {
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> name.startsWith("#") ? character(name) : "";
      };
    }

    private static String character(String reference) {
      boolean hex = reference.startsWith("#x");
      try {
        int code = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
      } catch (NumberFormatException noNumber) {
        return "";
      }
    }

    private void skipPast(String end) throws MalformedFileException {
      int found = text.indexOf(end, at);
      if (found < 0) throw malformed("it ends within a comment or the like");
      at = found + end.length();
    }

    private void skipBlanks() {
      while (at < text.length() && text.charAt(at) <= ' ') at++;
    }

    private void expect(char c) throws MalformedFileException {
      if (at >= text.length() || text.charAt(at) != c) throw malformed("'" + c + "' is missing");
      at++;
    }

    private MalformedFileException malformed(String reason) {
      int line = 1;
      for (int i = 0; i < Math.min(at, text.length()); i++) if (text.charAt(i) == '\n') line++;
      return new MalformedFileException("not XML at line " + line + ": " + reason);
    }
  }
}
