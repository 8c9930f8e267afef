package io.breakwater.inspect.licence;

import io.breakwater.inspect.licence.NormalisedLicence.How;
import io.breakwater.model.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A component and its licence.
 *
 * @param component as the inventory has it
 * @param licence empty when nothing tells of one
 */
public record ComponentLicence(Component component, Optional<NormalisedLicence> licence) {
  /** "GPL" says no version. */
  private static final Set<String> ANY_GPL = Set.of("GPL-1.0-or-later", "LGPL-2.0-or-later");

  /** By what the component's package states. */
  public static ComponentLicence of(Component component) {
    return new ComponentLicence(component, LicenceNames.normalise(component.licences()));
  }

  /** As above; where that leaves something open, the licence whose text lies beside it. */
  public static ComponentLicence of(Component component, Optional<LicenceExpression> text) {
    ComponentLicence stated = of(component);
    if (text.isEmpty() || !stated.isOpen()) return stated;
    if (stated.licence().isPresent() && stated.licence().get().how() != How.UNKNOWN) {
      return stated.refined(text.get());
    }
    return new ComponentLicence(
        component, Optional.of(new NormalisedLicence(text.get(), How.TEXT)));
  }

  /** Whether what the package states leaves something open that a text may tell. */
  boolean isOpen() {
    if (licence.isEmpty()) return true;
    How how = licence.get().how();
    return how == How.UNKNOWN || how == How.GUESS || ANY_GPL.contains(text());
  }

  /** "BSD" beside the text of BSD-2-Clause is BSD-2-Clause; beside another text it stays. */
  private ComponentLicence refined(LicenceExpression text) {
    String kin = kin(text());
    for (LicenceExpression leaf : text.leaves()) {
      boolean same =
          licence.orElseThrow().expression().leaves().size() == 1 && kin(leaf.text()).equals(kin);
      if (same)
        return new ComponentLicence(component, Optional.of(new NormalisedLicence(leaf, How.TEXT)));
    }
    return this;
  }

  private static String kin(String id) {
    int dash = id.indexOf('-');
    return dash < 0 ? id : id.substring(0, dash);
  }

  /** Roughly what it asks for. */
  public LicenceClass family() {
    return licence.map(l -> LicenceClass.of(l.expression())).orElse(LicenceClass.UNKNOWN);
  }

  /** The expression as documents write it. */
  public String text() {
    return licence.map(l -> l.expression().text()).orElse("NOASSERTION");
  }

  /** The single licences that hold, each choice made in favour of the most permissive. */
  public List<LicenceExpression> binding() {
    var all = new LinkedHashSet<LicenceExpression>();
    licence.ifPresent(l -> bind(l.expression(), all));
    return new ArrayList<>(all);
  }

  /** What is left when each choice is made in favour of the most permissive. */
  public Optional<LicenceExpression> chosen() {
    List<LicenceExpression> binding = binding();
    return binding.isEmpty() ? Optional.empty() : Optional.of(LicenceExpression.all(binding));
  }

  private static void bind(LicenceExpression expression, LinkedHashSet<LicenceExpression> all) {
    switch (expression) {
      case LicenceExpression.Licence _, LicenceExpression.Reference _, LicenceExpression.With _ ->
          all.add(expression);
      case LicenceExpression.And(List<LicenceExpression> parts) ->
          parts.forEach(part -> bind(part, all));
      case LicenceExpression.Or(List<LicenceExpression> parts) ->
          parts.stream()
              .min(Comparator.comparing(LicenceClass::of))
              .ifPresent(part -> bind(part, all));
    }
  }
}
