package io.breakwater.advisory.internal.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML document record by record: elements of some names, wherever they stand, each as a
 * whole, the rest not at all. A document of hundreds of megabytes then costs no more than its
 * largest record. Document types and entities of strangers are refused.
 */
final class XmlRecords {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_ELEMENTS = 1_000_000;
  private static final int MAX_CHARACTERS = 64 << 20;
  private static final int LONGEST_DECLARATION = 200;
  private static final Set<Charset> READ =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  private final XMLStreamReader reader;
  private int elements;
  private long characters;

  private XmlRecords(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** Takes records. */
  interface Visitor {
    void element(XmlElement element) throws IOException;
  }

  /** Gives each element whose local name is wanted to the visitor, those inside of it within it. */
  static void each(byte[] document, Predicate<String> wanted, Visitor visitor) throws IOException {
    try (Reader text = text(document)) {
      XMLStreamReader reader = factory().createXMLStreamReader(text);
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.END_ELEMENT) depth--;
        if (event != XMLStreamConstants.START_ELEMENT) continue;
        if (++depth > MAX_DEPTH) throw new IOException("elements are nested too deeply");
        if (wanted.test(reader.getLocalName())) {
          visitor.element(new XmlRecords(reader).element());
          depth--;
        }
      }
    } catch (XMLStreamException malformed) {
      throw new IOException("not well-formed XML", malformed);
    } catch (RuntimeException failed) {
      // The JDK's reader throws others, too, at odd places of broken documents.
      if (fromReader(failed)) throw new IOException("not well-formed XML", failed);
      throw failed;
    }
  }

  private static boolean fromReader(RuntimeException failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return trace.length > 0 && !trace[0].getClassName().startsWith("io.breakwater");
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** An element on its way. */
  private record Open(
      String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {
    XmlElement close() {
      return new XmlElement(name, attributes, text.toString(), children);
    }
  }

  /** The element that the reader stands on; then it stands on its end. */
  private XmlElement element() throws XMLStreamException, IOException {
    var open = new ArrayDeque<Open>();
    open.push(start());
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() >= MAX_DEPTH) throw new IOException("elements are nested too deeply");
          open.push(start());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          count(reader.getTextLength());
          open.element()
              .text()
              .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement closed = open.pop().close();
          if (open.isEmpty()) return closed;
          open.element().children().add(closed);
        }
        case XMLStreamConstants.END_DOCUMENT -> throw new IOException("it ends too early");
        default -> {
          // Comments and instructions say nothing.
        }
      }
    }
  }

  private Open start() throws IOException {
    if (++elements > MAX_ELEMENTS) throw new IOException("a record has too many elements");
    int count = reader.getAttributeCount();
    Map<String, String> attributes = count == 0 ? Map.of() : new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String value = reader.getAttributeValue(i);
      count(value.length());
      attributes.put(reader.getAttributeLocalName(i), value);
    }
    return new Open(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>(0));
  }

  private void count(int more) throws IOException {
    characters += more;
    if (characters > MAX_CHARACTERS) throw new IOException("a record is too long");
  }

  /** Decoded here, as the JDK's reader prints a line about bytes that its encoding lacks. */
  private static Reader text(byte[] document) throws IOException {
    Charset charset = charset(document);
    var reader = new InputStreamReader(new ByteArrayInputStream(document), charset);
    boolean utf8 = document.length > 2 && (document[0] & 0xff) == 0xef;
    boolean marked = utf8 || charset.equals(StandardCharsets.UTF_16BE) || isLittle(document);
    if (marked && first(document) == 0xfeff) {
      if (reader.read() < 0) throw new IOException("an empty document");
    }
    return reader;
  }

  private static boolean isLittle(byte[] document) {
    return document.length > 1 && (document[0] & 0xff) == 0xff && (document[1] & 0xff) == 0xfe;
  }

  /** U+FEFF where the document begins with a byte order mark. */
  private static int first(byte[] document) {
    int two = document.length < 2 ? 0 : ((document[0] & 0xff) << 8) | (document[1] & 0xff);
    return two == 0xfeff || two == 0xfffe || two == 0xefbb ? 0xfeff : 0;
  }

  /** By the byte order mark, else by what the declaration says, else UTF-8. */
  private static Charset charset(byte[] document) {
    if (document.length >= 2) {
      int mark = ((document[0] & 0xff) << 8) | (document[1] & 0xff);
      if (mark == 0xfeff || mark == 0x003c) return StandardCharsets.UTF_16BE;
      if (mark == 0xfffe || mark == 0x3c00) return StandardCharsets.UTF_16LE;
    }
    int length = Math.min(LONGEST_DECLARATION, document.length);
    String start = new String(document, 0, length, StandardCharsets.ISO_8859_1);
    int end = start.indexOf("?>");
    int at = start.indexOf("encoding=");
    int from = at + "encoding=".length() + 1;
    if (at < 0 || end < from) return StandardCharsets.UTF_8;
    int to = start.indexOf(start.charAt(from - 1), from);
    if (to < 0) return StandardCharsets.UTF_8;
    Charset named = Charset.forName(start.substring(from, to), StandardCharsets.UTF_8);
    return READ.contains(named) ? named : StandardCharsets.UTF_8;
  }
}
