package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.Subject;
import io.breakwater.inspect.internal.ImageJudge;
import io.breakwater.inspect.internal.Judgement;
import io.breakwater.inspect.internal.Seen;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.model.Check;
import io.breakwater.model.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells of secrets in files, and looks for others in the image's configuration. */
final class SecretJudge implements ImageJudge {
  private final SecretOptions options;

  SecretJudge(SecretOptions options) {
    this.options = options;
  }

  @Override
  public List<Judgement> judge(Subject subject, List<Seen> seen) {
    var checks = new HashMap<String, Check>();
    // A file that is copied into a higher layer unchanged has the same secret still.
    var once = new LinkedHashMap<String, Judgement>();
    for (Seen one : seen) {
      Sighting sighting = Allows.counted(one.sighting(), subject.day());
      SecretRule rule = options.told(sighting.check());
      if (rule == null) continue;
      Check check = checks.computeIfAbsent(rule.id(), id -> SecretChecks.of(rule));
      Judgement judgement = Judgement.of(check, new Seen(sighting, one.layer(), one.standing()));
      String key = rule.id() + "\0" + judgement.path() + "\0" + judgement.evidence();
      // Nothing of it is shown that tells it from others.
      if (judgement.evidence().equals(Mask.of("", 0))) key += "\0" + judgement.line();
      once.merge(key, judgement, SecretJudge::visible);
    }
    var all = new ArrayList<>(once.values());
    for (Map.Entry<String, Found> entry : new ConfigurationSecrets(options).in(subject)) {
      Found found = entry.getValue();
      String evidence = options.reveal() ? found.before() + found.secret() : found.masked();
      Check check = checks.computeIfAbsent(found.rule().id(), id -> SecretChecks.of(found.rule()));
      Judgement judgement = Judgement.ofConfiguration(check, entry.getKey(), evidence);
      all.add(judgement.with(found.confidence()));
    }
    return all;
  }

  private static Judgement visible(Judgement one, Judgement other) {
    return one.standing() == Finding.Standing.PRESENT ? one : other;
  }
}
