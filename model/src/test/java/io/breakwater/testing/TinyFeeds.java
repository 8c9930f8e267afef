package io.breakwater.testing;

/** Feeds of a record or two, for tests that care how feeds travel and not what they say. */
public final class TinyFeeds {
  /** CISA's catalogue with one entry, of {@code CVE-2024-1234}. */
  public static final String KEV =
      """
      {"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.01.01",
       "dateReleased": "2026-01-01T00:00:00.000Z", "count": 1, "vulnerabilities": [
        {"cveID": "CVE-2024-1234", "vendorProject": "shop", "product": "cart",
         "vulnerabilityName": "hole", "dateAdded": "2024-02-03", "shortDescription": "",
         "requiredAction": "", "dueDate": "2024-02-24", "knownRansomwareCampaignUse": "Known"}]}
      """;

  private TinyFeeds() {}

  /** An OSV record: npm's {@code cart} has a hole until it is fixed. */
  public static String osv(String id, String fixed) {
    return """
        {"schema_version": "1.6.0", "id": "%s", "modified": "2026-01-02T00:00:00Z", "affected": [
          {"package": {"ecosystem": "npm", "name": "cart"},
           "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
        """
        .formatted(id, fixed);
  }
}
