package io.breakwater.inspect.internal;

import io.breakwater.model.Finding;

/**
 * A sighting, and where it stands in the image.
 *
 * @param sighting what was seen
 * @param layer the index of the layer, from 0
 * @param standing what became of the file in the layers above
 */
public record Seen(Sighting sighting, int layer, Finding.Standing standing) {}
