package io.breakwater.inspect.internal.exposure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What programs are good for, by their plain names: common knowledge of administrators. */
final class Programs {
  /** Kinds of programs that somebody who got in likes to find. */
  enum Kind {
    SHELL,
    PACKAGE_MANAGER,
    COMPILER,
    DEBUGGER,
    NETWORK_TOOL,
    ATTACK_TOOL,
    LOGIN_SERVICE
  }

  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    put(
        Kind.SHELL,
        "sh bash dash ash zsh ksh mksh ksh93 csh tcsh fish busybox toybox rbash yash pwsh");
    put(
        Kind.PACKAGE_MANAGER,
        "apt apt-get aptitude dpkg yum dnf dnf5 microdnf tdnf rpm apk zypper pacman emerge opkg snap"
            + " flatpak pip pip3 pipx uv poetry conda mamba npm npx yarn pnpm corepack gem bundle"
            + " bundler composer easy_install cpan cpanm luarocks brew nix-env");
    put(
        Kind.COMPILER,
        "gcc g++ cc c++ clang clang++ tcc gfortran gdc gnat rustc cargo go gofmt javac kotlinc scalac"
            + " ghc ocamlc fpc nasm yasm as ld ld.bfd ld.gold ld.lld lld make gmake cmake ninja meson"
            + " automake autoconf bazel mvn gradle nvcc swiftc zig dmd cc1 cc1plus");
    put(
        Kind.DEBUGGER,
        "gdb gdbserver lldb strace ltrace valgrind perf bpftrace bpftool systemtap stap rr radare2 r2"
            + " gcore delve dlv");
    put(
        Kind.NETWORK_TOOL,
        "nc ncat netcat socat tcpdump tshark dumpcap wireshark ngrep iftop nethogs tcpreplay cryptcat"
            + " proxychains proxychains4 ngrok frpc frps cloudflared stunnel stunnel4 redsocks"
            + " autossh sshpass pwncat telnet rlogin rsh tftp");
    put(
        Kind.ATTACK_TOOL,
        "nmap zenmap masscan zmap rustscan naabu fscan hydra medusa ncrack john hashcat sqlmap"
            + " msfconsole msfvenom msfdb nikto gobuster dirb dirbuster ffuf wfuzz feroxbuster wpscan"
            + " aircrack-ng airodump-ng aireplay-ng reaver wifite bettercap ettercap arpspoof dsniff"
            + " responder mimipenguin linpeas.sh linpeas lse.sh linenum.sh pspy pspy64 pspy32 chisel"
            + " ligolo-ng hping hping3 yersinia weevely enum4linux crackmapexec netexec evil-winrm"
            + " kerbrute nuclei subfinder amass theharvester beef-xss crunch cewl kubeletctl peirates"
            + " deepce.sh botb amicontained traitor linux-exploit-suggester.sh les.sh sliver-server"
            + " sliver-client merlinagent slowloris slowhttptest goldeneye commix xsser patator"
            + " legion sparta rpivot regeorg dnscat dnscat2 iodine iodined ptunnel icmptunnel"
            + " secretsdump.py psexec.py smbexec.py wmiexec.py getuserspns.py thc-ssl-dos siege-ng");
    put(
        Kind.LOGIN_SERVICE,
        "sshd dropbear telnetd in.telnetd rlogind in.rlogind rshd in.rshd vsftpd proftpd pure-ftpd"
            + " xrdp tightvncserver vncserver x11vnc shellinaboxd ttyd gotty");
  }

  /** Downloads a file. */
  private static final String D = "download";

  /** Opens a shell to somebody else. */
  private static final String R = "reverse shell";

  /** Reads any file that its user may read. */
  private static final String F = "read files";

  /** Writes files. */
  private static final String W = "write files";

  /** Starts any program: root's rights when it has them. */
  private static final String X = "start programs";

  private static final Map<String, Set<String>> USES = new TreeMap<>();

  static {
    uses("curl wget", D, "upload", F);
    uses("fetch aria2c axel lwp-download lwp-request GET", D);
    uses("python python2 python3 perl ruby php lua node nodejs deno bun tclsh expect", D, R, F, X);
    uses("irb jrunscript jjs jshell guile gawk", D, R, F, X);
    uses("awk mawk nawk", R, F, X);
    uses("openssl", D, R, F);
    uses("ssh scp sftp rsync", D, "upload", "tunnel", X);
    uses("ftp lftp", D, "upload", X);
    uses("git svn hg", D, X);
    uses("vim vi vim.basic view rvim nano emacs ed pico", F, W, X);
    uses("less more man most", F, X);
    uses("find xargs env nice nohup timeout setsid stdbuf watch flock time ionice taskset", X);
    uses("tar zip cpio ar", F, W, X);
    uses("gdb strace ltrace", F, X, "read memory");
    uses("nc ncat netcat socat telnet", D, R);
    uses("tcpdump", X, "read traffic");
    uses("nmap", F, R, X);
    uses("sed", F, W, X);
    uses("dd tee cp mv install", F, W);
    uses("base64 xxd od hexdump", F, "encode");
    uses("docker podman nerdctl ctr crictl runc kubectl helm", "control containers", X);
    uses("chroot unshare nsenter capsh setpriv setarch", X, "change namespaces");
    uses("mount", "mount the node's disks");
    uses("sudo su doas pkexec runuser gosu su-exec", "change the user");
    uses("crontab at batch systemd-run", X, "stay");
    uses("mysql psql sqlite3 redis-cli mongosh mongo", F, X);
    uses("screen tmux script", X, "stay");
    uses("make gcc g++ cc tcc go rustc javac", "compile exploits", X);
    uses("busybox toybox", D, R, F, X);
    uses("bash zsh ksh", R, F, X);
    uses("aws gcloud az aliyun", "use cloud credentials", "upload");
    uses("gpg", "encrypt files");
    uses("insmod modprobe kmod", "load kernel modules");
    uses("iptables nft ip tc", "redirect traffic");
  }

  /** Those that with root's rights give them to everybody: they start programs or write files. */
  private static final Set<String> ESCAPES = new HashSet<>();

  static {
    for (var use : USES.entrySet()) {
      if (use.getValue().contains(X) || use.getValue().contains(W)) ESCAPES.add(use.getKey());
    }
    // By design they check who asks.
    for (String guard : new String[] {"sudo", "su", "doas", "pkexec", "crontab", "at", "batch"}) {
      ESCAPES.remove(guard);
    }
    ESCAPES.remove("screen");
    for (String more :
        ("cat head tail chmod chown ln curl wget openssl xxd base64 sh dash ash csh tcsh fish"
                + " systemctl apt apt-get dpkg yum dnf rpm apk pip pip3 npm gem docker capsh")
            .split(" ", -1)) {
      ESCAPES.add(more);
    }
  }

  /** Setuid, setgid or with capabilities as distributions ship them. */
  private static final Set<String> SHIPPED =
      Set.of(
          ("su sudo sudoedit doas passwd chfn chsh gpasswd newgrp sg chage expiry mount umount"
                  + " unix_chkpwd unix_update pam_timestamp_check pam_extrausers_chkpwd pkexec"
                  + " polkit-agent-helper polkit-agent-helper-1 dbus-daemon-launch-helper fusermount"
                  + " fusermount3 ssh-keysign ssh-agent ssh_keysign crontab at batch wall write"
                  + " bsd-write locate plocate mlocate slocate ping ping4 ping6 arping clockdiff"
                  + " newuidmap newgidmap bwrap staprun userhelper usernetctl netreport Xorg.wrap"
                  + " chrome-sandbox snap-confine exim exim4 postdrop postqueue sendmail"
                  + " sendmail.sendmail lockfile dotlockfile mail-lock mail-touchlock mail-unlock"
                  + " mount.nfs mount.cifs mount.fuse ntfs-3g pppd utempter screen vlock grub2-set-bootflag"
                  + " bbsuid fping mtr-packet traceroute6.iputils traceroute gst-ptp-helper dumpcap"
                  + " systemd-detect-virt ping.iputils kismet_cap incusd lxc-user-nic"
                  + " ecryptfs mount.ecryptfs_private vmware-user-suid-wrapper spice-client-glib-usb-acl-helper"
                  + " sssd_pam krb5_child ldap_child selinux_child proxy_child p11_child suexec"
                  + " camel-lock-helper camel-lock-helper-1.2 cgexec procmail lockspool ksu eject"
                  + " abrt-action-install-debuginfo-to-abrt-cache opiepasswd opieinfo timedc"
                  + " kwin_wayland pulseaudio gnome-keyring-daemon start_kdeinit sperl")
              .split(" ", -1));

  private Programs() {}

  private static void put(Kind kind, String names) {
    for (String name : names.split(" ", -1)) KINDS.put(name, kind);
  }

  private static void uses(String names, String... what) {
    for (String name : names.split(" ", -1)) {
      USES.computeIfAbsent(name, n -> new java.util.TreeSet<>()).addAll(Set.of(what));
    }
  }

  static Optional<Kind> kind(String plainName) {
    return Optional.ofNullable(KINDS.get(plainName));
  }

  /** What it serves for in wrong hands; nothing for most programs. */
  static Set<String> uses(String plainName) {
    return USES.getOrDefault(plainName, Set.of());
  }

  /** Whether it does more than start programs and read files, as half of coreutils do. */
  static boolean isTempting(String plainName) {
    for (String use : uses(plainName)) {
      switch (use) {
        case F, W, X, "encode" -> {}
        default -> {
          return true;
        }
      }
    }
    return false;
  }

  static boolean escapes(String plainName) {
    return ESCAPES.contains(plainName);
  }

  static boolean isShell(String plainName) {
    return KINDS.get(plainName) == Kind.SHELL;
  }

  static boolean isShipped(String plainName) {
    return SHIPPED.contains(plainName);
  }

  static boolean isKnown(String name) {
    return KINDS.containsKey(name) || USES.containsKey(name) || SHIPPED.contains(name);
  }
}
