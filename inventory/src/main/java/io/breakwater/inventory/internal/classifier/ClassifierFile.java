package io.breakwater.inventory.internal.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Classifiers as the build stores them: read in a fraction of the time that the YAML would take.
 */
final class ClassifierFile {
  /** The resource, beside this class. */
  static final String NAME = "classifiers.bin";

  private ClassifierFile() {}

  static void write(List<Classifier> classifiers, DataOutput out) throws IOException {
    out.writeShort(classifiers.size());
    for (Classifier one : classifiers) {
      out.writeUTF(one.id());
      out.writeBoolean(one.isText());
      texts(one.paths(), out);
      texts(one.patterns(), out);
      out.writeUTF(one.purl());
      texts(one.cpes(), out);
      texts(one.over(), out);
    }
  }

  private static void texts(List<String> texts, DataOutput out) throws IOException {
    out.writeByte(texts.size());
    for (String text : texts) out.writeUTF(text);
  }

  static List<Classifier> read(DataInput in) throws IOException {
    int count = in.readUnsignedShort();
    var classifiers = new ArrayList<Classifier>(count);
    for (int i = 0; i < count; i++) {
      classifiers.add(
          new Classifier(
              in.readUTF(),
              in.readBoolean(),
              texts(in),
              texts(in),
              in.readUTF(),
              texts(in),
              texts(in)));
    }
    return classifiers;
  }

  private static List<String> texts(DataInput in) throws IOException {
    int count = in.readUnsignedByte();
    var texts = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) texts.add(in.readUTF());
    return texts;
  }
}
