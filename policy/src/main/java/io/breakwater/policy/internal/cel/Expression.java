package io.breakwater.policy.internal.cel;

import dev.cel.common.types.CelType;
import java.util.Set;

/**
 * An expression that can be evaluated.
 *
 * @param text as it was written
 * @param code what evaluates it
 * @param type of its value
 * @param slots how many slots its frame needs
 * @param uses the variables and fields that it reads, such as {@code findings} and {@code
 *     Finding.severity}
 */
public record Expression(String text, Code code, CelType type, int slots, Set<String> uses) {}
