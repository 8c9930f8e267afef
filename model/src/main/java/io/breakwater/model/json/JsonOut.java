package io.breakwater.model.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes indented JSON, member by member, as it comes: documents of any size in constant memory.
 * Used by one thread. Closing flushes and leaves the stream open.
 */
public final class JsonOut implements Closeable {
  private final JsonGenerator out;

  private JsonOut(JsonGenerator out) {
    this.out = out;
  }

  /** Writes one document as UTF-8 with a line feed at its end. */
  public static JsonOut to(OutputStream stream) {
    return new JsonOut(
        Writers.FACTORY.createGenerator(Writers.INDENTED, stream, JsonEncoding.UTF8));
  }

  /** Something that writes the members of an object. */
  @FunctionalInterface
  public interface Members {
    /** Writes them. */
    void write() throws IOException;
  }

  /** Something that writes the members of an object about a value. */
  @FunctionalInterface
  public interface MembersOf<T> {
    /** Writes them. */
    void write(T value) throws IOException;
  }

  /** The document itself, or an element, as an object. */
  public void object(Members members) throws IOException {
    guarded(out::writeStartObject);
    members.write();
    guarded(out::writeEndObject);
  }

  /** A member that is an object. */
  public void object(String name, Members members) throws IOException {
    guarded(() -> out.writeName(name));
    object(members);
  }

  /** A member that is an array of objects. */
  public <T> void array(String name, List<? extends T> values, MembersOf<T> members)
      throws IOException {
    guarded(() -> out.writeArrayPropertyStart(name));
    for (T value : values) object(() -> members.write(value));
    guarded(out::writeEndArray);
  }

  /** A member that is a string. */
  public void text(String name, String value) throws IOException {
    guarded(() -> out.writeStringProperty(name, value));
  }

  /** A member that is a string, and is left out when there is none. */
  public void optional(String name, Optional<?> value) throws IOException {
    if (value.isPresent()) text(name, value.get().toString());
  }

  /** A member that is an array of strings. */
  public void texts(String name, List<String> values) throws IOException {
    guarded(
        () -> {
          out.writeArrayPropertyStart(name);
          for (String value : values) out.writeString(value);
          out.writeEndArray();
        });
  }

  /** A member that is a whole number. */
  public void number(String name, long value) throws IOException {
    guarded(() -> out.writeNumberProperty(name, value));
  }

  /** A member that is a number. */
  public void number(String name, double value) throws IOException {
    guarded(() -> out.writeNumberProperty(name, value));
  }

  /** A member that is true or false. */
  public void bool(String name, boolean value) throws IOException {
    guarded(() -> out.writeBooleanProperty(name, value));
  }

  /** A member that is null. */
  public void nothing(String name) throws IOException {
    guarded(() -> out.writeNullProperty(name));
  }

  @Override
  public void close() throws IOException {
    guarded(
        () -> {
          out.writeRaw('\n');
          out.close();
        });
  }

  private static void guarded(Runnable write) throws IOException {
    try {
      write.run();
    } catch (JacksonIOException failed) {
      throw failed.getCause();
    }
  }

  private static final class Writers {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    /** Two spaces and line feeds on every system: the same bytes everywhere. */
    static final ObjectWriteContext INDENTED =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            var indent = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
  }
}
