package io.breakwater.oci.zip;

/**
 * A member of an archive as the central directory tells of it.
 *
 * @param name as written, which may be anything: it is never used as a path on disk
 * @param method how it is compressed: 0 stored, 8 deflated
 * @param encrypted whether its bytes are encrypted
 * @param compressedSize bytes in the archive
 * @param size bytes when inflated, as promised
 * @param header where its local header starts in the archive
 */
public record ZipMember(
    String name, int method, boolean encrypted, long compressedSize, long size, long header) {}
