package io.breakwater.advisory.vex;

import io.breakwater.model.Digest;
import io.breakwater.model.Purl;
import java.util.List;

/**
 * What a statement is about: a product or, where it names some, parts of it.
 *
 * @param identity the product
 * @param subcomponents the parts that are meant; empty: the whole
 */
public record VexProduct(Identity identity, List<Identity> subcomponents) {
  /** Copies the list. */
  public VexProduct {
    subcomponents = List.copyOf(subcomponents);
  }

  /**
   * By what something is recognised: any one of these.
   *
   * @param purls package URLs, which may lack a version
   * @param digests of an image or of a package's archive
   * @param cpes CPE names, which tell a distribution
   * @param names of images, as one pulls them
   */
  public record Identity(
      List<Purl> purls, List<Digest> digests, List<String> cpes, List<String> names) {
    /** Copies the lists. */
    public Identity {
      purls = List.copyOf(purls);
      digests = List.copyOf(digests);
      cpes = List.copyOf(cpes);
      names = List.copyOf(names);
    }

    boolean isEmpty() {
      return purls.isEmpty() && digests.isEmpty() && cpes.isEmpty() && names.isEmpty();
    }
  }
}
