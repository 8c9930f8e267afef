package io.breakwater.inventory.internal.terraform;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.Coordinates;
import io.breakwater.inventory.internal.Declared;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/** The providers that Terraform or OpenTofu locked: .terraform.lock.hcl. */
public final class TerraformAnalyser implements Analyser {
  private static final String FILE = ".terraform.lock.hcl";

  @Override
  public String name() {
    return "terraform";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "l";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return LockFiles.is(file.path(), FILE);
  }

  /** Blocks {@code provider "host/owner/name" { version = "1.2" ... }}. */
  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String provider = "";
    int line = 0;
    int number = 0;
    for (String text : LockFiles.text(content).split("\n", -1)) {
      number++;
      String plain = text.strip();
      if (plain.startsWith("provider ")) {
        provider = quoted(plain);
        line = number;
      } else if (!provider.isEmpty() && isVersion(plain)) {
        Declared.of(Coordinates.path("terraform", provider, quoted(plain)))
            .at(line)
            .report(facts, FILE);
        provider = "";
      }
    }
  }

  private static boolean isVersion(String line) {
    return line.startsWith("version") && line.substring(7).strip().startsWith("=");
  }

  private static String quoted(String line) {
    int start = line.indexOf('"');
    int end = line.indexOf('"', start + 1);
    return start < 0 || end < 0 ? "" : line.substring(start + 1, end);
  }
}
