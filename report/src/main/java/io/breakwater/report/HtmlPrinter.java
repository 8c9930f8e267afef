package io.breakwater.report;

import io.breakwater.model.Language;
import io.breakwater.model.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One page that needs nothing beside it: the document as data, and the script and style that show
 * it. The page's own policy lets it run that one script and load nothing from anywhere.
 */
final class HtmlPrinter implements Printer {
  @Override
  public String name() {
    return "html";
  }

  @Override
  public void print(Document document, Context context, OutputStream out) throws IOException {
    String style = resource("report.css");
    String script = resource("report.js");
    String language = context.language() == Language.CHINESE ? "zh" : "en";
    Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    page.write(
        "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.write(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '");
    page.write(hash(script) + "'; style-src '" + hash(style));
    page.write("'; base-uri 'none'; form-action 'none'\">\n");
    page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    page.write("<title>" + Words.xml(Words.line(document.imageName())) + " · Breakwater</title>\n");
    page.write("<style>" + style + "</style>\n</head>\n<body>\n");
    page.write("<noscript><p>This report needs JavaScript. 本报告需要 JavaScript。</p></noscript>\n");
    page.write("<script id=\"data\" type=\"application/json\">");
    new EmbeddedJson(page).write(document.json());
    page.write("</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
    page.flush();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlPrinter.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the build forgot " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Words.utf8(text));
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("every Java has SHA-256", none);
    }
  }

  /** JSON that may stand in a script of a page: no character of it can end the script. */
  private record EmbeddedJson(Writer out) {
    /** Writes a value; what was read is nested {@link Json#MAX_DEPTH} deep at most. */
    void write(Json value) throws IOException {
      switch (value) {
        case Json.Obj object -> {
          out.write('{');
          boolean first = true;
          for (var each : object.members().entrySet()) {
            if (isBulk(each.getKey())) continue;
            if (!first) out.write(',');
            first = false;
            string(each.getKey());
            out.write(':');
            write(each.getValue());
          }
          out.write('}');
        }
        case Json.Arr array -> {
          out.write('[');
          for (int i = 0; i < array.elements().size(); i++) {
            if (i > 0) out.write(',');
            write(array.elements().get(i));
          }
          out.write(']');
        }
        case Json.Str text -> string(text.value());
        case Json.Num number -> out.write(number.digits());
        case Json.Bool bool -> out.write(bool.value() ? "true" : "false");
        case Json.Nil _ -> out.write("null");
      }
    }

    /** Members that the page does not show. */
    private static boolean isBulk(String name) {
      return name.equals("hashes") || name.equals("cpes");
    }

    private void string(String text) throws IOException {
      out.write('"');
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '"', '\\' -> {
            out.write('\\');
            out.write(c);
          }
          case '\n' -> out.write("\\n");
          default -> {
            boolean pair =
                i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
            if (pair) {
              out.write(c);
              out.write(text.charAt(++i));
            } else if (c < ' '
                || c == '<'
                || c == '>'
                || c == '&'
                || (c >= 0x7f && c < 0xa0)
                || c == '\u2028'
                || c == '\u2029'
                || Character.isSurrogate(c)
                || c >= 0xfffe) {
              out.write(String.format("\\u%04x", (int) c));
            } else {
              out.write(c);
            }
          }
        }
      }
      out.write('"');
    }
  }
}
