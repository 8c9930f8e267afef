package io.breakwater.inspect.internal.pods;

import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Pod, or the template from which Kubernetes makes Pods.
 *
 * @param metadata its metadata
 * @param spec its specification
 */
public record Pod(Value metadata, Value spec) {
  private static final Set<String> MAKERS =
      Set.of(
          "Deployment",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "PodTemplate");

  /** Where templates are, first as Kubernetes has them, then as common extensions do. */
  private static final List<String> TEMPLATES =
      List.of(
          "spec.template",
          "spec.jobTemplate.spec.template",
          "template",
          "spec.podTemplate",
          "spec.jobTargetRef.template",
          "spec.workload.template");

  /** The Pods that an object is or makes. */
  static List<Pod> of(KubernetesObject object) {
    Value root = object.value();
    if (object.kind().equals("Pod"))
      return List.of(new Pod(root.get("metadata"), root.get("spec")));
    var out = new ArrayList<Pod>();
    for (String path : TEMPLATES) {
      Value template = root.at(path);
      Value spec = template.get("spec");
      boolean known = MAKERS.contains(object.kind()) && spec.json() instanceof Json.Obj;
      if (known || !spec.get("containers").elements().isEmpty()) {
        out.add(new Pod(template.get("metadata"), spec));
      }
    }
    return out;
  }

  /**
   * This Pod as a server stores it, which is what admission judges: a volume of which a manifest
   * says nothing but its name is an emptyDir.
   */
  public Pod defaulted() {
    if (!(spec.json() instanceof Json.Obj(var members))) return this;
    Value volumes = spec.get("volumes");
    var filled = new ArrayList<Json>();
    boolean changed = false;
    for (Value volume : volumes.elements()) {
      boolean bare =
          volume.json() instanceof Json.Obj
              && volume.names().stream()
                  .noneMatch(name -> !name.equals("name") && volume.get(name).present());
      changed |= bare;
      filled.add(bare ? emptyDir(volume) : volume.json());
    }
    if (!changed) return this;
    var copy = new LinkedHashMap<String, Json>(members);
    copy.put("volumes", new Json.Arr(filled));
    return new Pod(metadata, new Value(new Json.Obj(copy), spec.field()));
  }

  private static Json emptyDir(Value volume) {
    return new Json.Obj(Map.of("name", volume.get("name").json(), "emptyDir", Json.Obj.EMPTY));
  }

  /** All containers, in the order in which Kubernetes visits them. */
  public List<Container> containers() {
    var out = new ArrayList<Container>();
    for (Container.Kind kind : Container.Kind.values()) {
      for (Value element : spec.get(kind.field()).elements()) {
        if (element.json() instanceof Json.Obj) out.add(new Container(kind, element));
      }
    }
    return out;
  }

  /** The Pod's own securityContext. */
  public Value security() {
    return spec.get("securityContext");
  }

  /** Whether it says that it runs on Windows. */
  public boolean windows() {
    return spec.at("os.name").is("windows");
  }

  /** Whether it has user namespaces of its own. */
  public boolean ownUsers() {
    return spec.get("hostUsers").isFalse();
  }
}
