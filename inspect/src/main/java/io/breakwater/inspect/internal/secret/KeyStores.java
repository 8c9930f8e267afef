package io.breakwater.inspect.internal.secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;

/** Stores of keys, tried with the passwords that everybody knows. */
final class KeyStores {
  private static final List<String> PASSWORDS =
      List.of("changeit", "", "password", "changeme", "secret", "123456", "keystore", "test");

  /** A store that asks for so much work to check a password is not tried. */
  private static final int MOST_ROUNDS = 500_000;

  /** The library itself does no more. */
  private static final int LIBRARY_ROUNDS = 5_000_000;

  private KeyStores() {}

  /** What a store is. */
  sealed interface Opened {
    /** A password opens it, and private keys are in it. */
    record Keys(String password, int count) implements Opened {}

    /** No known password opens it. */
    record Locked() implements Opened {}

    /** It holds certificates only, or is no store. */
    record Nothing() implements Opened {}
  }

  /** Whether bytes look like a store: Java's own forms, or PKCS #12. */
  static boolean isOne(byte[] bytes) {
    if (isJava(bytes)) return true;
    // PFX ::= SEQUENCE { version INTEGER 3, … }
    if (bytes.length < 64 || bytes[0] != 0x30) return false;
    int at = content(bytes);
    return at > 0 && bytes[at] == 2 && bytes[at + 1] == 1 && bytes[at + 2] == 3;
  }

  private static boolean isJava(byte[] bytes) {
    return bytes.length > 8
        && bytes[0] == (byte) 0xfe
        && bytes[1] == (byte) 0xed
        && bytes[2] == (byte) 0xfe
        && bytes[3] == (byte) 0xed;
  }

  /** Whether bytes are a private key in DER: of PKCS #8, PKCS #1 or SEC 1. */
  static boolean isPrivateKey(byte[] bytes) {
    if (bytes.length < 48 || bytes[0] != 0x30) return false;
    int at = content(bytes);
    if (at < 0 || bytes[at] != 2 || bytes[at + 1] != 1) return false;
    int version = bytes[at + 2];
    int next = bytes[at + 3];
    boolean eighth = version <= 1 && next == 0x30;
    boolean first = version == 0 && next == 2 && bytes.length > 300;
    boolean sec = version == 1 && next == 4;
    return eighth || first || sec;
  }

  /**
   * Where the content of the outer sequence starts; -1 when its length is not that of the bytes.
   */
  private static int content(byte[] bytes) {
    int first = bytes[1] & 0xff;
    if (first < 0x80) return first + 2 <= bytes.length ? 2 : -1;
    int count = first & 0x7f;
    if (count == 0) return 2;
    if (count > 4) return -1;
    long length = 0;
    for (int i = 0; i < count; i++) length = length << 8 | (bytes[2 + i] & 0xff);
    return length + 2 + count <= bytes.length ? 2 + count : -1;
  }

  /** Tries to open a store. */
  static Opened open(byte[] bytes) {
    if (!isJava(bytes) && mostRounds(bytes) > MOST_ROUNDS) return new Opened.Locked();
    for (String password : PASSWORDS) {
      try {
        KeyStore store = KeyStore.getInstance(isJava(bytes) ? "JKS" : "PKCS12");
        store.load(new ByteArrayInputStream(bytes), password.toCharArray());
        int keys = 0;
        for (String alias : Collections.list(store.aliases())) {
          if (store.isKeyEntry(alias)) keys++;
        }
        return keys > 0 ? new Opened.Keys(password, keys) : new Opened.Nothing();
      } catch (IOException wrongPassword) {
        // the next one may fit
      } catch (GeneralSecurityException | RuntimeException unknown) {
        return new Opened.Nothing();
      }
    }
    return new Opened.Locked();
  }

  /** The largest number in the store that could be a count of rounds the library would do. */
  private static long mostRounds(byte[] bytes) {
    long most = 0;
    for (int i = 0; i + 6 < bytes.length; i++) {
      if (bytes[i] != 2 || (bytes[i + 1] != 3 && bytes[i + 1] != 4)) continue;
      long value = 0;
      for (int k = 0; k < bytes[i + 1]; k++) value = value << 8 | (bytes[i + 2 + k] & 0xff);
      if (value <= LIBRARY_ROUNDS) most = Math.max(most, value);
    }
    return most;
  }
}
