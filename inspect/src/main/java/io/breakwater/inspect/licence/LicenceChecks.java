package io.breakwater.inspect.licence;

import io.breakwater.model.Check;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;

/** The checks of licences; docs/licences.md lists them. */
final class LicenceChecks {
  static final Check DENIED =
      check(
          "licence-denied",
          Severity.HIGH,
          new Text("The licence policy refuses a package", "许可证策略拒绝该软件包"),
          new Text(
              "Your own rules say that what is under this licence is not to be shipped.",
              "你的规则不允许交付使用此许可证的内容。"),
          new Text(
              "Replace the package, or write an exception with reason and owner into the policy.",
              "替换该软件包，或在策略中写入带理由和负责人的例外。"));

  static final Check WARNED =
      check(
          "licence-warned",
          Severity.MEDIUM,
          new Text("The licence policy asks to look at a package", "许可证策略要求关注该软件包"),
          new Text(
              "Your own rules say that somebody should look before it is shipped.",
              "你的规则要求在交付前有人审查。"),
          new Text(
              "Read what the licence asks for, then allow it or replace the package.",
              "阅读许可要求，然后允许或替换该软件包。"));

  static final Check NETWORK =
      check(
          "licence-network-copyleft",
          Severity.MEDIUM,
          new Text("A licence reaches over the network", "许可证义务延伸至网络使用"),
          new Text(
              "Who offers a service with it has to offer the source code, perhaps of all that"
                  + " contains it.",
              "用它提供服务者须提供源代码，可能包括包含它的全部作品。"),
          new Text(
              "Offer the source code, replace the package, or allow it in a licence policy.",
              "提供源代码、替换该软件包，或在许可证策略中允许。"));

  static final Check RESTRICTED =
      check(
          "licence-restricted",
          Severity.MEDIUM,
          new Text("A licence forbids some uses", "许可证禁止某些用途"),
          new Text(
              "It is proprietary, source-available or not for business: some uses need a paid"
                  + " licence.",
              "属于专有、源码可见或非商业许可：某些用途需付费许可。"),
          new Text(
              "Read the licence; buy one, replace the package, or allow it in a licence policy.",
              "阅读许可证；购买授权、替换该软件包，或在许可证策略中允许。"));

  static final Check UNKNOWN =
      check(
          "licence-unknown",
          Severity.LOW,
          new Text("Packages of which nobody knows the licence", "软件包的许可证不明"),
          new Text("Without a licence nobody may pass them on.", "没有许可证则任何人都无权分发。"),
          new Text(
              "Ask their authors, or look at where they come from: bw licences lists them.",
              "询问作者或查看来源：bw licences 会列出它们。"));

  private LicenceChecks() {}

  private static Check check(String id, Severity severity, Text title, Text why, Text remedy) {
    return new Check(
        id,
        List.of(),
        Check.Area.LICENCE,
        severity,
        title,
        why,
        remedy,
        List.of("https://spdx.org/licenses/"));
  }
}
