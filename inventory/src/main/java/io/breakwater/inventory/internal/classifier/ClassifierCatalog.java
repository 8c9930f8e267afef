package io.breakwater.inventory.internal.classifier;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All classifiers, ready for use. What they are looked for by is made when it is first needed: most
 * files are turned away by their name.
 */
final class ClassifierCatalog {
  private final List<Classifier> classifiers;
  private final NameGate gate;

  /** Of all classifiers one after the other. */
  private final List<String> sources = new ArrayList<>();

  private final int[] owners;
  private final Supplier<Compiled> compiled;

  /** The patterns, and the automaton that finds their anchors by the same numbers. */
  record Compiled(List<Pattern> patterns, AnchorAutomaton automaton) {}

  private static final class Holder {
    static final ClassifierCatalog INSTANCE = load();
  }

  ClassifierCatalog(List<Classifier> classifiers) {
    this.classifiers = List.copyOf(classifiers);
    gate = new NameGate(classifiers);
    var owned = new ArrayList<Integer>();
    for (int i = 0; i < classifiers.size(); i++) {
      for (String source : classifiers.get(i).patterns()) {
        sources.add(source);
        owned.add(i);
      }
    }
    owners = new int[owned.size()];
    for (int i = 0; i < owners.length; i++) owners[i] = owned.get(i);
    compiled = new Once<>(this::compile);
  }

  /** Those of Breakwater. */
  static ClassifierCatalog standard() {
    return Holder.INSTANCE;
  }

  private static ClassifierCatalog load() {
    try (InputStream in = ClassifierCatalog.class.getResourceAsStream(ClassifierFile.NAME)) {
      // Where the build's own step has not run, as in an editor, the source itself is read.
      if (in == null) return new ClassifierCatalog(ClassifierYaml.all());
      return new ClassifierCatalog(
          ClassifierFile.read(new DataInputStream(new BufferedInputStream(in, 1 << 16))));
    } catch (IOException e) {
      throw new UncheckedIOException("the classifiers of this build cannot be read", e);
    }
  }

  private Compiled compile() {
    var patterns = new ArrayList<Pattern>(sources.size());
    var anchors = new ArrayList<String>(sources.size());
    for (String source : sources) {
      Pattern pattern = Pattern.of(source);
      patterns.add(pattern);
      anchors.add(pattern.anchor());
    }
    return new Compiled(patterns, new AnchorAutomaton(anchors));
  }

  NameGate gate() {
    return gate;
  }

  int size() {
    return classifiers.size();
  }

  Classifier get(int classifier) {
    return classifiers.get(classifier);
  }

  List<Classifier> classifiers() {
    return classifiers;
  }

  /** The classifier that a pattern is of. */
  int owner(int pattern) {
    return owners[pattern];
  }

  Compiled compiled() {
    return compiled.get();
  }

  /** Makes a value when it is first asked for. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @org.jspecify.annotations.Nullable T value;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      T known = value;
      return known != null ? known : make();
    }

    private synchronized T make() {
      T known = value;
      if (known == null) value = known = maker.get();
      return known;
    }
  }
}
