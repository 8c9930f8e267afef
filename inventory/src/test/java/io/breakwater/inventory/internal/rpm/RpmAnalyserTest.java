package io.breakwater.inventory.internal.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.MalformedFileException;
import io.breakwater.inventory.internal.rpm.MadeDatabase.Header;
import io.breakwater.inventory.recording.Recorded;
import io.breakwater.model.SourcePackage;
import io.breakwater.oci.Content;
import io.breakwater.oci.Head;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpmAnalyserTest {
  private static final RpmAnalyser RPM = new RpmAnalyser();
  private static final String BDB = "var/lib/rpm/Packages";
  private static final String NDB = "usr/lib/sysimage/rpm/Packages.db";
  private static final String SQLITE = "usr/lib/sysimage/rpm/rpmdb.sqlite";

  /** Small ones, and one that no page holds. */
  private static List<byte[]> headers(int count) {
    var headers = new ArrayList<byte[]>();
    for (int i = 0; i < count; i++) {
      var header = Header.of("p" + i, "1." + i, "1.el9", "noarch");
      if (i % 3 == 2) header.string(1005, "long".repeat(5000 * i));
      headers.add(header.bytes());
    }
    return headers;
  }

  private static List<String> expected(int count) {
    var expected = new ArrayList<String>();
    for (int i = 0; i < count; i++) expected.add("p" + i + " 1." + i + "-1.el9");
    return expected;
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 4096, 65536})
  void aBerkeleyDatabaseIsReadInEitherByteOrder(int pageSize) throws IOException {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      if (pageSize == 65536) continue; // 16-bit offsets: real ones are at most 32 KiB here
      var found = Recorded.of(RPM, BDB, MadeDatabase.bdb(order, pageSize, headers(11)));
      assertThat(found.coordinates()).containsExactlyElementsOf(expected(11));
      assertThat(found.notes).isEmpty();
    }
  }

  @Test
  void anNdbIsRead() throws IOException {
    var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(headers(11)));
    assertThat(found.coordinates()).containsExactlyElementsOf(expected(11));
    assertThat(found.notes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024, 4096, 65536})
  void anSqliteDatabaseIsReadThroughInnerAndOverflowPages(int pageSize) throws IOException {
    var found = Recorded.of(RPM, SQLITE, MadeDatabase.sqlite(pageSize, headers(11)));
    assertThat(found.coordinates()).containsExactlyElementsOf(expected(11));
    assertThat(found.notes).isEmpty();
  }

  @Test
  void aPackageHasEpochSourceModuleLicenceAndFiles() throws IOException {
    byte[] header =
        Header.of("nodejs", "18.0", "1.el9", "x86_64")
            .ints(RpmHeader.EPOCH, 2)
            .string(RpmHeader.SOURCE_RPM, "nodejs-18.0-1.el9.src.rpm")
            .string(RpmHeader.MODULARITY_LABEL, "nodejs:18:90:abc")
            .string(RpmHeader.LICENSE, "MIT")
            .strings(RpmHeader.DIRECTORY_NAMES, "/usr/bin/", "/usr/share/")
            .strings(RpmHeader.BASE_NAMES, "node", "doc", "dir", "kept")
            .ints(RpmHeader.DIRECTORY_INDEXES, 0, 1, 1, 1)
            .shorts(RpmHeader.FILE_MODES, 0100755, 0100644, 040755, 0100644)
            .chars(RpmHeader.FILE_STATES, 0, 2, 0, 0)
            .bytes();
    var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(List.of(header)));
    FoundPackage pkg = found.packages.getFirst();
    assertThat(pkg.version()).isEqualTo("2:18.0-1.el9");
    assertThat(pkg.source()).contains(new SourcePackage("nodejs", "2:18.0-1.el9"));
    assertThat(pkg.licences()).containsExactly("MIT");
    assertThat(pkg.purl().toString())
        .isEqualTo(
            "pkg:rpm/unknown/nodejs@18.0-1.el9?arch=x86_64&epoch=2&rpmmod=nodejs:18:90:abc"
                + "&upstream=nodejs-18.0-1.el9.src.rpm");
    // What documentation was left out is not there, and directories belong to many.
    assertThat(found.owned).containsExactly("nodejs /usr/bin/node", "nodejs /usr/share/kept");
  }

  @Test
  void whatPackagesRequireIsFoundByNameProvisionOrProgram() throws IOException {
    byte[] bash =
        Header.of("bash", "5", "1", "noarch")
            .strings(
                RpmHeader.REQUIRE_NAME,
                "libc.so.6(GLIBC_2.2)(64bit)",
                "/usr/sbin/ldconfig",
                "rpmlib(CompressedFileNames)",
                "(a if b)",
                "config(bash)",
                "filesystem",
                "gone")
            .strings(RpmHeader.PROVIDE_NAME, "bash", "config(bash)")
            .bytes();
    byte[] glibc =
        Header.of("glibc", "2", "1", "x86_64")
            .strings(RpmHeader.PROVIDE_NAME, "glibc", "libc.so.6(GLIBC_2.2)(64bit)")
            .bytes();
    byte[] tools =
        Header.of("tools", "1", "1", "noarch")
            .strings(RpmHeader.DIRECTORY_NAMES, "/sbin/")
            .strings(RpmHeader.BASE_NAMES, "ldconfig")
            .ints(RpmHeader.DIRECTORY_INDEXES, 0)
            .bytes();
    byte[] one = Header.of("filesystem", "1", "1", "noarch").bytes();
    byte[] other = Header.of("filesystem", "2", "1", "noarch").bytes();
    var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(List.of(bash, glibc, tools, one, other)));
    assertThat(found.packages.getFirst().traits().dependsOn())
        .containsExactly("glibc", "tools", "filesystem@1-1");
    assertThat(found.packages.get(1).traits().dependsOn()).isEmpty();
  }

  @Test
  void theKeyOfASignatureIsEvidence() throws IOException {
    byte[] keyId = HexFormat.of().parseHex("d36cb86cb86b3716");
    byte[] v3 = join(new byte[] {(byte) 0x88, 19, 3, 5, 0, 1, 2, 3, 4}, keyId);
    byte[] issuer = join(new byte[] {9, 16}, keyId);
    byte[] v4 = join(new byte[] {(byte) 0xc2, 30, 4, 0, 1, 8, 0, 0, 0, 10}, issuer);
    byte[] fingerprint = join(new byte[] {22, 33, 4}, new byte[12], keyId);
    byte[] hashed = join(new byte[] {(byte) 0x89, 1, 0, 4, 0, 1, 8, 0, 23}, fingerprint);
    for (byte[] signature : List.of(v3, v4, hashed)) {
      byte[] header =
          Header.of("a", "1", "1", "noarch")
              .entry(RpmHeader.SIGNATURE_RSA, 7, signature.length, signature)
              .bytes();
      var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(List.of(header)));
      assertThat(found.packages.getFirst().says()).isEqualTo("signed with key d36cb86cb86b3716");
    }
    for (byte[] signature : List.of(new byte[] {(byte) 0xc2}, Arrays.copyOf(v4, 15), issuer)) {
      assertThat(SignatureKey.of(signature)).isEmpty();
    }
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  @Test
  void aSignatureKeyIsAPackageWithoutArchitectureAndSource() throws IOException {
    byte[] header =
        new Header()
            .string(RpmHeader.NAME, "gpg-pubkey")
            .string(RpmHeader.VERSION, "fd431d51")
            .string(RpmHeader.RELEASE, "4ae0493b")
            .string(RpmHeader.SOURCE_RPM, "(none)")
            .bytes();
    var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(List.of(header)));
    assertThat(found.packages.getFirst().purl().toString())
        .isEqualTo("pkg:rpm/unknown/gpg-pubkey@fd431d51-4ae0493b");
    assertThat(found.packages.getFirst().source()).isEmpty();
  }

  @Test
  void aPackageOfRpm3HasWholeFileNames() throws IOException {
    byte[] header =
        Header.of("old", "1", "1", "i386")
            .strings(RpmHeader.OLD_FILE_NAMES, "/bin/old", "/etc/old")
            .bytes();
    var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(List.of(header)));
    assertThat(found.owned).containsExactly("old /bin/old", "old /etc/old");
  }

  @Test
  void anEntryThatComesLaterReplacesAnEarlierOne() throws IOException {
    byte[] header = Header.of("a", "1", "1", "x").string(RpmHeader.VERSION, "2").bytes();
    var found = Recorded.of(RPM, NDB, MadeDatabase.ndb(List.of(header)));
    assertThat(found.coordinates()).containsExactly("a 2-1");
  }

  @Test
  void aDamagedHeaderCostsOneLineAndNoOtherPackage() throws IOException {
    var headers = headers(4);
    headers.set(1, new byte[] {0, 0, 0, 99, 0, 0, 0, 0});
    for (var found :
        List.of(
            Recorded.of(RPM, BDB, MadeDatabase.bdb(ByteOrder.BIG_ENDIAN, 4096, headers)),
            Recorded.of(RPM, NDB, MadeDatabase.ndb(headers)),
            Recorded.of(RPM, SQLITE, MadeDatabase.sqlite(4096, headers)))) {
      assertThat(found.coordinates())
          .containsExactly("p0 1.0-1.el9", "p2 1.2-1.el9", "p3 1.3-1.el9");
      assertThat(found.notes).singleElement().asString().startsWith("MALFORMED");
    }
  }

  @Test
  void ofADatabaseThatIsCutShortTheRestIsRead() throws IOException {
    byte[] whole = MadeDatabase.bdb(ByteOrder.LITTLE_ENDIAN, 4096, headers(8));
    var found = Recorded.of(RPM, BDB, Arrays.copyOf(whole, whole.length / 2));
    assertThat(found.packages).isNotEmpty();
    assertThat(found.notes).isNotEmpty().allMatch(note -> note.startsWith("TRUNCATED"));
    byte[] sqlite = MadeDatabase.sqlite(4096, headers(8));
    var rows = Recorded.of(RPM, SQLITE, Arrays.copyOf(sqlite, sqlite.length / 2));
    assertThat(rows.packages).isNotEmpty();
    assertThat(rows.notes).isNotEmpty().allMatch(note -> note.startsWith("TRUNCATED"));
  }

  @Test
  void aTreeThatRunsInCirclesIsRefused() {
    byte[] file = MadeDatabase.sqlite(512, headers(8));
    ByteBuffer.wrap(file).putInt(512 + 8, 2); // the root's last child is the root
    assertThatThrownBy(() -> Recorded.of(RPM, SQLITE, file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("circles");
  }

  @Test
  void somethingElseUnderTheNameOfADatabaseIsRefused() {
    assertThatThrownBy(() -> Recorded.of(RPM, BDB, "not a database"))
        .isInstanceOf(MalformedFileException.class);
  }

  @Test
  void anEmptyDatabaseHoldsNothing() throws IOException {
    assertThat(Recorded.of(RPM, SQLITE, "").notes).isEmpty();
  }

  @Test
  void databasesAreKnownByTheirPlace() {
    assertThat(wants("var/lib/rpm/Packages")).isTrue();
    assertThat(wants("usr/share/rpm/rpmdb.sqlite")).isTrue();
    assertThat(wants("srv/repo/Packages")).isFalse();
    assertThat(wants("var/lib/rpm/Name")).isFalse();
    assertThat(wants("var/lib/rpm/rpmdb.sqlite-wal")).as("an empty journal").isFalse();
  }

  private static boolean wants(String path) {
    return RPM.wants(Recorded.entry(path, new byte[0]), Head.EMPTY);
  }

  @Test
  void aJournalThatIsNoneChangesNothing() throws IOException {
    byte[] file = MadeDatabase.sqlite(4096, headers(2));
    var found = new Recorded();
    Content journal = Content.of("x".repeat(9000).getBytes(StandardCharsets.UTF_8));
    RPM.analyse(Recorded.entry(SQLITE, file), Content.of(file), journal, found);
    assertThat(found.coordinates()).containsExactlyElementsOf(expected(2));
  }

  @Test
  void aJournalWithoutItsDatabaseIsNotAnalysed() throws IOException {
    var found = Recorded.of(RPM, "var/lib/rpm/rpmdb.sqlite-wal", "x");
    assertThat(found.notes).singleElement().asString().contains("in another layer");
  }

  @Test
  void aContainerManifestIsRead() throws IOException {
    String text =
        """
        bash\t5.1.8-1.cm2\t1\t2\tMicrosoft\t(none)\t10\tx86_64\t0\tbash-5.1.8-1.cm2.src.rpm
        vim\t9.0-1.cm2\t1\t2\tMicrosoft\t2\t10\tx86_64\t2\tvim-9.0-1.cm2.src.rpm
        broken
        """;
    var found = Recorded.of(RPM, "var/lib/rpmmanifest/container-manifest-2", text);
    assertThat(found.coordinates()).containsExactly("bash 5.1.8-1.cm2", "vim 2:9.0-1.cm2");
    assertThat(found.notes).containsExactly("MALFORMED line 3 is no package");
  }

  @Test
  void theNameOfASourcePackageIsTakenApart() {
    assertThat(SourceRpm.parse("gcc-c++-4.8.5-44.el7.src.rpm", ""))
        .contains(new SourcePackage("gcc-c++", "4.8.5-44.el7"));
    assertThat(SourceRpm.parse("x-1-2.nosrc.rpm", "3:")).contains(new SourcePackage("x", "3:1-2"));
    for (String none :
        List.of("", "(none)", "a.src.rpm", "a-1.src.rpm", "-1-2.src.rpm", "a--.src.rpm")) {
      assertThat(SourceRpm.parse(none, "")).as(none).isEmpty();
    }
  }
}
