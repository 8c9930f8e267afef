import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of a jar today's class file version, with the stack maps that it asks for. The
 * JVM keeps no class data ready for classes older than version 50, and picocli's are of version 49.
 *
 * <p>Usage: {@code java Retarget.java IN.jar OUT.jar}. The same jar gives the same bytes.
 */
public final class Retarget {
  private static final int OLDEST_ARCHIVED = 50;

  public static void main(String[] arguments) throws IOException {
    var entries = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(Files.newInputStream(Path.of(arguments[0])))) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        if (!entry.isDirectory()) entries.put(entry.getName(), in.readAllBytes());
      }
    }
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    try (var out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (var each : entries.entrySet()) {
        var entry = new ZipEntry(each.getKey());
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        out.putNextEntry(entry);
        boolean isClass = each.getKey().endsWith(".class") && !each.getKey().startsWith("META-INF/");
        out.write(isClass ? retarget(each.getValue(), entries) : each.getValue());
        out.closeEntry();
      }
    }
  }

  private static byte[] retarget(byte[] bytes, Map<String, byte[]> jar) {
    ClassHierarchyResolver inJar =
        ClassHierarchyResolver.ofResourceParsing(
            type -> {
              String path = type.descriptorString();
              byte[] found = jar.get(path.substring(1, path.length() - 1) + ".class");
              return found == null ? null : new ByteArrayInputStream(found);
            });
    ClassFile reader =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                inJar.orElse(ClassHierarchyResolver.defaultResolver())));
    var model = reader.parse(bytes);
    if (model.majorVersion() >= OLDEST_ARCHIVED) return bytes;
    return reader.transformClass(
        model,
        // Bodies are written anew, as only that gives them stack maps.
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(
                ClassTransform.endHandler(
                    builder -> builder.withVersion(ClassFile.JAVA_11_VERSION, 0))));
  }
}
