package io.breakwater.cli;

/** Every option of every command: its name, what it takes, what it means, where help lists it. */
enum Opt {
  PLATFORM("--platform", "OS/ARCH[/VARIANT]", Msg.OPT_PLATFORM, Msg.GROUP_SOURCE),
  OFFLINE("--offline", "", Msg.OPT_OFFLINE, Msg.GROUP_SOURCE),
  INSECURE("--insecure", "", Msg.OPT_INSECURE, Msg.GROUP_SOURCE),
  CA_FILE("--ca-file", "FILE", Msg.OPT_CA_FILE, Msg.GROUP_SOURCE),
  CACHE("--cache", "DIR", Msg.OPT_CACHE, Msg.GROUP_SOURCE),
  CACHE_SIZE("--cache-size", "SIZE", Msg.OPT_CACHE_SIZE, Msg.GROUP_SOURCE),
  NO_CACHE("--no-cache", "", Msg.OPT_NO_CACHE, Msg.GROUP_SOURCE),
  DB("--db", "FILE", Msg.OPT_DB, Msg.GROUP_KNOWN),
  FORMAT("--format", "FORMAT", Msg.OPT_FORMAT, Msg.GROUP_OUTPUT),
  OUTPUT("--output", "FORMAT=FILE", Msg.OPT_OUTPUT, Msg.GROUP_OUTPUT),
  DOCKERFILE("--dockerfile", "FILE", Msg.OPT_DOCKERFILE, Msg.GROUP_OUTPUT),
  SECRETS_FORMAT("--format", "table|json|sarif", Msg.OPT_SECRETS_FORMAT, Msg.GROUP_OUTPUT),
  SBOM_FORMAT("--format", "cyclonedx|spdx", Msg.OPT_SBOM_FORMAT, Msg.GROUP_OUTPUT),
  SBOM_TO("--to", "cyclonedx|spdx", Msg.OPT_SBOM_FORMAT, Msg.GROUP_OUTPUT),
  SBOM_FILE("--output", "FILE", Msg.OPT_SBOM_FILE, Msg.GROUP_OUTPUT),
  SERIAL_NUMBER("--serial-number", "", Msg.OPT_SERIAL_NUMBER, Msg.GROUP_OUTPUT),
  ATTACHED("--attached", "", Msg.OPT_ATTACHED, Msg.GROUP_SOURCE),
  DIFF_FORMAT("--format", "table|json", Msg.OPT_DIFF_FORMAT, Msg.GROUP_OUTPUT),
  ALL("--all", "", Msg.OPT_ALL, Msg.GROUP_OUTPUT),
  FAIL_ON("--fail-on", "SEVERITY", Msg.OPT_FAIL_ON, Msg.GROUP_GATE),
  PACKAGES("--packages", "installed|declared|all", Msg.OPT_PACKAGES, Msg.GROUP_KNOWN),
  SHOW_SECRETS("--show-secrets", "", Msg.OPT_SHOW_SECRETS, Msg.GROUP_OUTPUT),
  SCANNERS("--scanners", "LIST", Msg.OPT_SCANNERS, Msg.GROUP_KNOWN),
  UNKNOWN("--unknown", "warn|deny", Msg.OPT_UNKNOWN, Msg.GROUP_GATE),
  BASES("--bases", "FILE", Msg.OPT_BASES, Msg.GROUP_KNOWN),
  NAME("--name", "NAME", Msg.OPT_NAME, Msg.GROUP_KNOWN),
  UNOWNED("--unowned", "", Msg.OPT_UNOWNED, Msg.GROUP_OUTPUT),
  SETUID("--setuid", "", Msg.OPT_SETUID, Msg.GROUP_OUTPUT),
  DIGESTS("--digests", "", Msg.OPT_DIGESTS, Msg.GROUP_OUTPUT),
  WORSE("--fail-on", "SEVERITY", Msg.OPT_WORSE, Msg.GROUP_GATE),
  EXPLORE("--explore", "", Msg.OPT_EXPLORE, Msg.GROUP_OUTPUT),
  MAX_WASTE("--max-waste", "SIZE|PERCENT", Msg.OPT_MAX_WASTE, Msg.GROUP_GATE),
  MIN_EFFICIENCY("--min-efficiency", "RATIO", Msg.OPT_MIN_EFFICIENCY, Msg.GROUP_GATE),
  VEX("--vex", "FILE|DIR|oci", Msg.OPT_VEX, Msg.GROUP_KNOWN),
  IGNORE("--ignore", "FILE", Msg.OPT_IGNORE, Msg.GROUP_KNOWN),
  SHOW_SUPPRESSED("--show-suppressed", "", Msg.OPT_SHOW_SUPPRESSED, Msg.GROUP_OUTPUT),
  VEX_FILE("--output", "FILE", Msg.OPT_SBOM_FILE, Msg.GROUP_OUTPUT),
  TIMESTAMP("--timestamp", "TIME", Msg.OPT_TIMESTAMP, Msg.GROUP_OUTPUT),
  AUTHOR("--author", "NAME", Msg.OPT_AUTHOR, Msg.GROUP_OUTPUT),
  PACKAGE("--package", "NAME", Msg.OPT_PACKAGE, Msg.GROUP_KNOWN),
  PROVIDER("--provider", "NAME", Msg.OPT_PROVIDER, Msg.GROUP_KNOWN),
  FROM("--from", "URL|FILE", Msg.OPT_FROM, Msg.GROUP_KNOWN),
  ACCEPT_SHRUNK("--accept-shrunk", "NAME", Msg.OPT_ACCEPT_SHRUNK, Msg.GROUP_KNOWN),
  FEEDS("--feeds", "DIR", Msg.OPT_FEEDS, Msg.GROUP_KNOWN),
  FEEDS_FILE("--feeds-file", "FILE", Msg.OPT_FEEDS_FILE, Msg.GROUP_KNOWN),
  STRICT("--strict", "", Msg.OPT_STRICT, Msg.GROUP_GATE),
  SIGN_KEY("--sign-key", "FILE", Msg.OPT_SIGN_KEY, Msg.GROUP_KNOWN),
  VERIFY_KEY("--verify-key", "FILE", Msg.OPT_VERIFY_KEY, Msg.GROUP_KNOWN),
  QUIET("--quiet", "", Msg.OPT_QUIET, Msg.GROUP_ALL),
  LANG("--lang", "en|zh", Msg.OPT_LANG, Msg.GROUP_ALL),
  COVERAGE_FORMAT("--format", "table|json", Msg.COVERAGE_FORMAT, Msg.GROUP_OUTPUT),
  COVERAGE_ALL("--all", "", Msg.COVERAGE_ALL, Msg.GROUP_OUTPUT),
  LINT_FORMAT("--format", "table|json|sarif", Msg.LINT_FORMAT, Msg.GROUP_OUTPUT),
  LINT_FIX("--fix", "", Msg.LINT_FIX, Msg.GROUP_OUTPUT),
  LINT_FAIL_ON("--fail-on", "SEVERITY", Msg.OPT_FAIL_ON, Msg.GROUP_GATE),
  POD_SECURITY("--pod-security", "LEVEL", Msg.LINT_POD_SECURITY, Msg.GROUP_GATE),
  POD_SECURITY_VERSION("--pod-security-version", "v1.N", Msg.LINT_POD_VERSION, Msg.GROUP_GATE),
  LICENCE_POLICY("--licence-policy", "FILE", Msg.OPT_LICENCE_POLICY, Msg.GROUP_KNOWN),
  LICENCES_FORMAT("--format", "table|json|csv", Msg.OPT_LICENCES_FORMAT, Msg.GROUP_OUTPUT),
  LICENCES_ALL("--all", "", Msg.OPT_LICENCES_ALL, Msg.GROUP_OUTPUT),
  NOTICE("--notice", "", Msg.OPT_NOTICE, Msg.GROUP_OUTPUT),
  NOTICE_FORMAT("--notice-format", "text|markdown|html", Msg.OPT_NOTICE_FORMAT, Msg.GROUP_OUTPUT),
  LICENCES_FAIL_ON("--fail-on", "warn|deny", Msg.OPT_LICENCES_FAIL_ON, Msg.GROUP_GATE),
  MALWARE_HASHES("--malware-hashes", "FILE", Msg.OPT_MALWARE_HASHES, Msg.GROUP_KNOWN),
  YARA("--yara", "FILE|DIR", Msg.OPT_YARA, Msg.GROUP_KNOWN),
  CLAMD("--clamd", "unix:PATH|tcp:HOST:PORT", Msg.OPT_CLAMD, Msg.GROUP_KNOWN),
  SECRET_CONFIG("--secret-config", "FILE", Msg.OPT_SECRET_CONFIG, Msg.GROUP_KNOWN),
  SECRETS_FAIL_ON("--fail-on", "SEVERITY", Msg.OPT_SECRETS_FAIL_ON, Msg.GROUP_GATE),
  POLICY("--policy", "FILE|pack:NAME", Msg.POLICY_OPT, Msg.GROUP_GATE),
  ENVIRONMENT("--environment", "NAME", Msg.POLICY_ENVIRONMENT, Msg.GROUP_GATE),
  MOMENT("--moment", "MOMENT", Msg.POLICY_MOMENT, Msg.GROUP_GATE),
  BASELINE("--baseline", "REPORT", Msg.POLICY_BASELINE, Msg.GROUP_GATE),
  DEBUG("--debug", "", Msg.OPT_DEBUG, Msg.GROUP_ALL),
  HELP("--help", "", Msg.OPT_HELP, Msg.GROUP_ALL),
  VERSION("--version", "", Msg.OPT_VERSION, Msg.GROUP_ALL);

  private final String flag;
  private final String label;
  private final Msg meaning;
  private final Msg group;

  Opt(String flag, String label, Msg meaning, Msg group) {
    this.flag = flag;
    this.label = label;
    this.meaning = meaning;
    this.group = group;
  }

  /** As typed: {@code --format}. */
  String flag() {
    return flag;
  }

  /** The one-letter form, or empty. */
  String shortFlag() {
    return switch (this) {
      case OUTPUT, SBOM_FILE, VEX_FILE -> "-o";
      case FORMAT, SBOM_FORMAT, DIFF_FORMAT, COVERAGE_FORMAT -> "-f";
      case LINT_FORMAT, LICENCES_FORMAT, SECRETS_FORMAT -> "-f";
      case QUIET -> "-q";
      case HELP -> "-h";
      default -> "";
    };
  }

  /** What it takes; empty for a switch. */
  String label() {
    return label;
  }

  Msg meaning() {
    return meaning;
  }

  Msg group() {
    return group;
  }
}
