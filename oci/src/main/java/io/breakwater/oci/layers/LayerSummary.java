package io.breakwater.oci.layers;

import io.breakwater.model.Digest;
import java.util.Optional;

/**
 * A layer in numbers. Files are all that is no directory.
 *
 * @param number counted from 1, the lowest first
 * @param digest of the stored blob, where it has one
 * @param diffId of the archive, where it has one
 * @param storedSize bytes as it is stored; 0 where that is not known
 * @param bytes of all files in it, as they unpack
 * @param instruction that made it; may be empty
 * @param added files that were not there
 * @param changed files that were there and are written again
 * @param removed files that are not there any more
 * @param addedBytes of the added files
 * @param changedBytes of the changed files as they are now
 * @param removedBytes of the removed files, which still lie in the layers beneath
 */
public record LayerSummary(
    int number,
    Optional<Digest> digest,
    Optional<Digest> diffId,
    long storedSize,
    long bytes,
    String instruction,
    int added,
    int changed,
    int removed,
    long addedBytes,
    long changedBytes,
    long removedBytes) {}
