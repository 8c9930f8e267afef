package io.breakwater.advisory.update;

import io.breakwater.advisory.update.FeedTrouble.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fetches all files of one feed into a new generation; what did not change is linked. */
final class FeedFetch {
  private final FeedProvider provider;
  private final FeedStore store;
  private final FeedState before;
  private final FileDownload download;

  FeedFetch(FeedProvider provider, FeedStore store, FeedState before, FileDownload download) {
    this.provider = provider;
    this.store = store;
    this.before = before;
    this.download = download;
  }

  /** Fetches into the folder; returns the files, which may all be the old ones. */
  List<FeedState.File> into(Path files) throws FeedFailedException, IOException {
    String latest = provider.latest().isPresent() ? latest(provider.latest().get()) : "";
    var out = new ArrayList<FeedState.File>();
    for (String address : provider.addresses()) {
      out.add(one(address.replace(FeedProvider.LATEST, latest), files));
    }
    return out;
  }

  /** Takes a file of this machine instead. */
  List<FeedState.File> copy(Path source, Path files) throws FeedFailedException, IOException {
    Path target = files.resolve(clean(String.valueOf(source.getFileName())));
    var sha256 = FileDownload.sha256();
    long size;
    try (InputStream in = new DigestInputStream(Files.newInputStream(source), sha256)) {
      size = Files.copy(in, target);
    } catch (IOException unreadable) {
      throw new FeedFailedException(Kind.UNREACHABLE, unreadable.toString());
    }
    return List.of(
        new FeedState.File(
            source.toUri().toString(),
            String.valueOf(target.getFileName()),
            "",
            "",
            size,
            HexFormat.of().formatHex(sha256.digest())));
  }

  private String latest(String address) throws FeedFailedException {
    String text = download.text(URI.create(address)).strip();
    int end = 0;
    while (end < text.length() && isPlain(text.charAt(end))) end++;
    boolean word = end > 0 && (end == text.length() || Character.isWhitespace(text.charAt(end)));
    if (!word || end > 200 || text.startsWith(".")) {
      throw new FeedFailedException(Kind.BROKEN, address + " names no file");
    }
    return text.substring(0, end);
  }

  private FeedState.File one(String address, Path files) throws FeedFailedException, IOException {
    String path = path(address);
    Path target = files.resolve(path);
    Optional<FeedState.File> known =
        before.files().stream().filter(f -> f.url().equals(address)).findFirst();
    Path old = store.generation(provider.name(), before.generation()).resolve(FeedStore.FILES);
    if (known.isPresent() && !Files.exists(old.resolve(known.get().path()))) {
      known = Optional.empty();
    }
    Path partial = store.partial(provider.name()).resolve(path.replace('/', '_'));
    FeedState.File file =
        switch (download.fetch(URI.create(address), known, partial, target)) {
          case FileDownload.Fetched.Unchanged() -> {
            if (known.isEmpty()) throw new FeedFailedException(Kind.STATUS, "304");
            link(old.resolve(known.get().path()), target);
            yield known.get();
          }
          case FileDownload.Fetched.Fresh fresh ->
              new FeedState.File(
                  address, path, fresh.etag(), fresh.modified(), fresh.size(), fresh.sha256());
        };
    if (provider.checksum().isPresent()) check(provider.checksum().get(), file);
    return file;
  }

  private void check(String template, FeedState.File file) throws FeedFailedException {
    String address = template.replace("{url}", file.url());
    String text = download.text(URI.create(address));
    for (String word : text.split("\\s+", 1000)) {
      if (word.length() != 64 || !isHex(word)) continue;
      if (word.toLowerCase(Locale.ROOT).equals(file.sha256())) return;
      throw new FeedFailedException(Kind.CHECKSUM, address);
    }
    throw new FeedFailedException(Kind.CHECKSUM, address + " has no SHA-256");
  }

  private static void link(Path old, Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    try {
      Files.createLink(target, old);
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.copy(old, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Host and path of an address as a path, so that readers see what publishers named. */
  private static String path(String address) {
    URI uri = URI.create(address);
    var out = new StringBuilder(clean(uri.getHost()));
    for (String segment : uri.getPath().split("/", 100)) {
      if (!segment.isEmpty()) out.append('/').append(clean(segment));
    }
    if (uri.getRawQuery() != null) {
      out.append('-').append(Integer.toHexString(uri.getRawQuery().hashCode()));
    }
    return out.toString();
  }

  private static String clean(String segment) {
    var out = new StringBuilder();
    for (int i = 0; i < Math.min(segment.length(), 120); i++) {
      char c = segment.charAt(i);
      out.append(isPlain(c) && !(c == '.' && i == 0) ? c : '_');
    }
    return out.isEmpty() ? "_" : out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  private static boolean isHex(String word) {
    return word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
