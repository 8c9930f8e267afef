package io.breakwater.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.model.Component;
import io.breakwater.model.Finding.Vulnerability;
import io.breakwater.model.OperatingSystem;
import io.breakwater.model.Purl;
import io.breakwater.model.SourcePackage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each distribution is judged by its own feed in its native form, and by what that feed means. */
class DistributionFeedsTest {
  @TempDir private static Path folder;
  private static AdvisoryDatabase database;

  @BeforeAll
  static void readFeeds() throws IOException, URISyntaxException {
    var feeds = DistributionFeedsTest.class.getResource("distributions");
    Path target = folder.resolve("advisories.db");
    ImportSummary summary =
        DatabaseImport.run(
            List.of(Path.of(Objects.requireNonNull(feeds).toURI())), target, ImportListener.NONE);
    assertThat(summary.inputs().getFirst().skipped())
        .extracting(ImportSummary.Skipped::reason)
        .containsExactlyInAnyOrder(
            SkipReason.WITHOUT_HOLE, SkipReason.WITHOUT_CVE, SkipReason.MALFORMED);
    database = AdvisoryDatabase.open(target);
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3} of {4} {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # os      | version | package       | installed                                    | source  | stream | found
          rhel      | 9.4     | firefox       | 91.9.0-1.el9_0                               | firefox | -      | CVE-2024-0001 FIXED 91.9.1-1.el9_0
          rhel      | 9.4     | firefox       | 91.9.1-1.el9_0                               | firefox | -      | -
          rhel      | 9.4     | nodejs        | 1:20.9.0-1.module+el9.3.0+1+b                | nodejs  | nodejs:20 | CVE-2024-0002 FIXED 1:20.12.2-2.module+el9.4.0+1+aaaaaaaa
          rhel      | 9.4     | nodejs        | 1:18.9.0-1.module+el9.3.0+1+b                | nodejs  | nodejs:18 | -
          rhel      | 9.4     | nodejs        | 1:16.20.0-1.el9                              | nodejs  | -      | -
          rhel      | 9.4     | tar           | 1.34-6.el9                                   | tar     | -      | CVE-2024-0003 WONT_FIX
          rhel      | 9.4     | zlib          | 1.2.11-1.el9                                 | zlib    | -      | -
          rhel      | 9.4     | python3.11    | 3.11.7-1.el9                                 | python3.11 | -   | CVE-2024-0121 FIXED 3.11.7-1.el9_4.5
          rhel      | 9.4     | python3.11    | 3.11.7-1.el9_4.5                             | python3.11 | -   | -
          rhel      | 9.2     | python3.11    | 3.11.2-2.el9_2.6                             | python3.11 | -   | -
          rhel      | 9.2     | python3.11    | 3.11.2-2.el9_2.5                             | python3.11 | -   | CVE-2024-0121 FIXED 3.11.7-1.el9_4.5
          rhel      | 8.10    | python39      | 3.9.18-1.module+el8.10.0+1+a                 | python39 | python39:3.9 | CVE-2024-0121 FIXED 3.9.19-1.module+el8.10.0+1+d68f775d
          rhel      | 8.10    | python39      | 3.9.19-1.module+el8.10.0+1+d68f775d          | python39 | python39:3.9 | -
          rhel      | 7.9     | python-libs   | 2.7.5-94.el7_9                               | python  | -      | CVE-2024-0121 WONT_FIX
          rhel      | 6.10    | python-libs   | 2.6.6-68.el6_10                              | python  | -      | CVE-2024-0121 END_OF_LIFE
          rhel      | 9.4     | libtiff       | 4.4.0-8.el9_2                                | libtiff | -      | CVE-2024-0161 FIXED 4.4.0-12.el9
          rhel      | 8.9     | libtiff       | 4.0.9-1.el8                                  | libtiff | -      | -
          centos    | 7.9.2009 | python       | 2.7.5-92.el7_9                               | python  | -      | CVE-2024-0121 WONT_FIX
          ol        | 8.9     | bind          | 32:9.11.36-10.el8                            | bind    | -      | CVE-2024-0011 FIXED 32:9.11.36-11.el8_9
          ol        | 8.9     | bind          | 32:9.11.36-11.el8_9                          | bind    | -      | -
          ol        | 8.9     | hivex         | 1.3.18-20.module+el8.6.0+1+a                 | hivex   | virt:kvm_utils | CVE-2024-0012 FIXED 1.3.18-21.module+el8.7.0+1+8ee66348
          ol        | 8.9     | hivex         | 1.3.18-20.module+el8.6.0+1+a                 | hivex   | virt:ol | -
          ol        | 8.9     | glibc         | 2.28-225.0.3.el8                             | glibc   | -      | -
          ol        | 8.9     | glibc         | 2:2.28-225.0.3.ksplice1.el8                  | glibc   | -      | CVE-2024-0013 FIXED 2:2.28-225.0.4.ksplice1.el8
          ol        | 8.9     | kernel-uek    | 5.4.17-2136.300.7.el8uek                     | kernel-uek | -   | -
          ol        | 8.9     | kernel-uek    | 5.15.0-100.96.32.el8uek                      | kernel-uek | -   | CVE-2024-0014 FIXED 5.15.0-200.131.27.el8uek
          sles      | 15.5    | libcurl4      | 8.0.1-150400.5.36.1                          | curl    | -      | CVE-2024-0021 FIXED 8.0.1-150400.5.41.1
          sles      | 15.5    | libcurl4      | 8.0.1-150400.5.41.1                          | curl    | -      | -
          sles      | 15.4    | libcurl4      | 8.0.1-150400.5.36.1                          | curl    | -      | -
          sles      | 15.5    | rpcbind       | 1.2.5-1                                      | rpcbind | -      | -
          sles      | 15.5    | samba-libs    | 4.17.1-1                                     | samba   | -      | -
          sle-micro | 5.5     | samba-libs    | 4.17.1-1                                     | samba   | -      | CVE-2024-0131 NOT_FIXED
          sl-micro  | 6.0     | varnish       | 7.3.0-1.1                                    | varnish | -      | CVE-2024-0111 FIXED 7.4.0-1.1
          opensuse-leap | 15.5 | varnish      | 7.1.0-bp155.2.1                              | varnish | -      | CVE-2024-0111 FIXED 7.1.1-bp155.2.1
          opensuse-tumbleweed | 20240101 | tar | 1.34-2.1                                     | tar     | -      | CVE-2024-0023 FIXED 1.34-2.2
          azurelinux | 3.0    | rubygem-rexml | 3.2.7-1.azl3                                 | rubygem-rexml | - | CVE-2024-0031 FIXED 3.2.8-1.azl3
          azurelinux | 3.0    | rubygem-rexml | 3.2.8-1.azl3                                 | rubygem-rexml | - | -
          mariner   | 2.0.2024 | unzip        | 6.0-19.cm2                                   | unzip   | -      | CVE-2024-0032 NOT_FIXED
          mariner   | 2.0.2024 | unzip        | 6.0-20.cm2                                   | unzip   | -      | -
          photon    | 5.0     | ansible       | 2.14.11-1.ph5                                | ansible | -      | CVE-2024-0041 FIXED 2.14.12-1.ph5
          photon    | 5.0     | linux-esx     | 6.1.62-1.ph5                                 | linux   | -      | CVE-2024-0042 FIXED 6.1.70-1.ph5
          photon    | 5.0     | consul        | 1.0-1.ph5                                    | consul  | -      | -
          amzn      | 2       | php           | 5.4.16-45.amzn2.0.2                          | php     | -      | CVE-2024-0051 FIXED 5.4.16-46.amzn2.0.3
          amzn      | 2       | php           | 8.0.25-1.amzn2                               | php     | -      | CVE-2024-0052 FIXED 8.0.30-1.amzn2
          amzn      | 2023    | rsyslog       | 8.2204.0-3.amzn2023.0.1                      | rsyslog | -      | CVE-2024-0053 FIXED 8.2204.0-3.amzn2023.0.2
          amzn      | 2018.03 | httpd         | 2.4.33-2.77.amzn1                            | httpd   | -      | CVE-2024-0054 FIXED 2.4.33-2.78.amzn1
          rocky     | 9.3     | mariadb       | 3:10.5.16-2.module+el9.1.0+1+a               | mariadb | mariadb:10.5 | CVE-2024-0061 FIXED 3:10.5.22-1.module+el9.2.0+15859+1
          rocky     | 9.3     | mariadb       | 3:10.5.16-2.module+el9.1.0+1+a               | mariadb | mariadb:10.3 | -
          rocky     | 9.3     | curl          | 7.76.1-26.el9_3                              | curl    | -      | CVE-2024-0062 FIXED 7.76.1-26.el9_3.2
          rocky     | 9.3     | firefox       | 91.9.0-1.el9_0                               | firefox | -      | -
          rocky     | 9.3     | putty         | 0.79-1.el9                                   | putty   | -      | CVE-2024-0072 FIXED 0.80-1.el9
          rocky     | 8.9     | delve         | 1.20.1-1.module+el8.8.0+1+2                  | delve   | go-toolset:rhel8 | CVE-2024-0151 FIXED 1.20.2-1.module+el8.9.0+1+2
          almalinux | 8.9     | mariadb       | 3:10.5.9-1.module_el8.4.0+1+2                | mariadb | mariadb:10.5 | CVE-2024-0141 FIXED 3:10.5.22-1.module_el8.9.0+1+2
          almalinux | 8.9     | mariadb       | 3:10.3.9-1.module_el8.4.0+1+2                | mariadb | mariadb:10.3 | -
          fedora    | 39      | libcap        | 2.48-7.fc39                                  | libcap  | -      | CVE-2024-0071 FIXED 2.48-8.fc39
          fedora    | 39      | libcap-devel  | 2.48-8.fc39                                  | libcap  | -      | -
          openEuler | 22.03   | vim-enhanced  | 9.0-32.oe2203sp3                             | vim     | -      | CVE-2024-0101 FIXED 9.0-33.oe2203sp3
          openEuler | 22.03   | vim-enhanced  | 9.0-33.oe2203sp3                             | vim     | -      | -
          """)
  void rpmDistributions(
      String os,
      String version,
      String name,
      String installed,
      String source,
      String stream,
      String found)
      throws IOException {
    Purl purl = Purl.of("rpm", os, name, installed);
    if (stream != null) purl = purl.withQualifier("rpmmod", stream + ":8090020230825121312:aaaa");
    Component component =
        TestPackages.component(
            purl,
            name,
            installed,
            Optional.of(new SourcePackage(source, installed)),
            Optional.empty());
    assertThat(found(new Matcher(database), os(os, version), component))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest(name = "{0}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          arch   | alpm   | openssl          | 3.0.6-1   | CVE-2024-0081 FIXED 3.0.7-1
          arch   | alpm   | openssl          | 3.0.7-1   | -
          arch   | alpm   | vim              | 9.1-1     | CVE-2024-0083 NOT_FIXED
          gentoo | ebuild | dev-libs/openssl | 1.1.1s    | CVE-2024-0091 FIXED 1.1.1t
          gentoo | ebuild | dev-libs/openssl | 1.1.1t    | -
          gentoo | ebuild | dev-libs/openssl | 1.0.2u    | CVE-2024-0091 FIXED 1.0.2u-r1
          gentoo | ebuild | dev-libs/openssl | 1.0.2u-r2 | -
          """)
  void otherDistributions(String os, String type, String name, String installed, String found)
      throws IOException {
    Component component =
        TestPackages.component(
            Purl.of(type, "x", name.substring(name.indexOf('/') + 1), installed),
            name,
            installed,
            Optional.empty(),
            Optional.empty());
    assertThat(found(new Matcher(database), os(os, ""), component))
        .isEqualTo(found == null ? "" : found);
  }

