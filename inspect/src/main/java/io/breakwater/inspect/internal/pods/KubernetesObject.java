package io.breakwater.inspect.internal.pods;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of Kubernetes.
 *
 * @param value all of it; its field is the root, or an element of a list's items
 */
public record KubernetesObject(Value value) {
  private static final int MAX_NESTED_LISTS = 3;

  /**
   * The objects of a document: itself, or the items of a list. None when it is no object.
   *
   * @param number of the document in its file, from 0
   */
  public static List<KubernetesObject> in(Json document, int number) {
    var out = new ArrayList<KubernetesObject>();
    collect(new Value(document, Field.document(number)), 0, out);
    return out;
  }

  private static void collect(Value value, int depth, List<KubernetesObject> out) {
    boolean list = value.get("kind").text().endsWith("List") && value.get("items").present();
    if (list && depth < MAX_NESTED_LISTS) {
      for (Value item : value.get("items").elements()) collect(item, depth + 1, out);
    } else if (!value.get("kind").text().isEmpty()) {
      out.add(new KubernetesObject(value));
    }
  }

  /** Such as {@code Deployment}. */
  public String kind() {
    return value.get("kind").text();
  }

  /** Such as {@code apps/v1}. */
  public String apiVersion() {
    return value.get("apiVersion").text();
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
