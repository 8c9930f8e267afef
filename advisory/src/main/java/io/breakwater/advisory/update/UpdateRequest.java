package io.breakwater.advisory.update;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be updated.
 *
 * @param providers which feeds
 * @param from another place for the one feed: an address or a file
 * @param acceptShrunk feeds that may lose more than half of their content
 * @param feeds the folder in which feeds are kept
 * @param target the database file
 */
public record UpdateRequest(
    List<FeedProvider> providers,
    Optional<String> from,
    Set<String> acceptShrunk,
    Path feeds,
    Path target) {
  /** Copies the collections. */
  public UpdateRequest {
    providers = List.copyOf(providers);
    acceptShrunk = Set.copyOf(acceptShrunk);
  }
}
