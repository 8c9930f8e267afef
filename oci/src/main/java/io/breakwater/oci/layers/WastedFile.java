package io.breakwater.oci.layers;

/**
 * A path that several layers hold or take away.
 *
 * @param path absolute
 * @param times how many layers write or remove it
 * @param bytes what all of them together take
 */
public record WastedFile(String path, int times, long bytes) {}
