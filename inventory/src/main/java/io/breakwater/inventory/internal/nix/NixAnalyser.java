package io.breakwater.inventory.internal.nix;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;

/**
 * Finds the packages in the store of Nix by the names of its directories: images that Nix builds
 * have no other list of what is in them.
 */
public final class NixAnalyser implements Analyser {
  private static final String STORE = "nix/store/";

  @Override
  public String name() {
    return "nix";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String lastCharacters() {
    return "/";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    return false;
  }

  @Override
  public boolean wantsDirectory(String path) {
    return path.startsWith(STORE)
        && path.indexOf('/', STORE.length()) < 0
        && StorePath.parse(path.substring(STORE.length())).isPresent();
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) {
    StorePath.parse(file.path().substring(STORE.length()))
        .ifPresent(
            path -> {
              Purl purl = Purl.of("nix", "", path.name(), path.version());
              if (!path.output().isEmpty()) purl = purl.withQualifier("output", path.output());
              facts.found(FoundPackage.of(purl, path.name(), path.version(), ""));
            });
  }
}
