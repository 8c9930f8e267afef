package io.breakwater.oci.internal.archive;

import io.breakwater.oci.internal.layer.FileRegion;
import java.io.IOException;
import java.util.Optional;

/** The files of an image as some tool saved it, by relative path: a folder or an archive. */
public interface ImageFiles {
  /** A file; empty when there is none of this name, or something else bears it. */
  Optional<FileRegion> file(String path) throws IOException;
}
