package io.breakwater.oci.internal.layer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Overlay's attributes of folders, and capabilities of files. The JDK shows only those of the
 * {@code user} space, and overlay keeps its own in {@code trusted}, which root alone may read: so
 * the C library is asked.
 */
final class Xattrs {
  private static final List<String> OPAQUE =
      List.of("trusted.overlay.opaque", "user.overlay.opaque");

  /** More than the structure that Linux keeps, in all its versions. */
  private static final long LARGEST = 64;

  private Xattrs() {}

  /** Whether a folder hides what is beneath; false also where that cannot be known. */
  static boolean isOpaque(Path folder) {
    return Calls.LGETXATTR.isPresent() && isOpaque(folder, Calls.LGETXATTR.get());
  }

  private static boolean isOpaque(Path folder, MethodHandle lgetxattr) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(folder.toString());
      MemorySegment value = arena.allocate(2);
      for (String name : OPAQUE) {
        MemorySegment key = arena.allocateFrom(name);
        long length = (long) lgetxattr.invokeExact(path, key, value, 2L);
        if (length == 1 && value.get(ValueLayout.JAVA_BYTE, 0) == 'y') return true;
      }
      return false;
    } catch (Throwable unknown) {
      throw new IllegalStateException("lgetxattr does not throw", unknown);
    }
  }

  /** The capabilities of a file as the system keeps them; empty for none, or not to be known. */
  static byte[] capability(Path file) {
    if (Calls.LGETXATTR.isEmpty()) return new byte[0];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(file.toString());
      MemorySegment value = arena.allocate(LARGEST);
      MemorySegment key = arena.allocateFrom("security.capability");
      long length = (long) Calls.LGETXATTR.get().invokeExact(path, key, value, LARGEST);
      return length <= 0 ? new byte[0] : value.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
    } catch (Throwable unknown) {
      throw new IllegalStateException("lgetxattr does not throw", unknown);
    }
  }

  /** The one call, looked up when it is first needed; not there on systems without attributes. */
  private static final class Calls {
    static final Optional<MethodHandle> LGETXATTR = find();

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> find() {
      Linker linker = Linker.nativeLinker();
      FunctionDescriptor type =
          FunctionDescriptor.of(
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.JAVA_LONG);
      return linker
          .defaultLookup()
          .find("lgetxattr")
          .map(address -> linker.downcallHandle(address, type));
    }
  }
}
