package io.breakwater.inventory.internal.node;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.model.json.Json;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * What a Deno project imports, by deno.json or deno.jsonc: those imports that name one version.
 * Ranges say what may be, not what is: that is for deno.lock to tell.
 */
public final class DenoManifestAnalyser implements Analyser {
  private static final String FILE = "deno.json";
  private static final String WITH_COMMENTS = "deno.jsonc";

  @Override
  public String name() {
    return "deno-manifest";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "nc";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return LockFiles.is(file.path(), FILE) || LockFiles.is(file.path(), WITH_COMMENTS);
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    Json.Obj manifest = Json.parseRelaxed(content.readAll(LockFiles.MAX_SIZE));
    for (Json value : manifest.object("imports").members().values()) {
      if (value instanceof Json.Str(String specifier)) report(specifier, facts);
    }
  }

  private static void report(String specifier, FactSink facts) {
    boolean jsr = specifier.startsWith("jsr:");
    if (!jsr && !specifier.startsWith("npm:")) return;
    String descriptor = specifier.substring("npm:".length());
    if (descriptor.startsWith("/")) descriptor = descriptor.substring(1);
    String name = NpmSources.name(descriptor);
    String version = NpmSources.range(descriptor);
    int subpath = version.indexOf('/');
    if (subpath >= 0) version = version.substring(0, subpath);
    if (name.isEmpty() || !isExact(version)) return;
    Declared.of(Coordinates.path("npm", name, version))
        .qualified(DenoLock.REPOSITORY, jsr ? DenoLock.JSR : "")
        .report(facts, FILE);
  }

  /** Whether a range is one version: three numbers, perhaps with more behind a hyphen or plus. */
  private static boolean isExact(String range) {
    int dots = 0;
    for (int i = 0; i < range.length(); i++) {
      char c = range.charAt(i);
      if (c == '-' || c == '+') return dots == 2;
      if (c == '.') dots++;
      else if (c < '0' || c > '9') return false;
    }
    return dots == 2;
  }
}
