package io.breakwater.inspect.internal.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands where a secret belongs, and is none. */
final class Placeholders {
  /** Anywhere in a value. */
  private static final List<String> PARTS =
      List.of(
          "example",
          "xxxx",
          "****",
          "changeme",
          "change_me",
          "change-me",
          "changeit",
          "placeholder",
          "your_",
          "your-",
          "yourpass",
          "yoursecret",
          "yourtoken",
          "yourkey",
          "yourapi",
          "redacted",
          "insert_",
          "insert-",
          "replace_",
          "replace-",
          "replaceme",
          "replacewith",
          "dummy",
          "todo",
          "fixme",
          "....",
          "…",
          "sample",
          "not_a_real",
          "not-a-real",
          "notreal",
          "foobar",
          "fake",
          "mysecret",
          "my_secret",
          "my-secret",
          "mypass",
          "my_pass",
          "my-pass",
          "mytoken",
          "my_token",
          "my-token",
          "my_api",
          "my-api",
          "enter_",
          "enter-",
          "put_your",
          "put your",
          "some_",
          "some-secret",
          "somesecret",
          "_here",
          "-here",
          "goes_here",
          "goeshere",
          "deadbeef",
          "cafebabe",
          "123456789012345",
          "abcdefghijkl",
          "undefined",
          "thistokenisnotso",
          "hidden",
          "masked",
          "username:password",
          "lorem",
          "ipsum",
          "secret_key",
          "secret-key",
          "access_key",
          "api_key_",
          "notsosecret",
          "not-so-secret",
          "testtest",
          "testpass",
          "test_pass",
          "test-pass",
          "unused");

  /** As a whole. */
  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwd",
          "passphrase",
          "passwort",
          "pass",
          "pwd",
          "secret",
          "token",
          "key",
          "null",
          "none",
          "nil",
          "true",
          "false",
          "undefined",
          "string",
          "test",
          "testing",
          "admin",
          "administrator",
          "root",
          "user",
          "guest",
          "postgres",
          "mysql",
          "redis",
          "default",
          "required",
          "optional",
          "password1",
          "password123",
          "pass123",
          "passw0rd",
          "p@ssw0rd",
          "p@ssword",
          "secret123",
          "admin123",
          "root123",
          "test123",
          "test1234",
          "qwerty",
          "qwerty123",
          "letmein",
          "welcome",
          "hunter2",
          "foobar",
          "foo",
          "bar",
          "baz",
          "tiger",
          "scott",
          "minioadmin",
          "minio123",
          "rabbitmq",
          "hello",
          "12345",
          "123456",
          "1234567",
          "12345678",
          "123456789",
          "1234567890",
          "abc123",
          "correcthorsebatterystaple",
          "str",
          "int",
          "bool",
          "boolean",
          "text",
          "value",
          "values",
          "example",
          "any",
          "empty",
          "blank",
          "auto",
          "yes",
          "no",
          "on",
          "off",
          "enabled",
          "disabled",
          "basic",
          "bearer",
          "digest",
          "prompt",
          "ask",
          "stdin",
          "file",
          "env",
          "vault",
          "keychain",
          "unknown",
          "sha256",
          "md5",
          "django",
          "wordpress",
          "drupal",
          "somepassword",
          "mongo",
          "mongodb",
          "elastic",
          "changeit",
          "temp",
          "temporary",
          "swordfish",
          "xyzzy",
          "s3cr3t",
          "s3cret",
          "sekret",
          "sesame",
          "opensesame",
          "password_here",
          "pw",
          "p4ssw0rd",
          "abcd1234",
          "abc12345",
          "password1234",
          "secretpassword",
          "supersecret",
          "topsecret",
          "verysecret",
          "supersecretpassword",
          "testpassword",
          "newpassword",
          "oldpassword",
          "userpassword",
          "mypassword",
          "password!",
          "passwordpassword",
          "alice",
          "bob",
          "joe",
          "jane",
          "monkey");

  /** Published by their makers, in documentation and emulators. */
  private static final List<String> PUBLISHED =
      List.of(
          "AKIAIOSFODNN7EXAMPLE",
          "AKIAI44QH8DHBEXAMPLE",
          "wJalrXUtnFEMI/K7MDENG",
          "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq",
          "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw",
          "4eC39HqLyjWDarjtT1zdp7dc",
          "BQokikJOvBiI2HlWgH4olfQ2",
          "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
          "TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ",
          "abcdef.0123456789abcdef",
          "0123456789abcdef0123456789abcdef",
          "01234567-89ab-cdef-0123-456789abcdef",
          "00000000-0000-0000-0000-000000000000",
          "b77a5c561934e089",
          "b03f5f7f11d50a3a",
          "31bf3856ad364e35");

  private Placeholders() {}

  /** Whether a value is one, or too plain to be a secret. */
  static boolean isPlaceholder(String value) {
    if (value.isBlank() || isReference(value)) return true;
    String lower = value.toLowerCase(Locale.ROOT);
    if (WORDS.contains(lower)) return true;
    for (String part : PARTS) {
      // In a long text without order a short word comes up by chance.
      if ((part.length() >= 6 || value.length() <= 80) && lower.contains(part)) return true;
    }
    for (String published : PUBLISHED) if (value.contains(published)) return true;
    if (value.length() >= 8 && Shape.different(lower) <= Math.clamp(value.length() / 12, 2, 6)) {
      return true;
    }
    return Shape.isSequence(lower) || Shape.isRepeated(lower);
  }

  /** Whether it says where a value comes from: a variable, a template, a command. */
  static boolean isReference(String value) {
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    if ((first == '<' && value.indexOf('>') > 0) || (first == '[' && last == ']')) return true;
    if (first == '{' || (first == '%' && (last == '%' || value.startsWith("%("))) || first == '`') {
      return true;
    }
    if (first == '$' && value.length() > 1) {
      char next = value.charAt(1);
      if (next == '{' || next == '(' || next == '$') return true;
      if (isVariable(value.substring(1))) return true;
    }
    if (first == '@' && value.length() > 2 && last == '@') return true;
    return value.contains("${")
        || value.contains("{{")
        || value.contains("$(")
        || value.contains("#{")
        || value.contains("<%")
        || value.startsWith("arn:")
        || value.startsWith("vault:")
        || value.startsWith("ENC(")
        || value.startsWith("enc:")
        || value.startsWith("!vault")
        || value.startsWith("env.")
        || value.startsWith("ENV[")
        || value.startsWith("env:")
        || value.startsWith("file:")
        || value.startsWith("op://")
        || value.startsWith("secret://")
        || value.startsWith("ref+")
        || value.startsWith("os.environ")
        || value.startsWith("process.env");
  }

  private static boolean isVariable(String name) {
    return name.chars()
            .allMatch(c -> c == '_' || Character.isUpperCase(c) || (c >= '0' && c <= '9'))
        || name.chars().allMatch(c -> c == '_' || Shape.isLetter(c));
  }
}
