package io.breakwater.inspect.internal.exposure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hashes of passwords that are cheap to try: crypt's MD5 ({@code $1$}) and SHA schemes ({@code
 * $5$}, {@code $6$}) with no more rounds than the usual.
 */
final class Crypt {
  private static final String LETTERS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ROUNDS = 5_000;

  private Crypt() {}

  /** Whether a hash is this password's. False for other schemes and for more rounds. */
  static boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", 6);
    if (parts.length != 4) return false; // rounds=… would be one more
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    byte[] salt = parts[2].getBytes(StandardCharsets.UTF_8);
    try {
      return switch (parts[1]) {
        case "1" -> salt.length <= 8 && parts[3].equals(md5(key, salt));
        case "5" -> salt.length <= 16 && parts[3].equals(sha("SHA-256", key, salt));
        case "6" -> salt.length <= 16 && parts[3].equals(sha("SHA-512", key, salt));
        default -> false;
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  private static String md5(byte[] key, byte[] salt) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    digest.update(key);
    digest.update(salt);
    byte[] inner = digest.digest(key);
    digest.update(key);
    digest.update("$1$".getBytes(StandardCharsets.US_ASCII));
    digest.update(salt);
    repeat(digest, inner, key.length);
    for (int i = key.length; i > 0; i >>= 1) digest.update((i & 1) != 0 ? 0 : key[0]);
    byte[] out = digest.digest();
    for (int round = 0; round < 1_000; round++) {
      digest.update((round & 1) != 0 ? key : out);
      if (round % 3 != 0) digest.update(salt);
      if (round % 7 != 0) digest.update(key);
      digest.update((round & 1) != 0 ? out : key);
      out = digest.digest();
    }
    var text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      letters(text, out[i], out[i + 6], i == 4 ? out[5] : out[i + 12], 4);
    }
    letters(text, (byte) 0, (byte) 0, out[11], 2);
    return text.toString();
  }

  private static String sha(String algorithm, byte[] key, byte[] salt)
      throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    digest.update(key);
    digest.update(salt);
    byte[] inner = digest.digest(key);
    digest.update(key);
    digest.update(salt);
    repeat(digest, inner, key.length);
    for (int i = key.length; i > 0; i >>= 1) digest.update((i & 1) != 0 ? inner : key);
    byte[] out = digest.digest();
    for (int i = 0; i < key.length; i++) digest.update(key);
    byte[] keys = stretched(digest.digest(), key.length);
    for (int i = 0; i < 16 + (out[0] & 0xff); i++) digest.update(salt);
    byte[] salts = stretched(digest.digest(), salt.length);
    for (int round = 0; round < ROUNDS; round++) {
      digest.update((round & 1) != 0 ? keys : out);
      if (round % 3 != 0) digest.update(salts);
      if (round % 7 != 0) digest.update(keys);
      digest.update((round & 1) != 0 ? out : keys);
      out = digest.digest();
    }
    return out.length == 32 ? letters256(out) : letters512(out);
  }

  private static String letters256(byte[] out) {
    var text = new StringBuilder();
    int[] at = {0, 10, 20};
    for (int i = 0; i < 10; i++) {
      letters(text, out[at[0]], out[at[1]], out[at[2]], 4);
      at = new int[] {(at[2] + 1) % 30, (at[0] + 1) % 30, (at[1] + 1) % 30};
    }
    letters(text, (byte) 0, out[31], out[30], 3);
    return text.toString();
  }

  private static String letters512(byte[] out) {
    var text = new StringBuilder();
    int[] at = {0, 21, 42};
    for (int i = 0; i < 21; i++) {
      letters(text, out[at[0]], out[at[1]], out[at[2]], 4);
      at = new int[] {at[1] + 1, at[2] + 1, at[0] + 1};
    }
    letters(text, (byte) 0, (byte) 0, out[63], 2);
    return text.toString();
  }

  private static void letters(StringBuilder text, byte high, byte middle, byte low, int count) {
    int bits = (high & 0xff) << 16 | (middle & 0xff) << 8 | (low & 0xff);
    for (int i = 0; i < count; i++, bits >>= 6) text.append(LETTERS.charAt(bits & 63));
  }

  private static void repeat(MessageDigest digest, byte[] bytes, int length) {
    for (int left = length; left > 0; left -= bytes.length) {
      digest.update(bytes, 0, Math.min(left, bytes.length));
    }
  }

  private static byte[] stretched(byte[] bytes, int length) {
    byte[] out = new byte[length];
    for (int at = 0; at < length; at += bytes.length) {
      System.arraycopy(bytes, 0, out, at, Math.min(bytes.length, length - at));
    }
    return Arrays.copyOf(out, length);
  }
}
