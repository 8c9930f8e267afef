package io.breakwater.advisory.vex;

import java.util.Locale;
import java.util.Optional;

/** Why a product is not affected: the words of OpenVEX, which are CSAF's as well. */
public enum Justification {
  COMPONENT_NOT_PRESENT,
  VULNERABLE_CODE_NOT_PRESENT,
  VULNERABLE_CODE_NOT_IN_EXECUTE_PATH,
  VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY,
  INLINE_MITIGATIONS_ALREADY_EXIST;

  /** The word that documents write. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this word; CycloneDX's words are taken for the nearest of OpenVEX's. */
  public static Optional<Justification> parse(String word) {
    for (Justification each : values()) if (each.id().equals(word)) return Optional.of(each);
    return switch (word) {
      case "code_not_present" -> Optional.of(VULNERABLE_CODE_NOT_PRESENT);
      case "code_not_reachable", "requires_configuration", "requires_dependency" ->
          Optional.of(VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
      case "requires_environment" -> Optional.of(VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY);
      case "protected_by_compiler",
          "protected_at_runtime",
          "protected_at_perimeter",
          "protected_by_mitigating_control" ->
          Optional.of(INLINE_MITIGATIONS_ALREADY_EXIST);
      default -> Optional.empty();
    };
  }
}
