package io.breakwater.inventory.internal.php;

import java.util.Locale;
import java.util.Set;

/** What PHP's own source brings, and PECL's names for what it does not. */
final class BundledExtensions {
  private static final Set<String> BUNDLED =
      Set.of(
          "bcmath",
          "bz2",
          "calendar",
          "com_dotnet",
          "core",
          "ctype",
          "curl",
          "date",
          "dba",
          "dl_test",
          "dom",
          "enchant",
          "exif",
          "ffi",
          "fileinfo",
          "filter",
          "ftp",
          "gd",
          "gettext",
          "gmp",
          "hash",
          "iconv",
          "intl",
          "json",
          "ldap",
          "lexbor",
          "libxml",
          "mbstring",
          "mysql",
          "mysqli",
          "mysqlnd",
          "odbc",
          "openssl",
          "pcntl",
          "pcre",
          "pdo",
          "pdo_dblib",
          "pdo_firebird",
          "pdo_mysql",
          "pdo_odbc",
          "pdo_pgsql",
          "pdo_sqlite",
          "pgsql",
          "phar",
          "posix",
          "random",
          "readline",
          "reflection",
          "session",
          "shmop",
          "simplexml",
          "snmp",
          "soap",
          "sockets",
          "sodium",
          "spl",
          "sqlite3",
          "standard",
          "sysvmsg",
          "sysvsem",
          "sysvshm",
          "tidy",
          "tokenizer",
          "uri",
          "xml",
          "xmlreader",
          "xmlwriter",
          "xsl",
          "zend opcache",
          "zend_test",
          "zip",
          "zlib");

  private BundledExtensions() {}

  /**
   * Whether PHP brought an extension itself.
   *
   * @param api the number of PHP's interface: the day when it was settled
   */
  static boolean contains(String name, int api) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      // Those that moved to PECL, with the first PHP that came without them.
      case "mcrypt" -> api < 20170718;
      case "interbase", "recode", "wddx" -> api < 20190902;
      case "xmlrpc" -> api < 20200930;
      case "imap", "oci8", "pdo_oci", "pspell" -> api < 20240924;
      default -> BUNDLED.contains(lower);
    };
  }

  /** The package of PECL that a module is of. */
  static String packageName(String module) {
    return switch (module.toLowerCase(Locale.ROOT)) {
      case "apcu" -> "APCu";
      case "http" -> "pecl_http";
      case "lzf" -> "LZF";
      case String _ -> module;
    };
  }
}
