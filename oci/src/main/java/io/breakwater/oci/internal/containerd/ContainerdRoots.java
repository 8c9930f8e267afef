package io.breakwater.oci.internal.containerd;

import io.breakwater.model.json.Toml;
import io.breakwater.oci.internal.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Where containerd keeps its things: as its settings tell, and in the usual places. */
public final class ContainerdRoots {
  private static final List<String> USUAL =
      List.of(
          "var/lib/containerd",
          "var/lib/rancher/k3s/agent/containerd",
          "var/lib/rancher/rke2/agent/containerd");

  private ContainerdRoots() {}

  /** The folders, the likeliest first. They need not exist. Unusable settings tell nothing. */
  public static List<Path> of(Surroundings surroundings) {
    var out = new LinkedHashSet<Path>();
    Path settings = surroundings.system("etc/containerd/config.toml");
    try {
      Optional<byte[]> bytes = Surroundings.read(settings);
      String root = bytes.isPresent() ? Toml.object(bytes.get()).text("root") : "";
      if (root.startsWith("/") && root.indexOf('\0') < 0) out.add(Path.of(root));
    } catch (IOException _) {
      // containerd itself tells its administrator
    }
    for (String usual : USUAL) out.add(surroundings.system(usual));
    surroundings.data().ifPresent(data -> out.add(data.resolve("containerd")));
    return List.copyOf(out);
  }
}
