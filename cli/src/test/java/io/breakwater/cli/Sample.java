package io.breakwater.cli;

import io.breakwater.model.BaseImage;
import io.breakwater.model.Component;
import io.breakwater.model.DatabaseInfo;
import io.breakwater.model.Digest;
import io.breakwater.model.Evidence;
import io.breakwater.model.Exploit;
import io.breakwater.model.Finding;
import io.breakwater.model.FixState;
import io.breakwater.model.HoleFacts;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Judged;
import io.breakwater.model.Layer;
import io.breakwater.model.Location;
import io.breakwater.model.NotAnalysed;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Origin;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Platform;
import io.breakwater.model.Priority;
import io.breakwater.model.Purl;
import io.breakwater.model.Reach;
import io.breakwater.model.ScanReport;
import io.breakwater.model.Severity;
import io.breakwater.model.SourcePackage;
import io.breakwater.model.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A report in which every field is used, and one name tries to steer the terminal. */
final class Sample {
  private static final Digest BASE = digest("b");
  private static final Digest OWN = digest("c");

  private static final String CPE = "cpe:2.3:a:openssl:openssl:3.0.11:*:*:*:*:*:*:*";

  private Sample() {}

  static ScanReport report() {
    var jar =
        new Component(
            "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
            Purl.of("maven", "org.apache.logging.log4j", "log4j-core", "2.14.1"),
            "org.apache.logging.log4j:log4j-core",
            "2.14.1",
            List.of(at(OWN, "/app/cart.jar!/BOOT-INF/lib/log4j-core-2.14.1.jar")),
            Optional.empty(),
            List.of("Apache-2.0"),
            Optional.empty(),
            Optional.of(new Component.Introduction(OWN, "COPY target/cart.jar /app/")),
            Origin.OWN,
            List.of(
                new Evidence(
                    "java-archive",
                    at(OWN, "/app/cart.jar!/BOOT-INF/lib/log4j-core-2.14.1.jar"),
                    "pom.properties says org.apache.logging.log4j:log4j-core:2.14.1")),
            PackageTraits.INSTALLED);
    return new ScanReport(
        new ImageInfo(
            "shop/cart:1.8.2",
            "podman",
            Optional.of(digest("8")),
            Optional.of(digest("9")),
            Platform.parse("linux/amd64"),
            new OperatingSystem("debian", "12", "Debian GNU/Linux 12 (bookworm)"),
            312_345_678,
            Optional.of(Instant.parse("2026-11-01T10:00:00Z")),
            new ImageInfo.Settings(
                "",
                List.of("java", "-jar", "/app/cart.jar"),
                List.of(),
                "/app",
                List.of("JAVA_HOME", "PATH"),
                List.of("8080/tcp"),
                List.of("/data")),
            List.of(
                new Layer(digest("a"), BASE, 80_000_000, "ADD rootfs.tar /", Origin.BASE),
                new Layer(OWN, OWN, 232_345_678, "COPY target/cart.jar /app/", Origin.OWN)),
            Optional.of(
                new BaseImage(
                    "corp/java:21",
                    Optional.of(digest("7")),
                    1,
                    BaseImage.Reason.DECLARED,
                    BaseImage.Confidence.HIGH))),
        List.of(deb("libssl3"), deb("openssl"), jar, deb("evil\u001b[2J")),
        Judged.INSTALLED,
        List.of(
            hole(
                "CVE-2021-44228",
                "remote code execution through look-ups in log messages",
                Severity.CRITICAL,
                98,
                jar,
                Optional.of("2.15.0"),
                OptionalDouble.of(0.97),
                Optional.of(
                    new Finding.KnownExploited(Optional.of(LocalDate.of(2021, 12, 10)), true))),
            hole(
                "CVE-2024-5535",
                "",
                Severity.HIGH,
                61,
                deb("openssl"),
                Optional.of("3.0.14-1"),
                OptionalDouble.empty(),
                Optional.empty()),
            hole(
                "CVE-2024-5535",
                "",
                Severity.HIGH,
                61,
                deb("libssl3"),
                Optional.of("3.0.14-1"),
                OptionalDouble.empty(),
                Optional.empty()),
            hole(
                "CVE-2023-0001",
                "over\u001b[31mflow",
                Severity.LOW,
                12,
                deb("evil\u001b[2J"),
                Optional.empty(),
                OptionalDouble.of(0.004),
                Optional.empty())),
        suppressions(jar),
        List.of(
            new NotAnalysed(
                "/app/old.war", Optional.of(OWN), NotAnalysed.Reason.ENCRYPTED, "zip entry a.txt")),
        new DatabaseInfo(
            digest("d"),
            false,
            List.of(
                new DatabaseInfo.Provider("debian", Optional.of(LocalDate.of(2026, 11, 20)), 9_000),
                new DatabaseInfo.Provider("kev", Optional.empty(), 1_404)),
            List.of(new DatabaseInfo.NotCovered("golang", 3))),
        new ScanReport.Tool("breakwater", "0.0.0"),
        Instant.parse("2026-11-21T08:00:00.123456Z"),
        Duration.ofMillis(1_130));
  }

