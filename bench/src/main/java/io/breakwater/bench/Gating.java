package io.breakwater.bench;

import io.breakwater.model.Decision;
import io.breakwater.model.json.Json;
import io.breakwater.policy.Gate;
import io.breakwater.policy.Knowledge;
import io.breakwater.policy.Occasion;
import io.breakwater.policy.PolicyReader;
import io.breakwater.policy.PolicySources;
import io.breakwater.policy.Subject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How long 100 rules take over 5,000 findings, once warm. */
public final class Gating {
  private static final int RULES = 100;
  private static final int FINDINGS = 5_000;
  private static final int WARM = 60;
  private static final int MEASURED = 41;

  private static final List<String> CONDITIONS =
      List.of(
          "f.severity == \"critical\" && has(f.fixedVersion) && f.id != \"CVE-%d\"",
          "severityAtLeast(f, \"high\") && f.sure && f.priority.score > %d",
          "has(f.knownExploited) && f.knownExploited.ransomware && f.id.startsWith(\"X-%d\")",
          "f.?epss.orValue(0.0) > 0.9 && f.origin == \"own\" && f.id.endsWith(\"-%d\")",
          "f.location.path.startsWith(\"/opt/%d\") || f.aliases.exists(a, a == \"GHSA-%1$d\")");

  private Gating() {}

  /** Prints the median in milliseconds. */
  public static void main(String[] arguments) throws Exception {
    var reader = new PolicyReader(Knowledge.NONE, PolicySources.NONE);
    var gate = new Gate(List.of(reader.read("bench.yaml", policy())));
    Json.Obj report = Json.parseObject(report().getBytes(StandardCharsets.UTF_8));
    var occasion = new Occasion("", "build", Instant.parse("2026-11-22T00:00:00Z"));
    var cpu = ManagementFactory.getThreadMXBean();
    long[] times = new long[MEASURED];
    long reasons = 0;
    for (int i = -WARM; i < MEASURED; i++) {
      long began = cpu.getCurrentThreadCpuTime();
      Decision decision = gate.judge(Subject.of(report), occasion);
      if (i >= 0) times[i] = cpu.getCurrentThreadCpuTime() - began;
      reasons += decision.reasons().size();
    }
    Arrays.sort(times);
    System.out.printf(
        "policy: %d rules over %,d findings: %.1f ms of processor time (median of %d; %d reasons each)%n",
        RULES, FINDINGS, times[MEASURED / 2] / 1e6, MEASURED, reasons / (WARM + MEASURED));
  }

  private static String policy() {
    var out = new StringBuilder();
    out.append("apiVersion: breakwater.io/v1\nkind: Policy\nmetadata: {name: bench}\nrules:\n");
    for (int i = 0; i < RULES; i++) {
      String condition = CONDITIONS.get(i % CONDITIONS.size()).formatted(i);
      out.append("  - {id: r").append(i).append(", level: warn, forEach: findings, as: f, ");
      out.append("message: \"${f.id} at ${f.location.path}\",\n     when: '");
      out.append(condition).append("'}\n");
    }
    return out.toString();
  }

  private static String report() {
    var out = new StringBuilder("{\"database\": {\"date\": \"2026-11-20\"}, \"findings\": [");
    String[] severities = {"low", "medium", "high", "critical", "negligible"};
    for (int i = 0; i < FINDINGS; i++) {
      if (i > 0) out.append(',');
      out.append("{\"kind\": \"vulnerability\", \"id\": \"CVE-2024-").append(i);
      out.append("\", \"aliases\": [\"GHSA-").append(i * 7).append("\"], \"severity\": \"");
      out.append(severities[i % 5]).append("\", \"priority\": {\"score\": ").append(i % 101);
      out.append("}, \"origin\": \"").append(i % 2 == 0 ? "own" : "base");
      out.append("\", \"location\": {\"path\": \"/usr/lib/p").append(i).append("\"}");
      if (i % 3 == 0) out.append(", \"fixedVersion\": \"2.").append(i).append('"');
      if (i % 50 == 0) out.append(", \"knownExploited\": {\"ransomware\": true}");
      if (i % 4 == 0) out.append(", \"epss\": 0.").append(i % 100);
      out.append('}');
    }
    return out.append("]}").toString();
  }
}
