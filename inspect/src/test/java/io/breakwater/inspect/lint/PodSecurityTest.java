package io.breakwater.inspect.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import io.breakwater.inspect.lint.LintResult.PodSecurity;
import io.breakwater.inspect.lint.LintResult.Violation;
import io.breakwater.testing.SharedData;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityTest {
  private static PodSecurity verdict(String level, String version, String text)
      throws InvalidConfigurationException {
    var linter = new Linter(Optional.of(new PodSecurityLevel(level, version)));
    return linter.lint("pod.yaml", "pod.yaml", text).podSecurity().orElseThrow();
  }

  @Test
  void everyManifestOfKubernetesIsJudgedAsKubernetesDoesAndTheCheckNamed() throws Exception {
    Map<String, String> manifests = tar(SharedData.path("vectors/psa/testdata.tar.zst"));
    var wrong = new ArrayList<String>();
    for (var one : manifests.entrySet()) {
      String[] path = one.getKey().split("/", -1);
      PodSecurity verdict = verdict(path[0], path[1], one.getValue());
      String check = path[3].replaceAll("[0-9]*\\.yaml$", "");
      boolean right =
          path[2].equals("pass")
              ? verdict.allowed()
              : verdict.violations().stream()
                  .anyMatch(v -> v.check().toLowerCase(Locale.ROOT).equals(check));
      if (!right) wrong.add(one.getKey() + ": " + verdict.violations());
    }
    assertThat(manifests).hasSizeGreaterThan(2000);
    assertThat(wrong).isEmpty();
  }

  /** The tests of Kubernetes leave these to its unit tests; the rules are written in its pages. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "baseline|v1.0|{containers: [{name: a, securityContext: {capabilities: {add: [CHOWN, SYS_ADMIN]}}}]}|capabilities_baseline|spec.containers[0].securityContext.capabilities.add|non-default capabilities (container \"a\" must not include \"SYS_ADMIN\" in securityContext.capabilities.add)",
        "restricted|v1.21|{containers: [{name: a, securityContext: {capabilities: {add: [SYS_ADMIN]}}}]}|capabilities_baseline|spec.containers[0].securityContext.capabilities.add|non-default capabilities (container \"a\" must not include \"SYS_ADMIN\" in securityContext.capabilities.add)",
        "restricted|v1.22|{containers: [{name: a, securityContext: {capabilities: {add: [CHOWN], drop: [all]}}}]}|capabilities_restricted|spec.containers[0].securityContext.capabilities.drop|unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"]; container \"a\" must not include \"CHOWN\" in securityContext.capabilities.add)",
        "baseline|latest|{volumes: [{name: v, hostPath: {path: /}}, {name: w, hostPath: {}}]}|hostPathVolumes|spec.volumes[0].hostPath|hostPath volumes (volumes \"v\", \"w\")",
        "baseline|v1.5|{containers: [{name: a, ports: [{hostPort: 0}, {hostPort: 80}, {hostPort: 443}]}]}|hostPorts|spec.containers[0].ports[1].hostPort|hostPort (container \"a\" uses hostPorts 443, 80)",
        "baseline|v1.34|{initContainers: [{name: i, lifecycle: {preStop: {httpGet: {host: 1.2.3.4}}}}], containers: [{name: a, livenessProbe: {tcpSocket: {host: h}}}]}|hostProbesAndHostLifecycle|spec.initContainers[0].lifecycle.preStop.httpGet.host|probe or lifecycle host (containers \"a\", \"i\" use probe or lifecycle hosts \"1.2.3.4\", \"h\")",
        "baseline|v1.34|{hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]}|procMount|spec.containers[0].securityContext.procMount|procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")",
        "restricted|v1.35|{hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]}|procMount_restricted|spec.containers[0].securityContext.procMount|procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")",
        "baseline|v1.26|{securityContext: {sysctls: [{name: net.ipv4.tcp_syncookies}, {name: net.ipv4.ip_local_reserved_ports}]}}|sysctls|spec.securityContext.sysctls[1].name|forbidden sysctls (net.ipv4.ip_local_reserved_ports)",
        "baseline|v1.31|{securityContext: {sysctls: [{name: net.ipv4.tcp_rmem}, {name: net.ipv4.tcp_keepalive_time}]}}|sysctls|spec.securityContext.sysctls[0].name|forbidden sysctls (net.ipv4.tcp_rmem)",
        "baseline|v1.19|{securityContext: {seccompProfile: {type: Unconfined}}, ephemeralContainers: [{name: e, securityContext: {seccompProfile: {type: x}}}]}|seccompProfile_baseline|spec.securityContext.seccompProfile.type|seccompProfile (pod and container \"e\" must not set securityContext.seccompProfile.type to \"Unconfined\", \"x\")",
        "restricted|v1.19|{containers: [{name: a}, {name: b, securityContext: {seccompProfile: {type: Localhost}}}]}|seccompProfile_restricted|spec.containers[0].securityContext.seccompProfile.type|seccompProfile (pod or container \"a\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")",
        "restricted|v1.8|{containers: [{name: a}]}|allowPrivilegeEscalation|spec.containers[0].securityContext.allowPrivilegeEscalation|allowPrivilegeEscalation != false (container \"a\" must set securityContext.allowPrivilegeEscalation=false)",
        "restricted|v1.24|{os: {name: windows}, containers: [{name: a}]}|allowPrivilegeEscalation|spec.containers[0].securityContext.allowPrivilegeEscalation|allowPrivilegeEscalation != false (container \"a\" must set securityContext.allowPrivilegeEscalation=false)",
        "baseline|latest|{securityContext: {appArmorProfile: {type: Unconfined}}, containers: [{name: a, securityContext: {appArmorProfile: {type: RuntimeDefault}}}]}|appArmorProfile|spec.securityContext.appArmorProfile.type|forbidden AppArmor profile (pod must not set AppArmor profile type to \"Unconfined\")",
      })
  void rulesHoldBeyondTheManifests(
      String level, String version, String spec, String check, String field, String message)
      throws Exception {
    assertThat(verdict(level, version, pod("{}", spec)).violations())
        .contains(new Violation(check, field, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "baseline|v1.33|{containers: [{name: a, livenessProbe: {httpGet: {host: h}}}]}",
        "baseline|v1.35|{hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]}",
        "baseline|v1.32|{securityContext: {sysctls: [{name: net.ipv4.tcp_wmem}]}}",
        "baseline|v1.31|{securityContext: {seLinuxOptions: {type: container_engine_t}}}",
        "baseline|v1.18|{securityContext: {seccompProfile: {type: Unconfined}}}",
        "restricted|v1.7|{containers: [{name: a, securityContext: {runAsNonRoot: true, runAsUser: 0}}]}",
        "restricted|latest|{os: {name: windows}, securityContext: {runAsNonRoot: yes}, containers: [{name: a}]}",
        "privileged|latest|{hostPID: true}",
      })
  void whatAVersionDoesNotForbidIsAllowed(String level, String version, String spec)
      throws Exception {
    assertThat(verdict(level, version, pod("{}", spec)).violations()).isEmpty();
  }

  @Test
  void annotationsOfOldVersionsAreJudged() throws Exception {
    String unconfined =
        pod(
            "{container.apparmor.security.beta.kubernetes.io/a: unconfined,"
                + " container.seccomp.security.alpha.kubernetes.io/a: x}",
            "{containers: [{name: a}]}");
    assertThat(verdict("baseline", "v1.18", unconfined).violations())
        .containsExactly(
            new Violation(
                "appArmorProfile",
                "metadata.annotations[container.apparmor.security.beta.kubernetes.io/a]",
                "forbidden AppArmor profile (annotation must not set AppArmor profile type to"
                    + " \"container.apparmor.security.beta.kubernetes.io/a=\"unconfined\"\")"),
            new Violation(
                "seccompProfile_baseline",
                "metadata.annotations[container.seccomp.security.alpha.kubernetes.io/a]",
                "seccompProfile (forbidden annotation"
                    + " container.seccomp.security.alpha.kubernetes.io/a=\"x\")"));
    assertThat(verdict("baseline", "v1.19", unconfined).violations()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, spec.template.spec",
    "ReplicaSet, spec.template.spec",
    "ReplicationController, spec.template.spec",
    "StatefulSet, spec.template.spec",
    "DaemonSet, spec.template.spec",
    "Job, spec.template.spec",
    "CronJob, spec.jobTemplate.spec.template.spec",
    "PodTemplate, template.spec",
    "Rollout, spec.template.spec",
    "Pod, spec"
  })
  void podsAreFoundInEveryKindThatMakesThem(String kind, String path) throws Exception {
    var text = new StringBuilder("{containers: [{name: a}], hostNetwork: true}");
    String[] steps = path.split("\\.", -1);
    for (int i = steps.length - 1; i >= 0; i--) text.insert(0, "{" + steps[i] + ": ").append('}');
    String object = "{apiVersion: x/v1, kind: " + kind + ", " + text.substring(1);
    String field = path + ".hostNetwork";
    assertThat(verdict("baseline", "latest", object).violations())
        .extracting(Violation::field)
        .containsExactly(field);
    assertThat(
            verdict("baseline", "latest", "{apiVersion: v1, kind: List, items: [" + object + "]}")
                .violations())
        .extracting(Violation::field)
        .containsExactly("items[0]." + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"v1", "1.2", "v1.", "v1.01", "v2.1", "v1.x", "v1.99999999999", "Latest", ""})
  void aVersionThatIsNoneIsRefused(String version) {
    assertThatThrownBy(() -> new PodSecurityLevel("baseline", version))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PodSecurityLevel("strict", "latest"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String pod(String annotations, String spec) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: "
        + annotations
        + "}\nspec: "
        + spec
        + "\n";
  }

  /** The files of a packed archive, by their path. */
  private static Map<String, String> tar(Path packed) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var in = new DataInputStream(new ZstdInputStream(Files.newInputStream(packed)))) {
      byte[] header = new byte[512];
      for (in.readFully(header); header[0] != 0; in.readFully(header)) {
        String name = new String(header, 0, 100, StandardCharsets.UTF_8).split("\0", -1)[0];
        String octal =
            new String(header, 124, 12, StandardCharsets.UTF_8).replace("\0", "").strip();
        int size = Integer.parseInt(octal, 8);
        byte[] body = new byte[(size + 511) / 512 * 512];
        in.readFully(body);
        if (!name.endsWith(".yaml")) continue;
        List<String> parts = List.of(name.split("/", -1));
        files.put(
            String.join("/", parts.subList(parts.size() - 4, parts.size())),
            new String(body, 0, size, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
