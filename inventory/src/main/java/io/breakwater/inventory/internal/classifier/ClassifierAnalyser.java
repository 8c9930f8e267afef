package io.breakwater.inventory.internal.classifier;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.FoundPackage;
import io.breakwater.inventory.internal.binary.Executable;
import io.breakwater.model.PackageTraits;
import io.breakwater.model.Purl;
import io.breakwater.oci.Content;
import io.breakwater.oci.EntryType;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * Software that came without a package manager, by its name and by what it says of itself: a file
 * whose name a classifier knows is looked through for the words that tell the version.
 */
public final class ClassifierAnalyser implements Analyser {
  /** What evidence and the merge know it by. */
  public static final String NAME = "binary-classifier";

  private static final long MOST_TEXT = 16 << 20;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    boolean plausible =
        Executable.isCandidate(file, head)
            || (file.size() <= MOST_TEXT && mayBeText(file.path()) && isFile(file));
    return plausible && ClassifierCatalog.standard().gate().wants(file.path());
  }

  private static boolean isFile(FileEntry file) {
    return file.type() == EntryType.FILE && file.size() > 0;
  }

  /**
   * Whether the name is one of those of the classifiers of text. They are few, and this is asked of
   * every file: the catalog is not to be read for it.
   */
  static boolean mayBeText(String path) {
    if (path.isEmpty()) return false;
    return switch (path.charAt(path.length() - 1)) {
      case 'e' -> isNamed(path, "release");
      case 'N' -> isNamed(path, "VERSION");
      case 'p' -> isNamed(path, "version.php") || isNamed(path, "wp");
      case 'r' ->
          isNamed(path, "composer")
              || isNamed(path, "composer.phar")
              || isNamed(path, "wp-cli.phar");
      default -> false;
    };
  }

  private static boolean isNamed(String path, String name) {
    int start = path.length() - name.length();
    return path.endsWith(name) && (start == 0 || path.charAt(start - 1) == '/');
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    var catalog = ClassifierCatalog.standard();
    boolean[] wanted = new boolean[catalog.size()];
    if (!catalog.gate().mark(file.path(), wanted)) return;
    boolean isText = mayBeText(file.path()) && !startsLikeProgram(content);
    for (int i = 0; i < wanted.length; i++) wanted[i] &= catalog.get(i).isText() == isText;
    for (BinaryScan.Hit hit : BinaryScan.of(catalog, content, wanted)) {
      facts.found(found(hit));
    }
  }

  private static boolean startsLikeProgram(Content content) throws IOException {
    return Executable.open(content).isPresent();
  }

  private static FoundPackage found(BinaryScan.Hit hit) {
    Classifier classifier = hit.classifier();
    Purl bare = Purl.parse(classifier.purl());
    String version = (bare.type().equals("golang") ? "v" : "") + hit.version();
    var purl = Purl.of(bare.type(), bare.namespace().orElse(""), bare.name(), version);
    String namespace = bare.namespace().map(text -> text + "/").orElse("");
    String says = hit.evidence() + " at byte " + hit.at();
    return FoundPackage.of(purl, namespace + bare.name(), version, says)
        .with(PackageTraits.INSTALLED.named(classifier.cpes(hit.version())));
  }
}
