package io.breakwater.advisory.ignore;

import io.breakwater.advisory.internal.PurlPattern;
import io.breakwater.advisory.vex.Justification;
import io.breakwater.model.Component;
import io.breakwater.model.Digest;
import io.breakwater.model.Finding;
import io.breakwater.model.ImageInfo;
import io.breakwater.model.Purl;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that leaves findings out. Everything that it names must fit.
 *
 * @param file in which it stands
 * @param line at which it begins, from 1
 * @param id of the hole or an alias; {@code *} or empty for any
 * @param purl the package, in any version where it names none
 * @param path a pattern of the places that a package was found at; empty for any
 * @param atLine the line that a check found something in; 0 for any
 * @param image a pattern of the image's name; empty for any
 * @param digest of the image, its configuration or the package's archive
 * @param reason why; may only be empty in files of other tools
 * @param owner who answers for it
 * @param expires the last day on which it holds
 * @param justification set when the reason is that the product is not affected
 */
public record IgnoreRule(
    String file,
    int line,
    String id,
    Optional<Purl> purl,
    String path,
    int atLine,
    String image,
    Optional<Digest> digest,
    String reason,
    Optional<String> owner,
    Optional<LocalDate> expires,
    Optional<Justification> justification) {

  /** A rule for one id, as {@code .trivyignore} has them. */
  static IgnoreRule ofId(
      String file, int line, String id, String reason, Optional<LocalDate> expires) {
    return new IgnoreRule(
        file,
        line,
        id,
        Optional.empty(),
        "",
        0,
        "",
        Optional.empty(),
        reason,
        Optional.empty(),
        expires,
        Optional.empty());
  }

  /** Whether it holds for every hole. */
  public boolean isForAnyId() {
    return id.isEmpty() || id.equals("*");
  }

  /** Whether it names neither a hole nor a place: it would hide what nobody has seen yet. */
  public boolean isTooBroad() {
    return isForAnyId() && path.isEmpty() && digest.isEmpty();
  }

  /** Whether its last day has passed. */
  public boolean isExpired(LocalDate today) {
    return expires.filter(today::isAfter).isPresent();
  }

  /** Whether it is about this finding, expired or not. */
  public boolean matches(Finding.AboutPackage finding, Component component, ImageInfo about) {
    return atLine == 0
        && matchesId(finding.id(), finding.aliases())
        && (purl.isEmpty() || new PurlPattern(purl.get()).matches(component))
        && (path.isEmpty() || matchesPath(component))
        && (image.isEmpty() || Glob.matches(image, about.name()))
        && (digest.isEmpty() || matchesDigest(component, about));
  }

  /** Whether it is about what a check found, expired or not: rules for packages are not. */
  public boolean matches(Finding.OfCheck finding, ImageInfo about) {
    return matchesId(finding.id(), finding.check().aliases())
        && purl.isEmpty()
        && (atLine == 0 || atLine == finding.location().line())
        && (path.isEmpty() || Glob.matches(path, finding.location().path()))
        && (image.isEmpty() || Glob.matches(image, about.name()))
        && (digest.isEmpty()
            || digest.equals(about.digest())
            || digest.equals(about.configDigest())
            || digest.equals(finding.location().layer()));
  }

  private boolean matchesId(String name, List<String> aliases) {
    if (isForAnyId() || id.equalsIgnoreCase(name)) return true;
    for (String alias : aliases) if (id.equalsIgnoreCase(alias)) return true;
    return false;
  }

  private boolean matchesPath(Component component) {
    for (var at : component.locations()) if (Glob.matches(path, at.path())) return true;
    return false;
  }

  private boolean matchesDigest(Component component, ImageInfo about) {
    return digest.equals(about.digest())
        || digest.equals(about.configDigest())
        || component.traits().hashes().contains(digest.orElseThrow());
  }

  /** The rule in one line: what it names. */
  public String text() {
    var words = new ArrayList<String>();
    words.add(isForAnyId() ? "*" : id);
    purl.ifPresent(p -> words.add("purl=" + p));
    if (!path.isEmpty()) words.add("path=" + path);
    if (atLine > 0) words.add("line=" + atLine);
    if (!image.isEmpty()) words.add("image=" + image);
    digest.ifPresent(d -> words.add("digest=" + d));
    return String.join(" ", words);
  }
}
