package io.breakwater.inspect.licence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An SPDX licence expression (annex D of SPDX 2.3) in canonical form: ids as the SPDX list writes
 * them, deprecated ones as what replaced them, chains of the same operator flat. Its {@link #text}
 * reads back as an equal expression.
 */
public sealed interface LicenceExpression {
  /** The longest text that is read. */
  int LONGEST = 4_000;

  /** The deepest nesting of parentheses that is read. */
  int DEEPEST = 50;

  /**
   * A licence of the SPDX list.
   *
   * @param id as the list writes it
   * @param orLater whether later versions may be chosen; said by the id itself where it ends with
   *     {@code -or-later}
   */
  record Licence(String id, boolean orLater) implements LicenceExpression {}

  /**
   * A licence that a document tells of itself.
   *
   * @param document the document's name behind {@code DocumentRef-}; mostly empty
   * @param name behind {@code LicenseRef-}
   */
  record Reference(String document, String name) implements LicenceExpression {}

  /**
   * A licence with more permissions.
   *
   * @param licence a {@link Licence} or {@link Reference}
   * @param exception the id of the exception as the list writes it
   */
  record With(LicenceExpression licence, String exception) implements LicenceExpression {
    /** Checks the licence. */
    public With {
      if (!(licence instanceof Licence || licence instanceof Reference)) {
        throw new IllegalArgumentException("an exception belongs to one licence: " + licence);
      }
    }
  }

  /** All of these hold. */
  record And(List<LicenceExpression> parts) implements LicenceExpression {
    /** Makes chains flat. */
    public And {
      parts = flat(parts, And.class);
    }
  }

  /** The user may choose one of these. */
  record Or(List<LicenceExpression> parts) implements LicenceExpression {
    /** Makes chains flat. */
    public Or {
      parts = flat(parts, Or.class);
    }
  }

  /**
   * Reads an expression, whatever the letter case.
   *
   * @throws InvalidLicenceException when it is none, or names a licence that the list does not have
   */
  static LicenceExpression parse(String text) throws InvalidLicenceException {
    return new ExpressionParser(text).parse();
  }

  /** All of these; one alone is itself. */
  static LicenceExpression all(List<LicenceExpression> parts) {
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }

  /** One of these; one alone is itself. */
  static LicenceExpression any(List<LicenceExpression> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Or(parts);
  }

  /** The canonical text. */
  default String text() {
    return switch (this) {
      case Licence(String id, boolean orLater) -> orLater ? id + "+" : id;
      case Reference(String document, String name) ->
          (document.isEmpty() ? "" : "DocumentRef-" + document + ":") + "LicenseRef-" + name;
      case With(LicenceExpression licence, String exception) ->
          licence.text() + " WITH " + exception;
      case And(List<LicenceExpression> parts) ->
          parts.stream()
              .map(part -> part instanceof Or ? "(" + part.text() + ")" : part.text())
              .collect(Collectors.joining(" AND "));
      case Or(List<LicenceExpression> parts) ->
          parts.stream().map(LicenceExpression::text).collect(Collectors.joining(" OR "));
    };
  }

  /** Without what is said twice, and what another part makes needless. */
  default LicenceExpression simplified() {
    return switch (this) {
      case Licence licence -> licence;
      case Reference reference -> reference;
      case With with -> with;
      case And(List<LicenceExpression> parts) -> all(needed(parts, And.class, Or.class));
      case Or(List<LicenceExpression> parts) -> any(needed(parts, Or.class, And.class));
    };
  }

  /** Every single licence in it, with its exception, in order. */
  default List<LicenceExpression> leaves() {
    return switch (this) {
      case Licence licence -> List.of(licence);
      case Reference reference -> List.of(reference);
      case With with -> List.of(with);
      case And(List<LicenceExpression> parts) ->
          parts.stream().flatMap(part -> part.leaves().stream()).toList();
      case Or(List<LicenceExpression> parts) ->
          parts.stream().flatMap(part -> part.leaves().stream()).toList();
    };
  }

  private static List<LicenceExpression> flat(
      List<LicenceExpression> parts, Class<? extends LicenceExpression> same) {
    if (parts.size() < 2) throw new IllegalArgumentException("it joins at least two");
    var flat = new ArrayList<LicenceExpression>(parts.size());
    for (LicenceExpression part : parts) {
      if (same.isInstance(part)) flat.addAll(parts(part));
      else flat.add(part);
    }
    return List.copyOf(flat);
  }

  private static List<LicenceExpression> parts(LicenceExpression expression) {
    return switch (expression) {
      case And(List<LicenceExpression> parts) -> parts;
      case Or(List<LicenceExpression> parts) -> parts;
      case Licence _, Reference _, With _ -> List.of(expression);
    };
  }

  /** Each once; {@code A AND (A OR B)} needs A alone, and {@code A OR (A AND B)} too. */
  private static List<LicenceExpression> needed(
      List<LicenceExpression> parts,
      Class<? extends LicenceExpression> same,
      Class<? extends LicenceExpression> inner) {
    Set<LicenceExpression> simple = new LinkedHashSet<>();
    for (LicenceExpression part : parts) {
      LicenceExpression one = part.simplified(); // which may be of the outer kind by now
      if (same.isInstance(one)) simple.addAll(parts(one));
      else simple.add(one);
    }
    var needed = new ArrayList<LicenceExpression>(simple.size());
    for (LicenceExpression part : simple) {
      boolean absorbed = inner.isInstance(part) && parts(part).stream().anyMatch(simple::contains);
      if (!absorbed) needed.add(part);
    }
    return needed;
  }
}
