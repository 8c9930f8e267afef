package io.breakwater.oci.places;

import io.breakwater.model.NotAnalysed;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import io.breakwater.oci.Image;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Everything that is in an image, as lines, to compare places by. */
final class Listing implements LayerVisitor {
  private final List<String> lines = new ArrayList<>();

  static List<String> of(Image image) throws IOException {
    var listing = new Listing();
    for (ImageLayer layer : image.layers()) {
      listing.lines.add("layer " + layer.diffId().orElseThrow() + " " + layer.instruction());
      listing.lines.add("proved " + layer.read(listing));
    }
    return listing.lines;
  }

  @Override
  public boolean entry(FileEntry entry, Head head) {
    lines.add(entry.toString());
    return true;
  }

  @Override
  public void content(FileEntry entry, Content content) throws IOException {
    var sum = new CRC32();
    sum.update(content.readAll(64 << 20));
    lines.add(entry.path() + " " + content.size() + " " + Long.toHexString(sum.getValue()));
  }

  @Override
  public void notAnalysed(String path, NotAnalysed.Reason reason, String detail) {
    lines.add("! " + path + " " + reason + " " + detail);
  }
}
