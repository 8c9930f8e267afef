package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import io.breakwater.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the Pod Security Standards say about volumes. */
final class VolumeChecks {
  private static final List<String> ALLOWED =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final List<String> RESTRICTED =
      List.of(
          "hostPath",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "gitRepo",
          "nfs",
          "iscsi",
          "glusterfs",
          "rbd",
          "flexVolume",
          "cinder",
          "cephfs",
          "flocker",
          "fc",
          "azureFile",
          "vsphereVolume",
          "quobyte",
          "azureDisk",
          "photonPersistentDisk",
          "portworxVolume",
          "scaleIO",
          "storageos");

  private VolumeChecks() {}

  static Optional<Refusal> hostPaths(Pod pod) {
    var names = new ArrayList<String>();
    var fields = new ArrayList<Field>();
    for (Value volume : pod.spec().get("volumes").elements()) {
      if (!volume.get("hostPath").present()) continue;
      names.add(volume.get("name").text());
      fields.add(volume.get("hostPath").field());
    }
    if (names.isEmpty()) return Optional.empty();
    return Optional.of(new Refusal("hostPath volumes", volumes(names), fields));
  }

  static Optional<Refusal> restricted(Pod pod) {
    var names = new ArrayList<String>();
    var fields = new ArrayList<Field>();
    var types = new TreeSet<String>();
    for (Value volume : pod.spec().get("volumes").elements()) {
      if (!(volume.json() instanceof Json.Obj) || first(volume, ALLOWED).isPresent()) continue;
      Optional<String> type = first(volume, RESTRICTED);
      names.add(volume.get("name").text());
      types.add(type.orElse("unknown"));
      fields.add(type.map(volume::get).orElse(volume).field());
    }
    if (names.isEmpty()) return Optional.empty();
    String use = names.size() == 1 ? " uses " : " use ";
    return Optional.of(
        new Refusal(
            "restricted volume types",
            volumes(names)
                + use
                + Culprits.plural("restricted volume type", types.size())
                + " "
                + Culprits.quoted(types),
            fields));
  }

  private static String volumes(List<String> names) {
    return Culprits.plural("volume", names.size()) + " " + Culprits.quoted(names);
  }

  private static Optional<String> first(Value volume, List<String> sources) {
    return sources.stream().filter(source -> volume.get(source).present()).findFirst();
  }
}
