package io.breakwater.cli;

import io.breakwater.model.Language;
import java.util.List;
import java.util.Locale;

/** Notices as one HTML page without scripts and without anything from elsewhere. */
record NoticeHtml(Terminal terminal) implements NoticePage {
  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "pre{white-space:pre-wrap;border:1px solid #8886;border-radius:4px;padding:1rem}"
          + "h3{margin-bottom:0}ul{margin-top:.2rem}";

  @Override
  public void start(String title, String about) {
    String language = terminal.language() == Language.CHINESE ? "zh" : "en";
    line("<!doctype html>");
    line("<html lang=\"" + language + "\">");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width\">");
    line("<title>" + escaped(title) + "</title>");
    line("<style>" + STYLE + "</style>");
    line("<h1>" + escaped(title) + "</h1>");
    line("<p>" + escaped(about) + "</p>");
  }

  @Override
  public void heading(String words) {
    line("<h2>" + escaped(words) + "</h2>");
  }

  @Override
  public void item(String title) {
    line("<h3>" + escaped(title) + "</h3>");
  }

  @Override
  public void field(String name, String value) {
    line("<div>" + escaped(name) + ": <code>" + escaped(value) + "</code></div>");
  }

  @Override
  public void address(String url) {
    line("<div><a href=\"" + escaped(url) + "\">" + escaped(url) + "</a></div>");
  }

  @Override
  public void references(String name, char mark, List<Integer> numbers) {
    var links = new StringBuilder();
    for (int each : numbers) {
      String place = place(mark, each);
      links.append(" <a href=\"#").append(place).append("\">");
      links.append(mark).append(each).append("</a>");
    }
    line("<div>" + escaped(name) + ":" + links + "</div>");
  }

  @Override
  public void statements(List<String> statements) {
    list(statements);
  }

  @Override
  public void words(char mark, int number, String title, String from, String text) {
    String id = " id=\"" + place(mark, number) + "\"";
    line("<h3" + id + ">" + mark + number + " " + escaped(title) + "</h3>");
    line("<div>" + escaped(from) + "</div>");
    line("<pre>" + escaped(text) + "</pre>");
  }

  @Override
  public void list(List<String> names) {
    if (names.isEmpty()) return;
    line("<ul>");
    for (String each : names) line("<li>" + escaped(each) + "</li>");
    line("</ul>");
  }

  private static String place(char mark, int number) {
    return ("" + mark).toLowerCase(Locale.ROOT) + number;
  }

  private static String escaped(String words) {
    var out = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private void line(String words) {
    terminal.out().print(words + "\n");
  }
}