  @ParameterizedTest(name = "{0}: {2} {3} of {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # os   | version | package        | installed             | source   | found
          ubuntu | 22.04   | openssh-server | 1:8.9p1-3ubuntu0.4    | openssh  | CVE-2024-0201 FIXED 1:8.9p1-3ubuntu0.5
          ubuntu | 22.04   | openssh-server | 1:8.9p1-3ubuntu0.5    | openssh  | -
          ubuntu | 20.04   | openssh-server | 1:8.2p1-4ubuntu0.4    | openssh  | -
          ubuntu | 22.04   | dropbear       | 2020.81-5             | dropbear | CVE-2024-0201 NOT_FIXED
          ubuntu | 22.04   | python3-paramiko | 2.9.3-0ubuntu1      | paramiko | CVE-2024-0201 NOT_FIXED
          ubuntu | 22.04   | python3-paramiko | 2.9.3-0ubuntu1+esm1 | paramiko | CVE-2024-0201 FIXED 2.9.3-0ubuntu1+esm2
          ubuntu | 22.04   | putty          | 0.76-2                | putty    | CVE-2024-0201 END_OF_LIFE
          ubuntu | 22.04   | libssh2-1      | 1.10.0-3              | libssh2  | CVE-2024-0201 UNDER_INVESTIGATION
          ubuntu | 22.04   | python3-asyncssh | 2.5.0-1             | asyncssh | -
          ubuntu | 22.04   | firefox        | 100.0-1               | firefox  | -
          ubuntu | 22.04   | libtrilead-ssh2-java | 6401-1          | trilead  | CVE-2024-0201 NOT_FIXED
          ubuntu | 22.04   | libssh-4       | 0.9.6-2ubuntu0.22.04.1 | libssh  | CVE-2024-0202 FIXED 0.9.6-2ubuntu0.22.04.2
          ubuntu | 22.04   | libssh-4       | 0.9.6-2ubuntu0.22.04.2 | libssh  | -
          ubuntu | 22.04   | python3-jinja2 | 3.0.3-1               | jinja2   | CVE-2024-0204 FIXED 3.0.3-1ubuntu0.2
          ubuntu | 22.04   | python3-jinja2 | 3.0.3-1ubuntu0.2      | jinja2   | -
          ubuntu | 22.04   | other          | 3.0.3-1               | python3-jinja2 | -
          debian | 12      | php8.2-cli     | 8.2.7-1~deb12u1       | php8.2   | CVE-2024-0211 FIXED 8.2.18-1~deb12u1, CVE-2024-0212 FIXED 8.2.18-1~deb12u1
          debian | 12      | php8.2-cli     | 8.2.18-1~deb12u1      | php8.2   | -
          debian | 11      | php8.2-cli     | 8.2.7-1~deb12u1       | php8.2   | -
          debian | 12      | php-old        | 7.0-1                 | php-old  | -
          debian | 12      | putty-tools    | 0.78-2                | putty    | CVE-2024-0221 FIXED 0.78-2+deb12u1
          debian | 12      | putty-tools    | 0.78-2+deb12u1        | putty    | -
          debian | 11      | putty-tools    | 0.74-1                | putty    | CVE-2024-0221 NOT_FIXED
          debian | 13      | putty-tools    | 0.79-1                | putty    | CVE-2024-0221 FIXED 0.80-1
          debian | 13      | putty-tools    | 0.80-2                | putty    | -
          debian | 10      | putty-tools    | 0.70-1                | putty    | -
          debian | 13      | filezilla      | 3.68-1                | filezilla | CVE-2024-0221 WONT_FIX
          debian | 12      | filezilla      | 3.63-1                | filezilla | CVE-2024-0221 END_OF_LIFE
          debian | 11      | filezilla      | 3.52-1                | filezilla | CVE-2024-0221 NOT_FIXED
          debian | 12      | libtrilead-ssh2-java | 6401-1          | trilead  | CVE-2024-0221 NOT_FIXED
          debian | 12      | libssh2-1      | 1.10.0-3              | libssh2  | -
          debian | 11      | libssh2-1      | 1.9.0-2               | libssh2  | CVE-2024-0221 FIXED 1.9.0-2+deb11u1
          debian | 12      | dropbear       | 2022.83-1             | dropbear | CVE-2024-0221 UNDER_INVESTIGATION
          debian | 12      | foot           | 1.13.1-2              | foot     | -
          ubuntu | 20.04   | curl           | 7.68.0-1ubuntu2.1     | curl     | -
          ubuntu | 22.04   | curl           | 7.81.0-1ubuntu1.20    | curl     | CVE-2024-0231 NOT_FIXED
          ubuntu | 24.04   | curl           | 8.5.0-2ubuntu10.5     | curl     | CVE-2024-0231 FIXED 8.5.0-2ubuntu10.6
          ubuntu | 24.04   | curl           | 8.5.0-2ubuntu10.6     | curl     | -
          ubuntu | 18.04   | curl           | 7.58.0-2ubuntu3.24+esm4 | curl   | CVE-2024-0231 FIXED 7.58.0-2ubuntu3.24+esm5
          ubuntu | 22.04   | python3-markupsafe | 2.0.1-2           | markupsafe | CVE-2024-0241 FIXED 2.0.1-2ubuntu1
          ubuntu | 20.04   | python3-markupsafe | 1.1.0-1           | markupsafe | -
          ubuntu | 20.04   | python3-markupsafe | 1.1.0-1~esm0      | markupsafe | CVE-2024-0241 FIXED 1.1.0-1ubuntu0.1~esm1
          ubuntu | 22.04   | libvarnishapi3 | 6.6.1-1               | varnish  | CVE-2024-0242 FIXED 6.6.1-1ubuntu0.2
          ubuntu | 22.04   | libvarnishapi3 | 6.6.1-1ubuntu0.2      | varnish  | -
          ubuntu | 22.04   | python3-django | 2:3.2.12-2ubuntu1     | python-django | CVE-2024-0251 FIXED 2:3.2.12-2ubuntu1.9
          ubuntu | 20.04   | python3-django | 2:2.2.12-1            | python-django | -
          ubuntu | 24.04   | python3-django | 3:4.2.11-1            | python-django | CVE-2024-0251 NOT_FIXED
          ubuntu | 18.04   | python3-django | 1:1.11.11-1ubuntu1.21+esm1 | python-django | CVE-2024-0251 FIXED 1:1.11.11-1ubuntu1.21+esm2
          """)
  void debianAndUbuntu(
      String os, String version, String name, String installed, String source, String found)
      throws IOException {
    Component component =
        TestPackages.component(
            Purl.of("deb", os, name, installed),
            name,
            installed,
            Optional.of(new SourcePackage(source, installed)),
            Optional.empty());
    assertThat(found(new Matcher(database), os(os, version), component))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void aRebuildIsJudgedByRedHatOnlyWhenAskedFor() throws IOException {
    Component firefox =
        TestPackages.binary("rpm", "firefox", "91.9.0-1.el9_0", "firefox", "91.9.0-1.el9_0");

    assertThat(found(new Matcher(database), os("rocky", "9.3"), firefox)).isEmpty();
    assertThat(found(new Matcher(database, Set.of("rocky")), os("rocky", "9.3"), firefox))
        .isEqualTo("CVE-2024-0001 FIXED 91.9.1-1.el9_0");
    var stream = new OperatingSystem("centos", "9", "CentOS Stream 9");
    assertThat(found(new Matcher(database), stream, firefox)).isEmpty();
  }

  private static OperatingSystem os(String id, String version) {
    String name = id.equals("openEuler") ? "openEuler 22.03 (LTS-SP3)" : id;
    return new OperatingSystem(id, version, name);
  }

  private static String found(Matcher matcher, OperatingSystem os, Component component)
      throws IOException {
    var out = new StringBuilder();
    for (Vulnerability one : TestPackages.findings(matcher, os, component)) {
      out.append(out.isEmpty() ? "" : ", ").append(one.id()).append(' ').append(one.fixState());
      one.fixedVersion().ifPresent(version -> out.append(' ').append(version));
    }
    return out.toString();
  }
}
