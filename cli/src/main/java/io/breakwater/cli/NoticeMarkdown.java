package io.breakwater.cli;

import java.util.List;

/** Notices as Markdown; words of the image stand in fences that they cannot close. */
record NoticeMarkdown(Terminal terminal) implements NoticePage {
  @Override
  public void start(String title, String about) {
    line("# " + escaped(title));
    line("");
    line(about);
  }

  @Override
  public void heading(String words) {
    line("");
    line("## " + words);
  }

  @Override
  public void item(String title) {
    line("");
    line("### " + escaped(title));
    line("");
  }

  @Override
  public void field(String name, String value) {
    line("- " + name + ": " + code(value));
  }

  @Override
  public void address(String url) {
    line("- <" + url + ">");
  }

  @Override
  public void references(String name, char mark, List<Integer> numbers) {
    var links = new StringBuilder();
    for (int each : numbers) {
      String place = Character.toLowerCase(mark) + "" + each;
      links.append(" [").append(mark).append(each).append("](#").append(place).append(')');
    }
    line("- " + name + ":" + links);
  }

  @Override
  public void statements(List<String> statements) {
    for (String each : statements) line("- " + escaped(each));
  }

  @Override
  public void words(char mark, int number, String title, String from, String text) {
    String place = Character.toLowerCase(mark) + "" + number;
    line("");
    line("### <a id=\"" + place + "\"></a>" + mark + number + " " + escaped(title));
    line("");
    line(escaped(from));
    line("");
    String fence = "`".repeat(Math.max(3, ticks(text) + 1));
    line(fence + "text");
    line(text);
    line(fence);
  }

  @Override
  public void list(List<String> names) {
    line("");
    for (String each : names) line("- " + escaped(each));
  }

  private static String code(String words) {
    String fence = "`".repeat(ticks(words) + 1);
    String space = words.startsWith("`") || words.endsWith("`") ? " " : "";
    return fence + space + words + space + fence;
  }

  /** The longest run of back ticks. */
  private static int ticks(String text) {
    int most = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      most = Math.max(most, run);
    }
    return most;
  }

  private static String escaped(String words) {
    var out = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if ("\\`*_{}[]<>#|&!~$".indexOf(c) >= 0) out.append('\\');
      out.append(c);
    }
    return out.toString();
  }

  private void line(String words) {
    terminal.out().print(words.stripTrailing() + "\n");
  }
}
