package io.breakwater.inspect.internal.pods;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of Kubernetes.
 *
 * @param value all of it; its field is the root, or an element of a list's items
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 */
public record KubernetesObject(Value value, String apiVersion, String kind) {
  private static final int MAX_NESTED_LISTS = 3;

  /**
   * The objects of a document: itself, or the items of a list. None when it is no object.
   *
   * @param number of the document in its file, from 0
   */
  public static List<KubernetesObject> in(Json document, int number) {
    var out = new ArrayList<KubernetesObject>();
    collect(new Value(document, Field.document(number)), "", "", 0, out);
    return out;
  }

  /** The items of a PodList need not say that they are Pods. */
  private static void collect(
      Value value, String apiVersion, String kind, int depth, List<KubernetesObject> out) {
    String ownVersion = value.get("apiVersion").text();
    String ownKind = value.get("kind").text();
    String version = ownVersion.isEmpty() ? apiVersion : ownVersion;
    String known = ownKind.isEmpty() ? kind : ownKind;
    if (known.endsWith("List") && value.get("items").present() && depth < MAX_NESTED_LISTS) {
      String each = known.substring(0, known.length() - "List".length());
      for (Value item : value.get("items").elements()) {
        collect(item, each.isEmpty() ? "" : version, each, depth + 1, out);
      }
    } else if (!known.isEmpty() && value.json() instanceof Json.Obj) {
      out.add(new KubernetesObject(value, version, known));
    }
  }

  /** The part of the version before the slash; empty for the core. */
  public String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  /** Its name. */
  public String name() {
    return value.at("metadata.name").text();
  }

  /** The Pods that it is or makes. */
  public List<Pod> pods() {
    return Pod.of(this);
  }
}
