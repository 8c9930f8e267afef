package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.FactSink;
import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.oci.Content;
import io.breakwater.oci.zip.NameFilter;
import io.breakwater.oci.zip.ZipArchive;
import io.breakwater.oci.zip.ZipBudget;
import io.breakwater.oci.zip.ZipMember;
import java.io.IOException;

/** An egg that was left zipped. */
final class ZippedEgg {
  private static final String METADATA = "egg-info/pkg-info";
  private static final int MAX_SIZE = 4 << 20;

  private ZippedEgg() {}

  static void read(String path, Content content, FactSink facts) throws IOException {
    NameFilter metadata =
        (bytes, offset, length) ->
            length == METADATA.length() && NameFilter.endsWith(bytes, offset, length, METADATA);
    ZipArchive egg = ZipArchive.open(content, new ZipBudget(), metadata);
    for (ZipMember member : egg.members()) {
      if (member.encrypted()) {
        facts.notAnalysed("!/" + member.name(), Reason.ENCRYPTED, "");
        continue;
      }
      Headers headers = Headers.parse(egg.read(member, MAX_SIZE));
      PythonAnalyser.metadata(path + "/" + member.name(), headers, "", facts);
    }
  }
}
