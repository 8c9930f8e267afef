package io.breakwater.oci.internal.layer;

import io.breakwater.model.Digest;
import io.breakwater.model.Problem;
import io.breakwater.model.ProblemCode;
import io.breakwater.model.ProblemException;
import io.breakwater.oci.ImageLayer;
import io.breakwater.oci.LayerVisitor;
import io.breakwater.oci.OpenOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Optional;

/**
 * A layer that lies unpacked in a folder: a root file system, or what a container store keeps of a
 * layer, with overlay's whiteouts (devices 0/0, opaque attributes). No link is followed, also not
 * one that is put in the place of a folder meanwhile. What the system refuses costs a line.
 */
public final class DirectoryLayer implements ImageLayer {
  private final LayerFacts facts;
  private final Path root;
  private final boolean overlay;
  private final OpenOptions options;

  /**
   * A layer; nothing is opened before it is read.
   *
   * @param facts its digests are told and, as there is no archive, not checked
   * @param overlay whether it is a layer of an overlay, whose whiteouts are to be understood
   */
  public DirectoryLayer(LayerFacts facts, Path root, boolean overlay, OpenOptions options) {
    this.facts = facts;
    this.root = root;
    this.overlay = overlay;
    this.options = options;
  }

  @Override
  public Optional<Digest> digest() {
    return facts.digest();
  }

  @Override
  public Optional<Digest> diffId() {
    return facts.diffId();
  }

  @Override
  public long size() {
    return facts.size();
  }

  @Override
  public String instruction() {
    return facts.instruction();
  }

  /**
   * Walks the tree, folders before what is in them, each in the order of names.
   *
   * @return false: nothing can be proved of a tree
   */
  @Override
  public boolean read(LayerVisitor visitor) throws IOException {
    options.progress().started(facts.shortName(), 0);
    // The root itself may be reached by a link; below it no link is followed.
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.toRealPath())) {
      if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
        String cause = "this system cannot read folders without following links";
        throw ProblemException.of(ProblemCode.FILE_UNREADABLE, facts.subject(), cause);
      }
      new TreeWalk(root.toRealPath(), overlay, visitor, new Notes(visitor)).walk(secure);
      return false;
    } catch (FileSystemException refused) {
      String cause = String.valueOf(refused.getReason());
      throw new ProblemException(
          Problem.of(ProblemCode.FILE_UNREADABLE, facts.subject(), cause), refused);
    } finally {
      options.progress().finished(facts.shortName());
    }
  }
}