  private static Suppressions suppressions(Component jar) {
    var vex =
        new Suppressions.Suppressed(
            hole(
                "CVE-2021-45105",
                "",
                Severity.MEDIUM,
                40,
                jar,
                Optional.of("2.17.0"),
                OptionalDouble.empty(),
                Optional.empty()),
            Suppressions.By.VEX,
            "not_affected",
            "vulnerable_code_not_in_execute_path",
            "No pattern with a context look-up is configured.",
            new Suppressions.Source("https://shop.example/vex/1", "Shop security"),
            Optional.empty(),
            Optional.empty());
    var ignored =
        new Suppressions.Suppressed(
            hole(
                "CVE-2011-3374",
                "",
                Severity.LOW,
                8,
                deb("openssl"),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty()),
            Suppressions.By.IGNORE,
            "ignored",
            "",
            "apt is not used at run time",
            new Suppressions.Source("breakwater-ignore.yaml:4", ""),
            Optional.of("team-cart"),
            Optional.of(LocalDate.of(2027, 1, 31)));
    var remark =
        new Suppressions.Remark(
            vex.finding(), "under_investigation", "", new Suppressions.Source("vex-2", ""));
    var rule =
        new Suppressions.RuleNote(
            Suppressions.RuleNote.State.EXPIRED,
            "CVE-2020-1 purl=pkg:deb/debian/openssl",
            "breakwater-ignore.yaml",
            9,
            0,
            "until the next release",
            Optional.of("team-cart"),
            Optional.of(LocalDate.of(2026, 6, 30)));
    return new Suppressions(List.of(vex, ignored), List.of(remark), List.of(rule));
  }

  private static Component deb(String name) {
    return new Component(
        Purl.of("deb", "debian", name, "3.0.11-1").toString(),
        Purl.of("deb", "debian", name, "3.0.11-1"),
        name,
        "3.0.11-1",
        List.of(at(BASE, "/var/lib/dpkg/status")),
        Optional.of(new SourcePackage("openssl", "3.0.11-1")),
        List.of(),
        Optional.empty(),
        Optional.of(new Component.Introduction(BASE, "ADD rootfs.tar /")),
        Origin.BASE,
        List.of(),
        PackageTraits.INSTALLED.dependingOn(List.of("libc6")).named(List.of(CPE)));
  }

  private static Finding.Vulnerability hole(
      String id,
      String title,
      Severity severity,
      int priority,
      Component component,
      Optional<String> fix,
      OptionalDouble epss,
      Optional<Finding.KnownExploited> exploited) {
    return new Finding.Vulnerability(
        id,
        List.of("X-" + id),
        title,
        "A longer text.",
        severity,
        new Priority(priority, List.of(new Priority.Term("severity", severity.id(), priority))),
        component.id(),
        component.version(),
        fix,
        fix.isPresent() ? FixState.FIXED : FixState.WONT_FIX,
        component.origin(),
        component.locations().getFirst(),
        List.of("https://nvd.nist.gov/vuln/detail/" + id),
        new Finding.Source("debian", "X-" + id),
        new HoleFacts(
            exploited,
            epss,
            List.of(
                new Finding.CvssRating(
                    "nvd", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", 10.0)),
            List.of("CWE-787"),
            List.of(new Exploit("metasploit", Exploit.Maturity.WEAPONISED, "exploit/linux/x")),
            Optional.of(LocalDate.of(2023, 10, 11))),
        List.of(
            new Finding.Opinion(
                new Finding.Source("debian", "X-" + id),
                severity,
                fix.isPresent() ? FixState.FIXED : FixState.WONT_FIX,
                fix)),
        Reach.UNKNOWN);
  }

  private static Location at(Digest layer, String path) {
    return Location.of(Optional.of(layer), path);
  }

  private static Digest digest(String character) {
    return Digest.parse("sha256:" + character.repeat(64));
  }
}
