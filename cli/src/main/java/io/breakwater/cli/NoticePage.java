package io.breakwater.cli;

import java.util.List;
import java.util.stream.Collectors;

/** How the parts of a notices file look. What it is given has no control characters in it. */
interface NoticePage {
  /** The page of a format. */
  static NoticePage of(String format, Terminal terminal) {
    return switch (format) {
      case "markdown" -> new NoticeMarkdown(terminal);
      case "html" -> new NoticeHtml(terminal);
      default -> new NoticePlain(terminal);
    };
  }

  void start(String title, String about);

  void heading(String words);

  void item(String title);

  void field(String name, String value);

  void address(String url);

  /** Points at texts by their marks and numbers. */
  void references(String name, char mark, List<Integer> numbers);

  void statements(List<String> statements);

  /** Words of the image, kept as they are. */
  void words(char mark, int number, String title, String from, String text);

  void list(List<String> names);

  default void end() {}

  /** {@code [L1] [L7]}. */
  static String marks(char mark, List<Integer> numbers) {
    return numbers.stream().map(n -> "[" + mark + n + "]").collect(Collectors.joining(" "));
  }
}
