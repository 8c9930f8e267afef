package io.breakwater.inspect.internal.secret;

import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;

/**
 * Which files are looked into: not pictures, sound, fonts; what is packed is looked at unpacked.
 */
final class Wanted {
  private static final long MOST_BINARY = 256L << 20;
  private static final long MOST_TEXT = 1L << 30;

  private static final String[] SKIPPED = {
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".ico",
    ".bmp",
    ".tiff",
    ".tif",
    ".psd",
    ".avif",
    ".woff",
    ".woff2",
    ".ttf",
    ".otf",
    ".eot",
    ".pfb",
    ".afm",
    ".mp3",
    ".mp4",
    ".ogg",
    ".wav",
    ".flac",
    ".avi",
    ".mov",
    ".webm",
    ".mkv",
    ".m4a",
    ".gz",
    ".tgz",
    ".tar",
    ".bz2",
    ".xz",
    ".zst",
    ".lz4",
    ".7z",
    ".rar",
    ".zip",
    ".jar",
    ".war",
    ".ear",
    ".whl",
    ".egg",
    ".apk",
    ".deb",
    ".rpm",
    ".nupkg",
    ".mo",
    ".gmo",
    ".pyc",
    ".pyo",
    ".ko",
    ".ttc",
    ".qm",
    ".icc",
    ".tzdata",
    ".gem",
    ".br",
    ".cab",
    ".snap",
    ".squashfs",
    ".gir",
    ".typelib",
    ".wasm.map",
    ".pdf"
  };

  private Wanted() {}

  static boolean is(FileEntry file, Head head) {
    long size = file.size();
    if (size < 12 || size > MOST_TEXT) return false;
    if (size > MOST_BINARY && hasZero(head)) return false;
    String path = file.path();
    if (path.endsWith(".class")) return isOwnClass(path, size);
    int dot = path.lastIndexOf('.');
    if (dot >= 0 && path.length() - dot <= 9 && path.indexOf('/', dot) < 0) {
      for (String end : SKIPPED) {
        if (end.length() == path.length() - dot
            && path.regionMatches(true, dot, end, 0, end.length())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Classes of libraries are many and hold no secrets: only those of an application count. */
  private static boolean isOwnClass(String path, long size) {
    int inner = path.indexOf("!/");
    if (inner < 0) return size < 1 << 20;
    return path.startsWith("BOOT-INF/classes/", inner + 2)
        || path.startsWith("WEB-INF/classes/", inner + 2);
  }

  private static boolean hasZero(Head head) {
    for (int i = 0; i < head.length(); i++) if (head.bytes()[head.offset() + i] == 0) return true;
    return false;
  }
}
