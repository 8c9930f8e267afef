package io.breakwater.model;

import java.util.Locale;

/**
 * The one table of what can go wrong, for the command line and every API. {@code {0}} is the
 * object, {@code {1}} and so on are details.
 */
public enum ProblemCode {
  FILE_MISSING(
      Headline.READ, new Text("there is no such file or folder", "文件或目录不存在"), Remedy.CHECK_NAME),
  FILE_UNREADABLE(
      Headline.READ,
      new Text("the system refused: {1}", "系统拒绝读取：{1}"),
      new Text("Check the permissions of the file.", "请检查文件权限。")),
  FORMAT_UNKNOWN(
      Headline.READ,
      new Text("this is not an image that we know: {1}", "无法识别的镜像格式：{1}"),
      new Text(
          "Known are docker-archive:FILE, oci:DIR|TAR, dir:ROOTFS, a registry reference, and local"
              + " stores; see: bw scan --help",
          "支持 docker-archive:文件、oci:目录或归档、dir:根文件系统、仓库引用以及本地存储；参见：bw scan --help")),
  ARCHIVE_TRUNCATED(
      Headline.READ,
      new Text("{1} ends after {2} of {3} bytes", "{1} 在 {3} 字节中的第 {2} 字节处中断"),
      new Text(
          "The file was cut, most often by a copy that stopped. Save or copy it again.",
          "文件不完整，多半是复制中途停止。请重新保存或复制。")),
  ARCHIVE_MALFORMED(
      Headline.READ,
      new Text("{1} is malformed: {2}", "{1} 格式错误：{2}"),
      new Text("Save the image again with the tool that made it.", "请用原来的工具重新保存镜像。")),
  DIGEST_MISMATCH(
      Headline.READ,
      new Text("{1} should have the digest {2} and has {3}", "{1} 的摘要应为 {2}，实际为 {3}"),
      new Text(
          "The content was changed or damaged on the way. Fetch it again from its source; if that"
              + " does not help, do not trust it.",
          "内容在传输中被改动或损坏。请从源头重新获取；若仍不一致，请勿信任它。")),
  LIMIT_EXCEEDED(
      Headline.READ,
      new Text("{1} is over the limit of {2}", "{1} 超出限制 {2}"),
      new Text(
          "No known tool makes such an image; look at where it comes from.",
          "没有已知工具会生成这样的镜像，请核实其来源。")),
  PLATFORM_MISSING(
      Headline.READ,
      new Text("it has no image for {1}, only for {2}", "没有适用于 {1} 的镜像，仅有 {2}"),
      new Text("Choose one with --platform.", "请用 --platform 选择其中之一。")),
  IMAGE_AMBIGUOUS(
      Headline.READ,
      new Text("it holds more than one image: {1}", "其中包含多个镜像：{1}"),
      new Text("Choose one by its tag: {0}:TAG", "请用标签指定其中之一：{0}:标签")),
  IMAGE_NOT_FOUND(
      new Text("cannot find {0}", "找不到 {0}"),
      new Text("looked in {1}", "已查找：{1}"),
      Remedy.CHECK_NAME),
  REGISTRY_UNREACHABLE(
      Headline.FETCH,
      new Text("{1} does not answer: {2}", "{1} 无响应：{2}"),
      new Text(
          "Check the name, the network and the proxy variables (HTTPS_PROXY, NO_PROXY).",
          "请检查名称、网络与代理变量（HTTPS_PROXY、NO_PROXY）。")),
  REGISTRY_UNTRUSTED(
      Headline.FETCH,
      new Text("the certificate of {1} is not trusted: {2}", "{1} 的证书不受信任：{2}"),
      new Text(
          "Give the registry's authority with --ca-file, or, for a test registry only, use"
              + " --insecure.",
          "请用 --ca-file 指定该仓库的 CA；仅测试仓库可用 --insecure。")),
  REGISTRY_DENIED(
      Headline.FETCH,
      new Text("{1} refused: {2}", "{1} 拒绝访问：{2}"),
      new Text(
          "Log in with podman login or docker login, or set REGISTRY_AUTH_FILE; then check that"
              + " the account may pull.",
          "请先用 podman login 或 docker login 登录（或设置 REGISTRY_AUTH_FILE），并确认该账号有拉取权限。")),
  REGISTRY_FAILED(
      Headline.FETCH,
      new Text("{1} answered {2}", "{1} 返回 {2}"),
      new Text("Try again later, or ask the registry's operator.", "请稍后再试，或联系仓库管理员。")),
  NETWORK_FORBIDDEN(
      Headline.FETCH,
      new Text("--offline promises no network", "--offline 承诺不访问网络"),
      new Text(
          "Leave --offline out, or scan a local copy: docker-archive:FILE, oci:DIR.",
          "请去掉 --offline，或扫描本地副本：docker-archive:文件、oci:目录。")),
  CREDENTIALS_UNREADABLE(
      Headline.FETCH,
      new Text("the credentials in {1} cannot be used: {2}", "{1} 中的凭据无法使用：{2}"),
      new Text("Mend the file or log in again.", "请修复该文件或重新登录。")),
  SETTINGS_UNUSABLE(
      Headline.FETCH,
      new Text("the settings in {1} cannot be used: {2}", "{1} 中的设置无法使用：{2}"),
      new Text("Mend the file.", "请修复该文件。")),
  REGISTRY_BLOCKED(
      Headline.FETCH,
      new Text("registries.conf blocks {1}", "registries.conf 禁止访问 {1}"),
      new Text(
          "Take the image from a registry that is allowed, or scan a local copy.",
          "请使用允许的仓库中的镜像，或扫描本地副本。")),
  STORE_UNREADABLE(
      Headline.READ,
      new Text("the local store {1} cannot be read: {2}", "本地存储 {1} 无法读取：{2}"),
      new Text(
          "Run as the user who owns the store, or save the image to a file and scan that.",
          "请以该存储的所有者身份运行，或将镜像保存为文件后扫描。")),
  DATABASE_UNREADABLE(
      new Text("cannot use the advisory database {0}", "无法使用漏洞库 {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Build it again with bw db import, or leave --db out to use the starter database.",
          "请用 bw db import 重新生成，或去掉 --db 使用内置漏洞库。")),
  FEED_UNREADABLE(
      new Text("cannot import {0}", "无法导入 {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Give a folder or archive of feeds in their native form; see: bw db import --help",
          "请提供原生格式的漏洞源目录或归档；参见：bw db import --help")),
  SIGNATURE_REFUSED(
      new Text("refused {0}", "已拒绝 {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Do not use it unless you know why; ask whoever publishes it.", "在弄清原因之前请勿使用，并联系发布者。")),
  KEY_UNUSABLE(
      new Text("cannot use the key {0}", "无法使用密钥 {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Give a PEM file: PKCS#8 to sign with, the public key to verify with; ECDSA P-256 or"
              + " Ed25519, as openssl genpkey writes it.",
          "请提供 PEM 文件：签名用 PKCS#8 私钥，校验用公钥；ECDSA P-256 或 Ed25519，可由 openssl genpkey 生成。")),
  SIGNATURES_UNUSABLE(
      new Text("cannot use the malware signatures {0}", "无法使用恶意软件特征 {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Mend the line; docs/malware.md and docs/yara.md say what is understood.",
          "请修正该行；支持的格式见 docs/malware.md 与 docs/yara.md。")),
  CLAMD_UNREACHABLE(
      new Text("cannot ask clamd at {0}", "无法连接 clamd：{0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Start clamd, check the address (unix:/path or tcp:HOST:PORT), or leave --clamd away.",
          "请启动 clamd，检查地址（unix:/路径 或 tcp:主机:端口），或去掉 --clamd。")),
  SBOM_UNREADABLE(
      new Text("cannot read the SBOM {0}", "无法读取 SBOM {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Give CycloneDX 1.0 to 1.7 (JSON, XML), SPDX 2.0 to 2.3 (JSON, tag-value) or Syft's"
              + " JSON.",
          "请提供 CycloneDX 1.0 至 1.7（JSON、XML）、SPDX 2.0 至 2.3（JSON、tag-value）或 Syft 的 JSON。")),
  VEX_UNREADABLE(
      new Text("cannot use the VEX of {0}", "无法使用 {0} 的 VEX"),
      new Text("{1}", "{1}"),
      new Text(
          "Give OpenVEX, CSAF 2.0 or CycloneDX as JSON, a folder of them, or the word oci; see: bw"
              + " scan --help",
          "请提供 OpenVEX、CSAF 2.0 或 CycloneDX 的 JSON 文件、其目录，或 oci；参见：bw scan --help")),
  IGNORE_UNREADABLE(
      new Text("cannot use the ignore rules in {0}", "无法使用 {0} 中的忽略规则"),
      new Text("{1}", "{1}"),
      new Text(
          "Mend the file: a wrong rule would hide too much or nothing.",
          "请修正该文件：错误的规则会隐藏过多内容，或毫无作用。")),
  SECRET_CONFIG_UNREADABLE(
      new Text("cannot use the settings for secrets in {0}", "无法使用 {0} 中的密钥设置"),
      new Text("{1}", "{1}"),
      new Text(
          "Mend the file; docs/secrets.md says what is understood of gitleaks' and Trivy's.",
          "请修正该文件；docs/secrets.md 说明支持 gitleaks 与 Trivy 格式的哪些内容。")),
  LICENCE_POLICY_UNREADABLE(
      new Text("cannot use the licence policy {0}", "无法使用许可证策略 {0}"),
      new Text("{1}", "{1}"),
      new Text("Mend the file; docs/licences.md describes it.", "请修正该文件，格式见 docs/licences.md。")),
  POLICY_UNUSABLE(
      new Text("cannot use the policy {0}", "无法使用策略 {0}"),
      new Text("{1}", "{1}"),
      new Text(
          "Mend it there; docs/policies.md and docs/policy-reference.md tell what there is.",
          "请在该处修正；可用内容见 docs/policies.md 与 docs/policy-reference.md。")),
  CACHE_UNUSABLE(
      new Text("cannot use the cache {0}", "无法使用缓存 {0}"),
      new Text("{1}", "{1}"),
      new Text("Choose another with --cache DIR.", "请用 --cache 目录 另选一个。")),
  REPORT_INVALID(
      Headline.READ,
      new Text("it is no report of Breakwater: {1}", "不是 Breakwater 报告：{1}"),
      new Text("Make one with bw scan IMAGE --format json.", "请用 bw scan 镜像 --format json 生成。")),
  TEMPLATE_INVALID(
      new Text("cannot use the template {0}", "无法使用模板 {0}"),
      new Text("line {1}: {2}", "第 {1} 行：{2}"),
      new Text("docs/reports.md lists what templates can do.", "模板语法见 docs/reports.md。")),
  DOCKERFILE_INVALID(
      Headline.READ,
      new Text("line {1}: {2}", "第 {1} 行：{2}"),
      new Text("bw lint tells more about it.", "可用 bw lint 查看详情。")),
  OUTPUT_FAILED(
      new Text("cannot write {0}", "无法写入 {0}"),
      new Text("{1}", "{1}"),
      new Text("Check the folder and the space left on it.", "请检查目录及其剩余空间。")),
  UNKNOWN_NAME(
      new Text("no such {1}: {0}", "没有这样的{1}：{0}"),
      new Text("known are: {2}", "可选：{2}"),
      Remedy.CHECK_NAME),
  OUT_OF_MEMORY(
      new Text("failed on {0}", "处理 {0} 失败"),
      new Text("the memory given to Java is used up", "分配给 Java 的内存已用尽"),
      new Text(
          "Give it more: BW_HEAP=1g bw …, and please tell us what needed it.",
          "请增加内存：BW_HEAP=1g bw …，并告知我们是什么内容需要这么多内存。")),
  INTERNAL(
      new Text("failed on {0}", "处理 {0} 失败"),
      new Text("a defect in Breakwater: {1}", "Breakwater 内部缺陷：{1}"),
      new Text(
          "Please report it with the output of the same command and --debug.",
          "请附上同一命令加 --debug 的输出进行反馈。"));

  private final Text headline;
  private final Text cause;
  private final Text remedy;

  ProblemCode(Text headline, Text cause, Text remedy) {
    this.headline = headline;
    this.cause = cause;
    this.remedy = remedy;
  }

  /** The code as documents write it: {@code archive-truncated}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What was being done, for most codes. */
  private static final class Headline {
    static final Text READ = new Text("cannot read {0}", "无法读取 {0}");
    static final Text FETCH = new Text("cannot fetch {0}", "无法获取 {0}");
  }

  /** What helps, where it is the same for several codes. */
  private static final class Remedy {
    static final Text CHECK_NAME = new Text("Check the name.", "请检查名称。");
  }

  Text headline() {
    return headline;
  }

  Text cause() {
    return cause;
  }

  Text remedy() {
    return remedy;
  }
}
