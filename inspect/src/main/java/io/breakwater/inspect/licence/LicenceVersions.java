package io.breakwater.inspect.licence;

import io.breakwater.inspect.internal.licence.LicenceList;
import java.util.ArrayList;
import java.util.List;

/** The versions of a licence that "or any later version" lets a user choose. */
final class LicenceVersions {
  private static final String LATER = "-or-later";

  private LicenceVersions() {}

  /** The ids of this version alone and of later ones; none where no choice is given. */
  static List<String> from(String id, boolean later) {
    boolean gnu = id.endsWith(LATER);
    if (!gnu && !later) return List.of();
    String base = gnu ? id.substring(0, id.length() - LATER.length()) : id;
    int dash = base.lastIndexOf('-');
    if (dash < 0) return List.of();
    String family = base.substring(0, dash + 1);
    String version = base.substring(dash + 1);
    var ids = new ArrayList<String>();
    for (LicenceList.Entry entry : LicenceList.all()) {
      if (entry.deprecated() || !entry.id().startsWith(family)) continue;
      String other = entry.id().substring(family.length());
      if (gnu != (other.endsWith("-only") || other.endsWith(LATER))) continue;
      String number = gnu ? other.substring(0, other.indexOf('-')) : other;
      if (isVersion(number) && compare(number, version) >= 0) ids.add(entry.id());
    }
    return ids;
  }

  private static boolean isVersion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) return false;
    }
    return !text.isEmpty() && text.length() < 8;
  }

  /** Versions of licences have one digit before the dot. */
  private static int compare(String a, String b) {
    return a.compareTo(b);
  }
}
