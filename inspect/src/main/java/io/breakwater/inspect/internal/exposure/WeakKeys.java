package io.breakwater.inspect.internal.exposure;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** How long keys are. */
final class WeakKeys {
  private static final int MOST = 32 << 10;

  private WeakKeys() {}

  /** The bits of a key; 0 when not known. */
  static int bits(Key key) {
    return switch (key) {
      case RSAKey rsa -> rsa.getModulus().bitLength();
      case ECKey ec -> ec.getParams().getOrder().bitLength();
      case DSAKey dsa -> dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength();
      default -> 0;
    };
  }

  /** A private key in DER: PKCS #8, or PKCS #1 of RSA. */
  static Optional<CertificateFact> of(byte[] der) {
    if (der.length < 32 || der.length > MOST) return Optional.empty();
    int modulus = modulus(der);
    if (modulus > 0) return Optional.of(CertificateFact.ofKey("RSA", modulus));
    for (String algorithm : List.of("RSA", "EC", "DSA")) {
      try {
        Key key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        return Optional.of(CertificateFact.ofKey(algorithm, bits(key)));
      } catch (GeneralSecurityException | RuntimeException another) {
        // the next one may fit
      }
    }
    return Optional.empty();
  }

  /** SEQUENCE { INTEGER 0, INTEGER modulus, … }; 0 when it is none. */
  private static int modulus(byte[] der) {
    int at = header(der, 0, 0x30);
    if (at < 0 || at + 4 > der.length) return 0;
    if (der[at] != 2 || der[at + 1] != 1 || der[at + 2] != 0 || der[at + 3] != 2) return 0;
    int number = header(der, at + 3, 2);
    if (number < 0 || number >= der.length) return 0;
    int length = length(der, at + 3);
    if (length < 32) return 0;
    int first = der[number] == 0 ? number + 1 : number;
    if (first >= der.length) return 0;
    int bits = 8 * (length - (first - number));
    return bits - Integer.numberOfLeadingZeros(der[first] & 0xff) + 24;
  }

  /** Where the content of an element starts; -1 when there is none of the tag. */
  private static int header(byte[] der, int at, int tag) {
    if (at + 2 > der.length || der[at] != tag) return -1;
    int first = der[at + 1] & 0xff;
    if (first < 0x80) return at + 2;
    int count = first & 0x7f;
    return count == 0 || count > 3 ? -1 : at + 2 + count;
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    if (first < 0x80) return first;
    int length = 0;
    for (int i = 0; i < (first & 0x7f) && at + 2 + i < der.length; i++) {
      length = (length << 8) | (der[at + 2 + i] & 0xff);
    }
    return length;
  }
}
