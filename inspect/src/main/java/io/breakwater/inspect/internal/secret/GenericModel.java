package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.secret.SecretTests.Assigned;
import io.breakwater.inspect.internal.secret.SecretTests.Result;
import java.util.List;
import java.util.Locale;

/** Tells secrets without a form of their own from everything else that names call so. */
final class GenericModel {
  /** A name that ends so tells about a secret, and holds none. */
  private static final List<String> ABOUT =
      List.of(
          "file",
          "path",
          "dir",
          "name",
          "names",
          "url",
          "uri",
          "endpoint",
          "type",
          "length",
          "len",
          "size",
          "ttl",
          "expiry",
          "expires",
          "expiration",
          "expires_in",
          "expiresin",
          "expire",
          "timeout",
          "field",
          "label",
          "policy",
          "prefix",
          "suffix",
          "header",
          "arn",
          "ref",
          "count",
          "regex",
          "pattern",
          "format",
          "hint",
          "placeholder",
          "message",
          "error",
          "prompt",
          "title",
          "text",
          "description",
          "desc",
          "version",
          "algorithm",
          "alg",
          "encoder",
          "encoding",
          "validator",
          "provider",
          "manager",
          "service",
          "class",
          "store",
          "strength",
          "min",
          "max",
          "minlength",
          "maxlength",
          "required",
          "enabled",
          "disabled",
          "env",
          "from",
          "input",
          "output",
          "column",
          "attribute",
          "attr",
          "param",
          "parameter",
          "property",
          "selector",
          "placeholder",
          "reset",
          "changed",
          "updated",
          "created",
          "date",
          "time",
          "index",
          "position",
          "kind",
          "mode",
          "state",
          "status",
          "scope",
          "scopes",
          "audience",
          "issuer",
          "source",
          "usage",
          "limit",
          "limits",
          "rate",
          "help",
          "docs",
          "template",
          "location",
          "folder",
          "filename",
          "filepath",
          "secretname",
          "keyname",
          "_id",
          "-id",
          "key_id",
          "keyid",
          "tokenid",
          "hash",
          "digest",
          "checksum",
          "fingerprint",
          "sha256",
          "sha1",
          "md5",
          "equals",
          "is",
          "if",
          "not",
          "word",
          "words",
          "set",
          "list",
          "lines",
          "tokens",
          "ids",
          "cookie_name",
          "var",
          "variable",
          "alias",
          "group",
          "role",
          "user",
          "username",
          "email",
          "rounds",
          "bits",
          "salt_length",
          "iterations",
          "rotation",
          "manager",
          "mgr",
          "handler",
          "factory",
          "host",
          "port",
          "server",
          "region",
          "bucket",
          "domain",
          "namespace",
          "ns",
          "id");

  /** A name with this in it is about something else. */
  private static final List<String> ELSE =
      List.of(
          "public",
          "publickey",
          "publishable",
          "csrf",
          "xsrf",
          "pagetoken",
          "page_token",
          "nexttoken",
          "next_token",
          "continuation",
          "tokenizer",
          "tokenize",
          "secretary",
          "keyword",
          "keyboard",
          "cancellation",
          "canceltoken",
          "synctoken",
          "integrity",
          "checksum",
          "sitekey",
          "site_key",
          "recaptcha_site",
          "commit",
          "revision",
          "etag",
          "crumb",
          "locale",
          "i18n",
          "translation",
          "passwordless",
          "nopass",
          "no_pass",
          "bypass",
          "compass",
          "encompass",
          "tokenurl",
          "token_url",
          "credentials_json_path",
          "eos_token",
          "bos_token",
          "pad_token",
          "unk_token",
          "cls_token",
          "sep_token",
          "mask_token",
          "special_token");

  private GenericModel() {}

  /** What a name for passwords has. */
  static Result password(String value, Assigned as, Place place) {
    if (isAbout(as.key()) || cannotBe(value, as, place)) return Result.NO;
    if (SecretTests.isPlainPassword(value) || isHash(value)) return Result.NO;
    int classes = Shape.classes(value);
    double words = Shape.wordiness(value);
    if (value.length() < 6 || classes < 2) {
      boolean random = value.length() >= 8 && words < 0.3 && Shape.entropy(value) > 2.5;
      return random ? Result.LOW : Result.NO;
    }
    if (!Shape.hasDigit(value)) {
      if (words > 0.6 || value.length() < 8) return Result.NO;
      return classes >= 3 ? Result.YES : Result.LOW;
    }
    if (classes >= 3 && value.length() >= 8) return words > 0.8 ? Result.LOW : Result.YES;
    return words > 0.7 ? Result.LOW : Result.YES;
  }

