package io.breakwater.inspect.internal.pods;

import io.breakwater.inspect.internal.pods.StandardChecks.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The Pod Security Standards, as the admission controller of Kubernetes judges by them: each check
 * has revisions with the minor version from which they hold, and a restricted check takes the place
 * of the baseline checks that it contains.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">the
 *     standards</a>
 */
public final class Standard {
  /** The version that means the newest rules. */
  public static final int LATEST = Integer.MAX_VALUE;

  /** By level and then by id, the order in which Kubernetes reports them. */
  private static final List<Check> CHECKS =
      List.of(
          check("appArmorProfile", Level.BASELINE, from(0, StandardChecks::appArmorProfile)),
          check("capabilities_baseline", Level.BASELINE, from(0, CapabilityChecks::baseline)),
          check("hostNamespaces", Level.BASELINE, from(0, StandardChecks::hostNamespaces)),
          check("hostPathVolumes", Level.BASELINE, from(0, VolumeChecks::hostPaths)),
          check("hostPorts", Level.BASELINE, from(0, HostChecks::ports)),
          check("hostProbesAndHostLifecycle", Level.BASELINE, from(34, HostChecks::probes)),
          check("privileged", Level.BASELINE, from(0, StandardChecks::privileged)),
          check(
              "procMount",
              Level.BASELINE,
              from(0, StandardChecks::procMount),
              from(35, unlessOwnUsers(StandardChecks::procMount))),
          check(
              "seLinuxOptions",
              Level.BASELINE,
              from(0, pod -> SeLinuxCheck.judge(pod, SeLinuxCheck.TYPES_1_0)),
              from(31, pod -> SeLinuxCheck.judge(pod, SeLinuxCheck.TYPES_1_31))),
          check(
              "seccompProfile_baseline",
              Level.BASELINE,
              from(0, SeccompChecks::annotations),
              from(19, SeccompChecks::baseline)),
          check(
              "sysctls",
              Level.BASELINE,
              from(0, pod -> SysctlCheck.judge(pod, SysctlCheck.SAFE_1_0)),
              from(27, pod -> SysctlCheck.judge(pod, SysctlCheck.SAFE_1_27)),
              from(29, pod -> SysctlCheck.judge(pod, SysctlCheck.SAFE_1_29)),
              from(32, pod -> SysctlCheck.judge(pod, SysctlCheck.SAFE_1_32))),
          check("windowsHostProcess", Level.BASELINE, from(0, HostChecks::windowsHostProcess)),
          check(
              "allowPrivilegeEscalation",
              Level.RESTRICTED,
              from(8, StandardChecks::allowPrivilegeEscalation),
              from(25, unlessWindows(StandardChecks::allowPrivilegeEscalation))),
          check(
                  "capabilities_restricted",
                  Level.RESTRICTED,
                  from(22, CapabilityChecks::restricted),
                  from(25, unlessWindows(CapabilityChecks::restricted)))
              .insteadOf("capabilities_baseline"),
          check("procMount_restricted", Level.RESTRICTED, from(35, StandardChecks::procMount))
              .insteadOf("procMount"),
          check("restrictedVolumes", Level.RESTRICTED, from(0, VolumeChecks::restricted))
              .insteadOf("hostPathVolumes"),
          check(
              "runAsNonRoot",
              Level.RESTRICTED,
              from(0, UserChecks::runAsNonRoot),
              from(35, unlessOwnUsers(UserChecks::runAsNonRoot))),
          check(
              "runAsUser",
              Level.RESTRICTED,
              from(23, UserChecks::runAsUser),
              from(35, unlessOwnUsers(UserChecks::runAsUser))),
          check(
                  "seccompProfile_restricted",
                  Level.RESTRICTED,
                  from(19, SeccompChecks::restricted),
                  from(25, unlessWindows(SeccompChecks::restricted)))
              .insteadOf("seccompProfile_baseline"));

  private Standard() {}

  /** How strict. */
  public enum Level {
    /** Everything is allowed. */
    PRIVILEGED,
    /** Known ways to the node are closed. */
    BASELINE,
    /** What hardening asks for today. */
    RESTRICTED
  }

  /**
   * Why a Pod is refused.
   *
   * @param check Kubernetes' id of the check
   * @param reason what it says in short
   * @param detail the containers and values that it names
   * @param fields those that break it, or lack
   */
  public record Violation(String check, String reason, String detail, List<Field> fields) {
    /** Copies the list. */
    public Violation {
      fields = List.copyOf(fields);
    }

    /** As Kubernetes answers. */
    public String message() {
      return reason + " (" + detail + ")";
    }
  }

  /**
   * Judges a Pod.
   *
   * @param minor the N of version 1.N, or {@link #LATEST}
   * @return none when it is allowed
   */
  public static List<Violation> violations(Pod pod, Level level, int minor) {
    var out = new ArrayList<Violation>();
    if (level == Level.PRIVILEGED) return out;
    Set<String> replaced = level == Level.RESTRICTED ? replaced(minor) : Set.of();
    for (Check check : CHECKS) {
      if (check.level().compareTo(level) > 0 || replaced.contains(check.id())) continue;
      check
          .at(minor)
          .flatMap(revision -> revision.judge().apply(pod))
          .ifPresent(
              no -> out.add(new Violation(check.id(), no.reason(), no.detail(), no.fields())));
    }
    return out;
  }

  private static Set<String> replaced(int minor) {
    var out = new HashSet<String>();
    for (Check check : CHECKS) {
      if (!check.replaces().isEmpty() && check.at(minor).isPresent()) out.add(check.replaces());
    }
    return out;
  }

  private record Revision(int since, Function<Pod, Optional<Refusal>> judge) {}

  private record Check(String id, Level level, List<Revision> revisions, String replaces) {
    Check insteadOf(String baseline) {
      return new Check(id, level, revisions, baseline);
    }

    Optional<Revision> at(int minor) {
      Optional<Revision> found = Optional.empty();
      for (Revision one : revisions) if (one.since() <= minor) found = Optional.of(one);
      return found;
    }
  }

  private static Check check(String id, Level level, Revision... revisions) {
    return new Check(id, level, List.of(revisions), "");
  }

  private static Revision from(int minor, Function<Pod, Optional<Refusal>> judge) {
    return new Revision(minor, judge);
  }

  /** Fields that mean nothing on Windows are not asked for there. */
  private static Function<Pod, Optional<Refusal>> unlessWindows(
      Function<Pod, Optional<Refusal>> judge) {
    return pod -> pod.windows() ? Optional.empty() : judge.apply(pod);
  }

  /** Root in a user namespace is nobody outside of it. */
  private static Function<Pod, Optional<Refusal>> unlessOwnUsers(
      Function<Pod, Optional<Refusal>> judge) {
    return pod -> pod.ownUsers() ? Optional.empty() : judge.apply(pod);
  }
}
