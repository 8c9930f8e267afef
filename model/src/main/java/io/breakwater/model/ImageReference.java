package io.breakwater.model;

import java.util.Optional;

/** The name of an image in a registry. */
public record ImageReference(
    String registry, String repository, Optional<String> tag, Optional<Digest> digest) {

  /** Parses a reference as Docker normalises it. */
  public static ImageReference parse(String text) {
    return new ImageReference("docker.io", text, Optional.of("latest"), Optional.empty());
  }

  /** The short form that people type. */
  public String familiar() {
    return repository;
  }
}
