package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.Dangers.PathDanger;
import io.breakwater.model.Confidence;
import io.breakwater.model.json.Json;
import java.util.List;
import java.util.Set;

/** What can be wrong with the services of a Compose file. */
final class ComposeRules {
  private static final Set<String> DEVICES =
      Set.of("/dev/mem", "/dev/kmem", "/dev/port", "/dev/sda", "/dev/nvme0n1", "/dev/vda", "/dev");
  private static final Set<String> ROOTS = Set.of("root", "0", "0:0", "root:root", "0:root");

  private ComposeRules() {}

  static void judge(Value file, Discoveries out) {
    Value services = file.get("services");
    for (String name : services.names()) {
      Value service = services.get(name);
      if (!(service.json() instanceof Json.Obj)) continue;
      set(name, service, out);
      if (!service.get("extends").present()) missing(name, service, out);
    }
  }

  /** What is written. */
  private static void set(String name, Value service, Discoveries out) {
    Value privileged = service.get("privileged");
    if (privileged.isTrue()) out.add("compose-privileged", privileged.field(), name);
    host(service.get("network_mode"), "compose-host-network", name, out);
    host(service.get("pid"), "compose-host-pid", name, out);
    host(service.get("ipc"), "compose-host-ipc", name, out);
    host(service.get("userns_mode"), "compose-host-users", name, out);
    for (Value capability : service.get("cap_add").elements()) {
      if (Dangers.dangerousCapability(capability.text())) {
        out.add("compose-cap-dangerous", capability.field(), name, capability.text());
      }
    }
    for (Value option : service.get("security_opt").elements()) {
      String text = option.text().replace('=', ':');
      if (text.endsWith(":unconfined") || text.equals("label:disable")) {
        out.add("compose-unconfined", option.field(), name, option.text());
      }
    }
    for (Value volume : service.get("volumes").elements()) mount(name, volume, out);
    for (Value device : service.get("devices").elements()) {
      Value source = device.get("source").present() ? device.get("source") : device;
      String path = source.text().split(":", 2)[0];
      if (DEVICES.contains(Dangers.normal(path))) {
        out.add("compose-device", device.field(), name, path);
      }
    }
    for (Value port : service.get("ports").elements()) port(name, port, out);
    Value user = service.get("user");
    if (ROOTS.contains(user.text())) out.add("compose-root-user", user.field(), name, user.text());
    image(name, service.get("image"), out);
    secrets(name, service.get("environment"), out);
    secrets(name, service.at("build.args"), out);
  }

  private static void host(Value mode, String rule, String name, Discoveries out) {
    if (mode.is("host")) out.add(rule, mode.field(), name);
  }

  private static void mount(String name, Value volume, Discoveries out) {
    boolean written = volume.json() instanceof Json.Obj;
    String source = written ? volume.get("source").text() : volume.text().split(":", 2)[0];
    if (!source.startsWith("/") || (!written && !volume.text().contains(":"))) return;
    Field field = written ? volume.get("source").field() : volume.field();
    PathDanger danger = Dangers.path(source);
    if (danger == PathDanger.SOCKET) out.add("compose-runtime-socket", field, name, source);
    if (danger == PathDanger.SENSITIVE) out.add("compose-sensitive-mount", field, name, source);
  }

  private static void port(String name, Value port, Discoveries out) {
    if (port.json() instanceof Json.Obj) {
      String address = port.get("host_ip").text();
      if (port.get("published").present() && everyAddress(address)) {
        published(name, port.get("target").text(), port.field(), out);
      }
      return;
    }
    String text = port.text();
    int protocol = text.indexOf('/');
    if (protocol >= 0) text = text.substring(0, protocol);
    int last = text.lastIndexOf(':');
    String target = text.substring(last + 1);
    if (last < 0) {
      published(name, target, port.field(), out);
      return;
    }
    String before = text.substring(0, last);
    int colon = before.lastIndexOf(':');
    if (colon < 0 || everyAddress(before.substring(0, colon))) {
      published(name, target, port.field(), out);
    }
  }

  private static boolean everyAddress(String address) {
    return address.isEmpty() || Set.of("0.0.0.0", "::", "[::]", "*").contains(address);
  }

  private static void published(String name, String target, Field field, Discoveries out) {
    if (AdministrationPorts.contains(target)) out.add("compose-public-port", field, name, target);
  }

  private static void image(String name, Value image, Discoveries out) {
    String reference = image.text();
    if (reference.isEmpty() || reference.contains("${")) return;
    if (Dangers.movingTag(reference)) {
      out.add("compose-image-latest", image.field(), reference, name);
    } else if (!reference.contains("@")) {
      out.add("compose-image-no-digest", image.field(), reference, name);
    }
  }

  private static void secrets(String name, Value variables, Discoveries out) {
    for (String key : variables.names()) {
      Value value = variables.get(key);
      if (Dangers.secret(key, value.text())) {
        out.add("compose-secret-env", Confidence.MEDIUM, value.field(), key, name);
      }
    }
    for (Value variable : variables.elements()) {
      String[] parts = variable.text().split("=", 2);
      if (parts.length == 2 && Dangers.secret(parts[0], parts[1])) {
        out.add("compose-secret-env", Confidence.MEDIUM, variable.field(), parts[0], name);
      }
    }
  }

  /** What is left out; of a service that extends another nobody knows from here. */
  private static void missing(String name, Value service, Discoveries out) {
    if (service.get("cap_drop").texts().stream().noneMatch(c -> c.equalsIgnoreCase("ALL"))) {
      out.add("compose-cap-drop", service.get("cap_drop").field(), name);
    }
    boolean privileges =
        service.get("security_opt").texts().stream()
            .noneMatch(o -> o.startsWith("no-new-privileges") && !o.endsWith("false"));
    if (privileges) out.add("compose-new-privileges", service.get("security_opt").field(), name);
    absent(service, List.of("user"), "compose-no-user", name, out);
    absent(
        service,
        List.of("mem_limit", "deploy.resources.limits.memory"),
        "compose-no-limits",
        name,
        out);
    if (!service.get("read_only").isTrue()) {
      out.add("compose-writable-root", service.get("read_only").field(), name);
    }
    absent(service, List.of("restart", "deploy.restart_policy"), "compose-no-restart", name, out);
    absent(service, List.of("healthcheck"), "compose-no-healthcheck", name, out);
  }

  private static void absent(
      Value service, List<String> fields, String rule, String name, Discoveries out) {
    for (String field : fields) if (service.at(field).present()) return;
    out.add(rule, service.at(fields.getFirst()).field(), name);
  }
}
