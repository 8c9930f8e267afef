package io.breakwater.inspect.internal;

/** Takes what an inspector sees. Bounded: what is too much is dropped, and the report says so. */
@FunctionalInterface
public interface Sightings {
  /** Something was seen. */
  void add(Sighting sighting);
}
