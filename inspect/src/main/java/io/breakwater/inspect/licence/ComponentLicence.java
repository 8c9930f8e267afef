package io.breakwater.inspect.licence;

import io.breakwater.inspect.licence.NormalisedLicence.How;
import io.breakwater.model.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A component and its licence.
 *
 * @param component as the inventory has it
 * @param licence empty when nothing tells of one
 */
public record ComponentLicence(Component component, Optional<NormalisedLicence> licence) {
  /** By what the component's package states. */
  public static ComponentLicence of(Component component) {
    return new ComponentLicence(component, LicenceNames.normalise(component.licences()));
  }

  /** As above; where the package states nothing, the licence whose text lies beside it. */
  public static ComponentLicence of(Component component, Optional<LicenceExpression> text) {
    ComponentLicence stated = of(component);
    if (text.isEmpty()) return stated;
    boolean open = stated.licence().isEmpty() || stated.licence().get().how() == How.UNKNOWN;
    if (!open) return stated;
    return new ComponentLicence(
        component, Optional.of(new NormalisedLicence(text.get().simplified(), How.TEXT)));
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
