package io.breakwater.inspect.internal.exposure;

import static io.breakwater.inspect.internal.exposure.Checks.check;
import static io.breakwater.inspect.internal.exposure.Checks.text;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;

/** Checks of certificates and of how strong keys are. */
final class CertificateChecks {
  private static final String NIST = "https://csrc.nist.gov/pubs/sp/800/131/a/r2/final";
  private static final Text REISSUE =
      text(
          "Issue it anew (RSA 2048 or more, or EC P-256; SHA-256), and mount it at run time instead"
              + " of copying it into the image.",
          "重新签发（RSA 不少于 2048 位，或 EC P-256；SHA-256），并在运行时挂载，而不是复制进镜像。");

  static final Check EXPIRED =
      check(
          "certificate-expired",
          Severity.MEDIUM,
          text("A certificate that has expired", "证书已过期"),
          text(
              "Clients refuse it, or were told not to check certificates at all.",
              "客户端会拒绝它，或者已被设置为完全不校验证书。"),
          REISSUE);

  static final Check EXPIRES =
      check(
          "certificate-expires-soon",
          Severity.LOW,
          text("A certificate that expires within 30 days", "证书将在 30 天内过期"),
          text(
              "An image is replaced more slowly than that: the service will fail on that day.",
              "镜像的更新往往更慢：到期当天服务将失败。"),
          REISSUE);

  static final Check SIGNATURE =
      check(
          "certificate-weak-signature",
          Severity.MEDIUM,
          text("A certificate signed with MD5 or SHA-1", "证书使用 MD5 或 SHA-1 签名"),
          text(
              "Whoever can make collisions of that hash can forge a certificate that looks the"
                  + " same.",
              "能够构造哈希碰撞的人可以伪造出相同的证书。"),
          REISSUE,
          NIST);

  static final Check KEY =
      check(
          "weak-key",
          Severity.MEDIUM,
          text("A key that is too short, or DSA", "密钥过短或为 DSA"),
          text(
              "RSA below 2048 bits and elliptic curves below 224 can be broken; DSA is withdrawn.",
              "低于 2048 位的 RSA 与低于 224 位的椭圆曲线可被破解；DSA 已被废弃。"),
          REISSUE,
          NIST);

  static final Check CA_KEY =
      check(
          "ca-private-key",
          Severity.HIGH,
          text("The private key of a certificate authority", "证书颁发机构的私钥"),
          text(
              "Whoever has it can make certificates for any name that those trust who trust it.",
              "持有它的人可以为任意名称签发受信任的证书。"),
          text(
              "Keep it off the image: sign elsewhere, and replace the authority.",
              "不要放进镜像：在别处签发，并更换该 CA。"));

  static final List<Check> ALL = List.of(EXPIRED, EXPIRES, SIGNATURE, KEY, CA_KEY);

  private CertificateChecks() {}
}
