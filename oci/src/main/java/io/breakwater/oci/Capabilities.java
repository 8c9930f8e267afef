package io.breakwater.oci;

import java.util.ArrayList;
import java.util.List;

/**
 * The capabilities that a file grants to a process that runs it, as a set of bits: bit 10 is
 * CAP_NET_BIND_SERVICE, as in linux/capability.h.
 */
public final class Capabilities {
  private static final List<String> NAMES =
      List.of(
          "chown",
          "dac_override",
          "dac_read_search",
          "fowner",
          "fsetid",
          "kill",
          "setgid",
          "setuid",
          "setpcap",
          "linux_immutable",
          "net_bind_service",
          "net_broadcast",
          "net_admin",
          "net_raw",
          "ipc_lock",
          "ipc_owner",
          "sys_module",
          "sys_rawio",
          "sys_chroot",
          "sys_ptrace",
          "sys_pacct",
          "sys_admin",
          "sys_boot",
          "sys_nice",
          "sys_resource",
          "sys_time",
          "sys_tty_config",
          "mknod",
          "lease",
          "audit_write",
          "audit_control",
          "setfcap",
          "mac_override",
          "mac_admin",
          "syslog",
          "wake_alarm",
          "block_suspend",
          "audit_read",
          "perfmon",
          "bpf",
          "checkpoint_restore");

  private Capabilities() {}

  /**
   * Reads the attribute {@code security.capability}: permitted and inheritable ones together.
   *
   * @return 0 when it grants nothing, or is none that Linux would understand
   */
  public static long of(byte[] attribute) {
    if (attribute.length < 4) return 0;
    int revision = attribute[3] & 0xff;
    int words =
        switch (revision) {
          case 1 -> 1;
          case 2, 3 -> 2;
          default -> 0;
        };
    int length = 4 + 8 * words + (revision == 3 ? 4 : 0);
    if (words == 0 || attribute.length != length) return 0;
    long set = 0;
    for (int i = 0; i < words; i++) {
      long word = word(attribute, 4 + 8 * i) | word(attribute, 8 + 8 * i);
      set |= word << (32 * i);
    }
    return set;
  }

  /** Their names, such as {@code cap_net_raw}; those without a name go by their number. */
  public static List<String> names(long set) {
    var names = new ArrayList<String>();
    for (int bit = 0; bit < 64; bit++) {
      if ((set >>> bit & 1) == 0) continue;
      names.add("cap_" + (bit < NAMES.size() ? NAMES.get(bit) : String.valueOf(bit)));
    }
    return names;
  }

  private static long word(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | (bytes[at + 1] & 0xffL) << 8
        | (bytes[at + 2] & 0xffL) << 16
        | (bytes[at + 3] & 0xffL) << 24;
  }
}
