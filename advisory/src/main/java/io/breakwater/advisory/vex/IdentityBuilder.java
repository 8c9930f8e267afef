package io.breakwater.advisory.vex;

import io.breakwater.advisory.internal.PurlPattern;
import io.breakwater.advisory.vex.VexProduct.Identity;
import io.breakwater.model.Digest;
import io.breakwater.model.InvalidDigestException;
import io.breakwater.model.Purl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gathers by what a product is recognised; what cannot be understood recognises nothing. */
final class IdentityBuilder {
  private final List<Purl> purls = new ArrayList<>(1);
  private final List<Digest> digests = new ArrayList<>(0);
  private final List<String> cpes = new ArrayList<>(0);
  private final List<String> names = new ArrayList<>(0);

  /** Whatever an id may be: a package URL, a digest, a CPE name, the name of an image. */
  IdentityBuilder id(String id) {
    if (id.isEmpty()) return this;
    if (id.startsWith("pkg:")) return purl(id);
    if (id.startsWith("cpe:")) return cpe(id);
    int colon = id.indexOf(':');
    if (colon > 0 && id.startsWith("sha"))
      return hash(id.substring(0, colon), id.substring(colon + 1));
    if (!id.contains("://")) names.add(id);
    return this;
  }

  IdentityBuilder purl(String text) {
    PurlPattern.parse(text).ifPresent(pattern -> purls.add(pattern.purl()));
    return this;
  }

  IdentityBuilder cpe(String cpe) {
    if (cpe.startsWith("cpe:")) cpes.add(cpe);
    return this;
  }

  /** A hash whose algorithm is written {@code sha-256}, {@code SHA256} or alike. */
  IdentityBuilder hash(String algorithm, String value) {
    String plain = algorithm.toLowerCase(Locale.ROOT).replace("-", "");
    try {
      Digest digest = new Digest(plain, value.toLowerCase(Locale.ROOT));
      if (plain.startsWith("sha") || plain.startsWith("blake")) digests.add(digest);
    } catch (InvalidDigestException none) {
      return this;
    }
    return this;
  }

  Identity build() {
    return new Identity(purls, digests, cpes, names);
  }
}
