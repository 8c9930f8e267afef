package io.breakwater.inventory.internal.rpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.breakwater.inventory.recording.Recorded;
import io.breakwater.oci.Content;
import java.io.IOException;
import java.util.Arrays;

/** Whatever the bytes are, a reader ends, with packages or with an {@link IOException}. */
class RpmFuzzTest {
  private static final RpmAnalyser RPM = new RpmAnalyser();

  /** The magic numbers lead into each of the three readers. */
  @FuzzTest
  void database(byte[] bytes) {
    try {
      Recorded.given(RPM, "var/lib/rpm/Packages", bytes);
    } catch (IOException expected) {
      // refused
    }
  }

  @FuzzTest
  void header(byte[] bytes) {
    try {
      var header = RpmHeader.parse(bytes);
      header.text(RpmHeader.NAME);
      header.number(RpmHeader.EPOCH);
      header.texts(RpmHeader.REQUIRE_NAME, 100, _ -> {});
      header.texts(RpmHeader.PROVIDE_NAME, 100, _ -> {});
      SignatureKey.of(header.binary(RpmHeader.SIGNATURE_RSA, 4096));
      header.files(_ -> {});
    } catch (IOException expected) {
      // refused
    }
  }

  @FuzzTest
  void signature(byte[] bytes) {
    SignatureKey.of(bytes);
  }

  /** A database, and after it, of the length that the first two bytes tell, its journal. */
  @FuzzTest
  void journal(byte[] bytes) {
    if (bytes.length < 2) return;
    int split = Math.min(bytes.length, 2 + ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)));
    byte[] file = Arrays.copyOfRange(bytes, 2, split);
    byte[] journal = Arrays.copyOfRange(bytes, split, bytes.length);
    String path = "var/lib/rpm/rpmdb.sqlite";
    try {
      RPM.analyse(
          Recorded.entry(path, file), Content.of(file), Content.of(journal), new Recorded());
    } catch (IOException expected) {
      // refused
    }
  }

  @FuzzTest
  void manifest(byte[] bytes) throws IOException {
    Recorded.given(RPM, "var/lib/rpmmanifest/container-manifest-2", bytes);
  }
}
