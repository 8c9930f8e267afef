package io.breakwater.oci.places;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * An authority of openssl's making, a server certificate of it, and tokens as docker-registry wants
 * them.
 */
record PrivateAuthority(Path certificate, Path key, Path serverCertificate, Path serverKey) {
  static PrivateAuthority make(Machine machine, Path folder)
      throws IOException, InterruptedException {
    Path ca = folder.resolve("ca.pem");
    Path caKey = folder.resolve("ca.key");
    Path server = folder.resolve("server.pem");
    Path serverKey = folder.resolve("server.key");
    Path request = folder.resolve("server.csr");
    Path names = folder.resolve("names");
    Files.writeString(names, "subjectAltName=DNS:localhost,DNS:registry.test\n");
    machine.run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=Test authority",
        "-keyout",
        caKey.toString(),
        "-out",
        ca.toString());
    machine.run(
        "openssl",
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=localhost",
        "-keyout",
        serverKey.toString(),
        "-out",
        request.toString());
    machine.run(
        "openssl",
        "x509",
        "-req",
        "-in",
        request.toString(),
        "-CA",
        ca.toString(),
        "-CAkey",
        caKey.toString(),
        "-CAcreateserial",
        "-days",
        "30",
        "-extfile",
        names.toString(),
        "-out",
        server.toString());
    return new PrivateAuthority(ca, caKey, server, serverKey);
  }

  /** A token that lets pull from a repository. */
  String token(String issuer, String service, String repository) throws IOException {
    long now = Instant.now().getEpochSecond();
    String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"" + der(certificate) + "\"]}";
    String claims =
        """
        {"iss":"%s","sub":"","aud":"%s","exp":%d,"nbf":%d,"iat":%d,"jti":"1",\
        "access":[{"type":"repository","name":"%s","actions":["pull"]}]}"""
            .formatted(issuer, service, now + 300, now - 60, now, repository);
    String signed =
        url(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + url(claims.getBytes(StandardCharsets.UTF_8));
    try {
      byte[] pkcs8 = Base64.getDecoder().decode(der(key));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + url(signature.sign());
    } catch (GeneralSecurityException failure) {
      throw new IOException(failure);
    }
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String der(Path pem) throws IOException {
    var out = new StringBuilder();
    for (String line : Files.readAllLines(pem)) if (!line.startsWith("-----")) out.append(line);
    return out.toString();
  }
}
