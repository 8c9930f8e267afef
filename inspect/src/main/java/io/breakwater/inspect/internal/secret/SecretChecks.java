package io.breakwater.inspect.internal.secret;

import io.breakwater.model.Check;
import io.breakwater.model.Text;
import java.util.List;

/** Kinds of secrets as the checks that reports tell of. */
final class SecretChecks {
  private static final Text WHY =
      new Text(
          "Everybody who can pull the image can read it, whatever later layers delete, and use it"
              + " as its owner.",
          "任何能拉取该镜像的人都能读到它（即使上层已删除），并以所有者身份使用它。");
  private static final Text REMEDY =
      new Text(
          "Revoke it where it was issued and issue a new one. Give it to the container at run time"
              + " (a mounted secret) or to the build by RUN --mount=type=secret; then rebuild"
              + " without it: deleting it in a later layer does not remove it.",
          "在签发处吊销并重新签发；运行时以挂载的密钥提供，或在构建时使用 RUN" + " --mount=type=secret；然后重新构建：在后续层删除并不能真正移除它。");

  private SecretChecks() {}

  static Check of(SecretRule rule) {
    return new Check(
        rule.id(),
        List.of(),
        Check.Area.SECRET,
        rule.facts().severity(),
        rule.facts().name(),
        WHY,
        REMEDY,
        List.of());
  }
}
