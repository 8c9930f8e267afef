package io.breakwater.model;

import java.util.Optional;

/**
 * The name of an image in a registry, by the grammar of the distribution project and normalised as
 * Docker does: {@code alpine} is {@code docker.io/library/alpine:latest}. At least one of tag and
 * digest is there; where both are, the digest decides.
 *
 * @param registry host and perhaps port of the registry: {@code localhost:5000}
 * @param repository the path below the registry: {@code library/alpine}
 * @param tag the tag
 * @param digest the digest of the manifest or index
 */
public record ImageReference(
    String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
  static final String DOCKER_HUB = "docker.io";
  static final String OFFICIAL = "library/";
  private static final String LATEST = "latest";

  /**
   * @throws InvalidReferenceException if a part breaks the grammar
   */
  public ImageReference {
    registry = ReferenceGrammar.registry(registry, registry, 0);
    if (registry.equals("index.docker.io")) registry = DOCKER_HUB;
    if (registry.equals(DOCKER_HUB) && repository.indexOf('/') < 0 && !repository.isEmpty()) {
      repository = OFFICIAL + repository;
    }
    ReferenceGrammar.checkRepository(repository, repository, 0);
    tag.ifPresent(text -> ReferenceGrammar.checkTag(text, text, 0));
    if (tag.isEmpty() && digest.isEmpty()) tag = Optional.of(LATEST);
  }

  /**
   * Reads a reference as people and manifests write it: {@code
   * [registry[:port]/]repository[:tag][@digest]}.
   *
   * @throws InvalidReferenceException if the text breaks the grammar
   */
  public static ImageReference parse(String text) {
    return ReferenceGrammar.parse(text);
  }

  /** Registry and repository, without tag and digest: {@code docker.io/library/alpine}. */
  public String name() {
    return registry + "/" + repository;
  }

  /** The same image pinned to this digest; the tag stays as a remark. */
  public ImageReference withDigest(Digest pinned) {
    return new ImageReference(registry, repository, tag, Optional.of(pinned));
  }

  /**
   * The short form that people know: without {@code docker.io/} and {@code library/}, as {@code
   * alpine:3.20}. {@link #parse} reads it back to this reference.
   */
  public String familiar() {
    String name = name();
    if (registry.equals(DOCKER_HUB)) {
      boolean official =
          repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0;
      String brief = official ? repository.substring(OFFICIAL.length()) : repository;
      // docker.io/localhost/x and docker.io/quay.io/x would be read as another registry
      if (official || !ReferenceGrammar.beginsWithRegistry(brief)) name = brief;
    }
    return name + suffix();
  }

  /** The complete form: {@code docker.io/library/alpine:3.20}, which {@link #parse} reads. */
  @Override
  public String toString() {
    return name() + suffix();
  }

  private String suffix() {
    return tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }
}
