package io.breakwater.oci;

/** What an entry of a layer is. */
public enum EntryType {
  FILE,
  DIRECTORY,
  SYMLINK,
  /** Another name of a file of the same layer. */
  HARD_LINK,
  /** Says that the path of this name, and all below it, is gone from the layers beneath. */
  WHITEOUT,
  /** Says that nothing of the layers beneath shows through in the directory of this name. */
  OPAQUE,
  /** A device, pipe or socket. */
  SPECIAL
}
