package io.breakwater.cli;

import java.util.List;

/** Notices as plain text. */
record NoticePlain(Terminal terminal) implements NoticePage {
  private static final String RULE = "=".repeat(80);
  private static final String THIN = "-".repeat(80);

  @Override
  public void start(String title, String about) {
    line(title);
    line("");
    for (String each : Cells.wrap(about, 80)) line(each);
  }

  @Override
  public void heading(String words) {
    line("");
    line(RULE);
    line(words);
    line(RULE);
  }

  @Override
  public void item(String title) {
    line("");
    line(title);
  }

  @Override
  public void field(String name, String value) {
    line("  " + name + ": " + value);
  }

  @Override
  public void address(String url) {
    line("  " + url);
  }

  @Override
  public void references(String name, char mark, List<Integer> numbers) {
    List<String> lines = Cells.wrap(NoticePage.marks(mark, numbers), 70 - Cells.width(name));
    line("  " + name + ": " + lines.getFirst());
    for (String more : lines.subList(1, lines.size())) line("    " + more);
  }

  @Override
  public void statements(List<String> statements) {
    for (String each : statements) line("  " + each);
  }

  @Override
  public void words(char mark, int number, String title, String from, String text) {
    line("");
    line(THIN);
    line("[" + mark + number + "] " + title);
    line(from);
    line(THIN);
    line("");
    line(text);
  }

  @Override
  public void list(List<String> names) {
    line("");
    for (String each : names) line("  " + each);
  }

  private void line(String words) {
    terminal.out().print(words.stripTrailing() + "\n");
  }
}
