package io.breakwater.cli;

/** The colours of the terminal. They support the meaning and never carry it. */
enum Ink {
  CRITICAL("1;31"),
  HIGH("31"),
  MEDIUM("33"),
  LOW("36"),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  LINK("34");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String paint(String words) {
    return words.isEmpty() ? words : "\u001b[" + code + "m" + words + "\u001b[0m";
  }
}