  /** What a name for keys and tokens has. */
  static Result secret(String value, Assigned as, Place place) {
    if (isAbout(as.key()) || cannotBe(value, as, place)) return Result.NO;
    if (isHash(value) || value.indexOf(' ') >= 0) return Result.NO;
    double words = Shape.wordiness(value);
    if (value.length() < 16) {
      boolean strict = Shape.classes(value) >= 3 && value.length() >= 10 && words < 0.35;
      return strict && Shape.hasDigit(value) && as.key().toLowerCase(Locale.ROOT).contains("secret")
          ? Result.YES
          : Result.NO;
    }
    if (words > 0.45) return Result.NO;
    boolean hex = Shape.isHex(value.replace("-", ""));
    double entropy = Shape.entropy(value);
    if (hex) return entropy > 2.9 && value.length() >= 24 ? Result.YES : Result.NO;
    if (!Shape.hasDigit(value)) {
      boolean random = value.length() >= 20 && entropy > 3.8 && words < 0.25;
      return random && Shape.hasUpper(value) && Shape.hasLower(value) ? Result.YES : Result.NO;
    }
    if (!Shape.hasLetter(value) || entropy < 3.2) return Result.NO;
    return Result.YES;
  }

  /** Whether a name tells about a secret. */
  static boolean isAbout(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    for (String part : ELSE) if (lower.contains(part)) return true;
    for (String end : ABOUT) {
      if (!lower.endsWith(end)) continue;
      int before = key.length() - end.length() - 1;
      if (before < 0) return true;
      char c = key.charAt(before);
      if (c == '_' || c == '-' || c == '.' || end.charAt(0) == '_' || end.charAt(0) == '-') {
        return true;
      }
      char first = key.charAt(before + 1);
      if (Character.isUpperCase(first) && Character.isLowerCase(c)) return true;
    }
    return false;
  }

  /** Whether a value is a piece of a program, a path, a sentence. */
  private static boolean cannotBe(String value, Assigned as, Place place) {
    if (!as.quoted() && place.kind() != Place.Kind.SETTINGS) return true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c >= 127) return true;
    }
    char first = value.charAt(0);
    if (first == '/' || first == '.' || first == '~' || first == '&' || first == '*') return true;
    if (first == '|' || first == '(' || (first == '-' && value.startsWith("--"))) return true;
    if (value.contains("://") || value.contains("::") || value.contains("->")) return true;
    if (value.contains("()") || value.contains("=>") || value.contains("](")) return true;
    if (value.contains("\\u") || value.contains("\\x") || value.contains("%s")) return true;
    if (value.indexOf('(') > 0 && !as.quoted()) return true;
    if (value.indexOf('<') >= 0 && value.indexOf('>') >= 0) return true;
    return isDotted(value) || isPath(value);
  }

  private static boolean isDotted(String value) {
    return value.indexOf('.') > 0
        && value.chars().allMatch(c -> c == '.' || c == '_' || Shape.isLetter(c));
  }

  private static boolean isPath(String value) {
    int slash = value.indexOf('/');
    if (slash < 0) return false;
    return Shape.wordiness(value) > 0.45 || value.matches("[a-z0-9_./-]{1,60}\\.[a-z]{2,4}");
  }

  private static boolean isHash(String value) {
    return value.startsWith("$2")
        || value.startsWith("$1$")
        || value.startsWith("$5$")
        || value.startsWith("$6$")
        || value.startsWith("$argon2")
        || value.startsWith("$apr1$")
        || value.startsWith("{SHA}")
        || value.startsWith("{SSHA}")
        || value.startsWith("{bcrypt}")
        || value.startsWith("pbkdf2")
        || value.startsWith("sha1-")
        || value.startsWith("sha256-")
        || value.startsWith("sha384-")
        || value.startsWith("sha512-")
        || value.startsWith("sha256:")
        || value.startsWith("md5:")
        || value.startsWith("SCRAM-")
        || (value.startsWith("AgA") && value.length() > 300);
  }
}
