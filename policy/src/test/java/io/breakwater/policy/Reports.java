package io.breakwater.policy;

import io.breakwater.model.json.InvalidJsonException;
import io.breakwater.model.json.Json;
import java.nio.charset.StandardCharsets;

/** Small reports, as they were written. */
final class Reports {
  /** A root image with a critical hole that has a fix, one exploited, one without a fix. */
  static final String SHOP =
      """
      {
        "image": {
          "name": "registry.corp/shop/cart:1.8",
          "os": {"id": "debian", "version": "12", "family": "debian"},
          "settings": {"user": "", "ports": ["8080/tcp", "22/tcp"]},
          "layers": []
        },
        "components": [
          {"id": "c1", "purl": "pkg:deb/debian/openssl@3.0.11-1", "type": "deb",
           "name": "openssl", "version": "3.0.11-1", "licences": ["Apache-2.0"],
           "locations": [{"path": "/var/lib/dpkg/status"}]},
          {"id": "c2", "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
           "type": "maven", "name": "org.apache.logging.log4j:log4j-core", "version": "2.14.1",
           "licences": ["Apache-2.0"], "locations": [{"path": "/app/a.jar"}]}
        ],
        "findings": [
          {"kind": "vulnerability", "id": "CVE-2021-44228", "aliases": ["GHSA-jfh8-c2jp-5v3q"],
           "severity": "critical", "component": "c2", "installedVersion": "2.14.1",
           "fixedVersion": "2.15.0", "fixState": "fixed", "origin": "own", "epss": 0.97,
           "location": {"path": "/app/a.jar"}, "priority": {"score": 98},
           "knownExploited": {"since": "2021-12-10", "ransomware": true},
           "published": "2021-12-10"},
          {"kind": "vulnerability", "id": "CVE-2024-5535", "aliases": [], "severity": "high",
           "component": "c1", "installedVersion": "3.0.11-1", "fixState": "wont-fix",
           "origin": "base", "location": {"path": "/var/lib/dpkg/status"},
           "priority": {"score": 61}, "published": "2026-11-01"},
          {"kind": "secret", "id": "BW-SECRET-1", "aliases": [], "severity": "high",
           "confidence": "low", "origin": "own", "location": {"path": "/app/.env"},
           "priority": {"score": 50}}
        ],
        "notAnalysed": [],
        "database": {"date": "2026-11-20", "notCovered": []}
      }
      """;

  private Reports() {}

  static Json.Obj of(String text) {
    try {
      return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    } catch (InvalidJsonException broken) {
      throw new AssertionError(broken);
    }
  }
}
