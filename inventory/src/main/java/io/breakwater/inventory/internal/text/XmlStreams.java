package io.breakwater.inventory.internal.text;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The JDK's XML reader, for documents of strangers: no document types, nothing fetched. */
public final class XmlStreams {
  private static final int LONGEST_DECLARATION = 200;

  private XmlStreams() {}

  /**
   * A reader of a document. The bytes are decoded here, as the JDK's reader prints a line of its
   * own about bytes that its encoding does not have; they stand for U+FFFD.
   */
  public static XMLStreamReader open(byte[] document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    String text = new String(document, charset(document));
    boolean marked = !text.isEmpty() && text.charAt(0) == '\ufeff';
    return factory.createXMLStreamReader(new StringReader(marked ? text.substring(1) : text));
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
    if (!start.startsWith("<?xml") || at < 0 || end < at) return StandardCharsets.UTF_8;
    char quote = start.charAt(at + "encoding=".length());
    int from = at + "encoding=".length() + 1;
    int to = start.indexOf(quote, from);
    if (to < 0) return StandardCharsets.UTF_8;
    return Charset.forName(start.substring(from, to), StandardCharsets.UTF_8);
  }
}
