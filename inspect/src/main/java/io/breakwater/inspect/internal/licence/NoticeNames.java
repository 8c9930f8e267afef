package io.breakwater.inspect.internal.licence;

import java.util.List;

/** Which files hold what is passed on with a program. */
public final class NoticeNames {
  /** Where Debian keeps the texts that copyright files refer to. */
  public static final String COMMON = "usr/share/common-licenses/";

  private static final String DOC = "usr/share/doc/";

  /** Folders that hold texts for all packages. */
  private static final List<String> SHELVES =
      List.of(COMMON, "usr/share/licenses/spdx/", "usr/share/licenses/common/");

  private static final List<String> NOTICES =
      List.of("notice", "thirdparty", "third-party", "third_party");

  private NoticeNames() {}

  /** Whether a file is called like one that holds a licence or a notice. */
  public static boolean isText(String path) {
    return LicenceFileInspector.isLicence(path)
        || isNotice(path)
        || isShelved(path)
        || (path.contains(".dist-info/licenses/") && !LicenceFileInspector.isCode(path));
  }

  /** Whether a file is called like one that holds notices. */
  public static boolean isNotice(String path) {
    int start = path.lastIndexOf('/') + 1;
    for (String name : NOTICES) {
      if (!path.regionMatches(true, start, name, 0, name.length())) continue;
      int end = start + name.length();
      boolean whole = !name.equals("notice") || end == path.length() || isEnd(path, end);
      return whole && !LicenceFileInspector.isCode(path);
    }
    return false;
  }

  /** "NOTICE", "NOTICES", "NOTICE.txt", "NOTICE-binary"; not "noticeboard". */
  private static boolean isEnd(String path, int at) {
    int end = Character.toLowerCase(path.charAt(at)) == 's' ? at + 1 : at;
    return end == path.length() || "._- ".indexOf(path.charAt(end)) >= 0;
  }

  /** Whether a file lies where a system keeps the texts of licences. */
  public static boolean isShelved(String path) {
    for (String folder : SHELVES) if (path.startsWith(folder)) return true;
    return false;
  }

  /** Whether a link may lead to such a file: by its own name or that of its folder. */
  static boolean mayLead(String path) {
    return isText(path)
        || (path.startsWith(DOC) && path.indexOf('/', DOC.length()) < 0)
        || path.startsWith("usr/share/licenses/");
  }

  /** A text with line feeds alone and without what could steer a terminal or turn its reader. */
  static String lines(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') out.append('\n');
      } else if (c == '\n' || c == '\t') {
        out.append(c);
      } else if (c == '\f') {
        out.append('\n');
      } else if (c != '\ufeff') {
        out.append(isHarmful(c) ? '\ufffd' : c);
      }
    }
    return out.toString();
  }

  private static boolean isHarmful(char c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f;
  }
}
