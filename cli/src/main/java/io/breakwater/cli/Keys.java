package io.breakwater.cli;

/** The keys that mean something. */
enum Keys {
  NONE,
  UP,
  DOWN,
  LEFT,
  RIGHT,
  PAGE_UP,
  PAGE_DOWN,
  HOME,
  END,
  TAB,
  ENTER,
  BACKSPACE,
  ESCAPE,
  /** Ctrl-C, or the end of the input. */
  INTERRUPT,
  CHARACTER,
  /** Some other key. */
  OTHER
}
