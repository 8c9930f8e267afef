package io.breakwater.inspect.notices;

import io.breakwater.inspect.licence.ComponentLicence;
import java.util.List;

/**
 * What is passed on with an image, all of it out of the image: who holds which rights in it, under
 * which licences, with their words. Equal for equal images.
 *
 * @param items the components, in their order
 * @param others folders whose texts belong to no component, by path
 * @param texts the texts of licences, each wording once, by title
 * @param notices what NOTICE files say, each once, by path
 * @param missing licences whose words are nowhere in the image, by id
 * @param silent components of which the image holds no file with statements or words, as names
 * @param leftOut files that are too long to be passed on or cannot be read, by path
 */
public record Notices(
    List<Item> items,
    List<Item> others,
    List<Words> texts,
    List<Words> notices,
    List<Missing> missing,
    List<String> silent,
    List<String> leftOut) {
  /** Copies the lists. */
  public Notices {
    items = List.copyOf(items);
    others = List.copyOf(others);
    texts = List.copyOf(texts);
    notices = List.copyOf(notices);
    missing = List.copyOf(missing);
    silent = List.copyOf(silent);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A component, or a folder.
   *
   * @param title name and version, or the path
   * @param purl empty for a folder
   * @param licence an SPDX expression; empty for a folder and where nothing is known
   * @param statements of copyright, each once, in the order of the files
   * @param texts numbers of licences' texts, from 1
   * @param notices numbers of notices, from 1
   */
  public record Item(
      String title,
      String purl,
      String licence,
      List<String> statements,
      List<Integer> texts,
      List<Integer> notices) {
    /** Copies the lists. */
    public Item {
      statements = List.copyOf(statements);
      texts = List.copyOf(texts);
      notices = List.copyOf(notices);
    }
  }

  /**
   * Words of the image.
   *
   * @param title the licence, or the name of the file
   * @param path the first of the files that hold it
   * @param text as it stands there
   */
  public record Words(String title, String path, String text) {}

  /**
   * A licence without words.
   *
   * @param id of the SPDX list
   * @param name its full name; the id where the list tells none
   * @param address where the list publishes it
   * @param components who is under it, as names
   */
  public record Missing(String id, String name, String address, List<String> components) {
    /** Copies the list. */
    public Missing {
      components = List.copyOf(components);
    }
  }

  /** Gathers them. */
  public static Notices of(List<ComponentLicence> components, NoticeFiles files) {
    return new Gathering(files).of(components);
  }
}
