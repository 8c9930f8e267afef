package io.breakwater.inventory.internal.os;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever the bytes are, they name a distribution or none. */
class OsReleaseFuzzTest {
  @FuzzTest
  void releaseFiles(byte[] bytes) {
    Map<String, io.breakwater.model.OperatingSystem> told = new HashMap<>();
    for (String path :
        List.of(
            "etc/os-release",
            "etc/lsb-release",
            "etc/debian_version",
            "etc/redhat-release",
            "etc/SuSE-release")) {
      ReleaseFiles.read(path, bytes).ifPresent(os -> told.put(path, os));
    }
    for (String path : List.of(UbuntuPro.STATUS, UbuntuPro.LIST, UbuntuPro.SOURCES)) {
      UbuntuPro.read(path, bytes).ifPresent(os -> told.put(path, os));
    }
    BusyBox.read(bytes).ifPresent(os -> told.put("bin/busybox", os));
    ReleaseFiles.judge(told);
  }
}
