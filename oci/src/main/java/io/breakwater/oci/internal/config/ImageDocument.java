package io.breakwater.oci.internal.config;

import static io.breakwater.oci.internal.DefectException.malformed;

import io.breakwater.model.NotAnalysed.Reason;
import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import io.breakwater.oci.internal.DefectException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a tag or digest of an image leads to. */
public sealed interface ImageDocument {
  /** The most bytes that an index or manifest has. */
  int MAX_SIZE = 8 << 20;

  /** Images to choose from. */
  record Index(List<Descriptor> manifests) implements ImageDocument {
    /** Copies the list. */
    public Index {
      manifests = List.copyOf(manifests);
    }
  }

  /** One image: its configuration and its layers from the lowest to the highest. */
  record Manifest(Descriptor config, List<Descriptor> layers, Map<String, String> annotations)
      implements ImageDocument {
    /** Copies the collections. */
    public Manifest {
      annotations = Map.copyOf(annotations);
      layers = List.copyOf(layers);
    }
  }

  /**
   * Reads an index or manifest of OCI or Docker.
   *
   * @param mediaType what it is said to be; empty: as it tells itself
   * @throws DefectException when it is neither, or could be taken for both
   */
  static ImageDocument parse(byte[] document, String mediaType) throws DefectException {
    Json.Obj json = object(document);
    String type = json.text("mediaType").isEmpty() ? mediaType : json.text("mediaType");
    boolean known = MediaTypes.isIndex(mediaType) || MediaTypes.isManifest(mediaType);
    if (known && MediaTypes.isIndex(mediaType) != MediaTypes.isIndex(type)) {
      throw malformed("it says it is " + type + " and is offered as " + mediaType);
    }
    boolean index = json.get("manifests").isPresent();
    boolean manifest = json.get("layers").isPresent() || json.get("config").isPresent();
    if (index && manifest) throw malformed("it could be an index and a manifest");
    if (MediaTypes.isIndex(type) && manifest) throw malformed("it is no index");
    if (MediaTypes.isManifest(type) && index) throw malformed("it is no manifest");
    if (index) return new Index(descriptors(json, "manifests", 10_000));
    if (manifest) {
      return new Manifest(
          Descriptor.parse(json.object("config")),
          descriptors(json, "layers", 4_096),
          texts(json.object("annotations")));
    }
    if (json.number("schemaVersion").orElse(0) == 1) {
      throw new DefectException(Reason.UNSUPPORTED, "it is a manifest of Docker's schema 1");
    }
    throw malformed("it is neither an index nor a manifest");
  }

  private static List<Descriptor> descriptors(Json.Obj json, String key, int most)
      throws DefectException {
    List<Json.Obj> elements = json.objects(key);
    if (elements.size() != json.array(key).size()) throw malformed(key + " has no descriptors");
    if (elements.size() > most) {
      throw new DefectException(Reason.LIMIT, elements.size() + " " + key);
    }
    var out = new ArrayList<Descriptor>();
    for (Json.Obj element : elements) out.add(Descriptor.parse(element));
    return out;
  }

  /** The members of an object that are texts. */
  static Map<String, String> texts(Json.Obj json) {
    var texts = new LinkedHashMap<String, String>();
    json.members()
        .forEach(
            (key, value) -> {
              if (value instanceof Json.Str(String text)) texts.put(key, text);
            });
    return texts;
  }

  /** A JSON object, or a defect. */
  static Json.Obj object(byte[] document) throws DefectException {
    try {
      return Json.parseObject(document);
    } catch (InvalidJsonException invalid) {
      throw malformed(String.valueOf(invalid.getMessage()));
    }
  }
}
