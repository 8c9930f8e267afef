package io.breakwater.inspect.internal.licence;

import io.breakwater.inspect.licence.LicenceClass;
import io.breakwater.inspect.licence.LicenceExpression;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SPDX licence list, and what we say of each licence. Read when first asked for. */
public final class LicenceList {
  private LicenceList() {}

  /**
   * A licence of the list.
   *
   * @param id as the list writes it
   * @param family what it asks for, roughly
   * @param osi whether the Open Source Initiative approved it
   * @param deprecated whether another id took its place
   * @param obligations codes of what it asks for
   * @param name its full name
   * @param addresses where it is published, without scheme, {@code www.} and file type
   */
  public record Entry(
      String id,
      LicenceClass family,
      boolean osi,
      boolean deprecated,
      String obligations,
      String name,
      List<String> addresses) {}

  /** The licence of an id, whatever the letter case. */
  public static Optional<Entry> find(String id) {
    return Optional.ofNullable(Data.LICENCES.get(id.toLowerCase(Locale.ROOT)));
  }

  /** Every licence, in the order of the list. */
  public static Collection<Entry> all() {
    return Data.LICENCES.values();
  }

  /** The exception of an id as the list writes it, whatever the letter case. */
  public static Optional<String> exception(String id) {
    return Optional.ofNullable(Data.EXCEPTIONS.get(id.toLowerCase(Locale.ROOT)));
  }

  /** Every exception. */
  public static Collection<String> exceptions() {
    return Data.EXCEPTIONS.values();
  }

  /** The class of a licence of the list. */
  public static LicenceClass classOf(String id) {
    return find(id).map(Entry::family).orElse(LicenceClass.UNKNOWN);
  }

  /** The codes of what a licence of the list asks for. */
  public static String obligations(String id) {
    return find(id).map(Entry::obligations).orElse("?");
  }

  /** The expression that an id, which may end with {@code +}, stands for today. */
  public static Optional<LicenceExpression> expression(String word) {
    Entry entry = Data.LICENCES.get(word.toLowerCase(Locale.ROOT));
    if (entry != null) return Optional.of(today(entry.id()));
    if (!word.endsWith("+")) return Optional.empty();
    String bare = word.substring(0, word.length() - 1);
    Entry base = Data.LICENCES.get(bare.toLowerCase(Locale.ROOT));
    if (base == null) return Optional.empty();
    return switch (today(base.id())) {
      case LicenceExpression.Licence(String id, boolean _) -> Optional.of(later(id));
      case LicenceExpression.With(LicenceExpression.Licence(String id, boolean _), String e) ->
          Optional.of(new LicenceExpression.With(later(id), e));
      case LicenceExpression.With _,
          LicenceExpression.Reference _,
          LicenceExpression.And _,
          LicenceExpression.Or _ ->
          Optional.empty();
    };
  }

  private static LicenceExpression later(String id) {
    if (id.endsWith("-or-later")) return new LicenceExpression.Licence(id, false);
    if (id.endsWith("-only")) {
      String base = id.substring(0, id.length() - "-only".length());
      return new LicenceExpression.Licence(base + "-or-later", false);
    }
    return new LicenceExpression.Licence(id, true);
  }

  private static LicenceExpression today(String id) {
    @Nullable LicenceExpression replaced = Data.REPLACED.get(id);
    return replaced == null ? new LicenceExpression.Licence(id, false) : replaced;
  }

  private static final class Data {
    static final Map<String, Entry> LICENCES = new LinkedHashMap<>(1_600);
    static final Map<String, String> EXCEPTIONS = new LinkedHashMap<>(200);
    static final Map<String, LicenceExpression> REPLACED = new HashMap<>();

    static {
      InputStream list = LicenceExpression.class.getResourceAsStream("licences.tsv");
      try (var lines =
          new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
        boolean exceptions = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.equals("# exceptions")) exceptions = true;
          if (line.startsWith("#")) continue;
          if (exceptions) EXCEPTIONS.put(line.toLowerCase(Locale.ROOT), line);
          else add(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (Entry entry : LICENCES.values()) if (entry.deprecated()) replace(entry.id());
      replace("BSD-2-Clause-FreeBSD", "BSD-2-Clause-Views", "");
      replace("BSD-2-Clause-NetBSD", "BSD-2-Clause", "");
      replace("bzip2-1.0.5", "bzip2-1.0.6", "");
      replace("Nunit", "zlib-acknowledgement", "");
      replace("StandardML-NJ", "SMLNJ", "");
      replace("eCos-2.0", "GPL-2.0-or-later", "eCos-exception-2.0");
      replace("wxWindows", "LGPL-2.0-or-later", "WxWindows-exception-3.1");
      replace("GPL-2.0-with-autoconf-exception", "GPL-2.0-only", "Autoconf-exception-2.0");
      replace("GPL-3.0-with-autoconf-exception", "GPL-3.0-only", "Autoconf-exception-3.0");
      replace("GPL-2.0-with-bison-exception", "GPL-2.0-or-later", "Bison-exception-2.2");
      replace("GPL-2.0-with-classpath-exception", "GPL-2.0-only", "Classpath-exception-2.0");
      replace("GPL-2.0-with-font-exception", "GPL-2.0-only", "Font-exception-2.0");
      replace("GPL-2.0-with-GCC-exception", "GPL-2.0-or-later", "GCC-exception-2.0");
      replace("GPL-3.0-with-GCC-exception", "GPL-3.0-only", "GCC-exception-3.1");
    }

    private static void add(String line) {
      String[] cells = line.split("\t", -1);
      var addresses = new ArrayList<String>();
      if (cells.length > 5) addresses.addAll(List.of(cells[5].split(" ", -1)));
      LICENCES.put(
          cells[0].toLowerCase(Locale.ROOT),
          new Entry(
              cells[0],
              family(cells[1].charAt(0)),
              cells[2].indexOf('o') >= 0,
              cells[2].indexOf('d') >= 0,
              cells[3],
              cells[4],
              List.copyOf(addresses)));
    }

    private static LicenceClass family(char letter) {
      return switch (letter) {
        case 'P' -> LicenceClass.PERMISSIVE;
        case 'W' -> LicenceClass.WEAK;
        case 'S' -> LicenceClass.STRONG;
        case 'N' -> LicenceClass.NETWORK;
        case 'R' -> LicenceClass.PROPRIETARY;
        default -> LicenceClass.UNKNOWN;
      };
    }

    /** GPL-2.0 is GPL-2.0-only today, and GPL-2.0+ is GPL-2.0-or-later. */
    private static void replace(String id) {
      boolean plus = id.endsWith("+");
      String now = plus ? id.substring(0, id.length() - 1) + "-or-later" : id + "-only";
      if (LICENCES.containsKey(now.toLowerCase(Locale.ROOT))) replace(id, now, "");
    }

    private static void replace(String id, String now, String exception) {
      LicenceExpression licence = new LicenceExpression.Licence(now, false);
      REPLACED.put(
          id, exception.isEmpty() ? licence : new LicenceExpression.With(licence, exception));
    }
  }
}
