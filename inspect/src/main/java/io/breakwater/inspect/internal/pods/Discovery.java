package io.breakwater.inspect.internal.pods;

import io.breakwater.model.Check;
import io.breakwater.model.Confidence;
import io.breakwater.model.Text;

/**
 * What a check found in an object.
 *
 * @param check what was looked for
 * @param confidence how sure it is
 * @param message what is wrong here
 * @param field where, in the document
 */
public record Discovery(Check check, Confidence confidence, Text message, Field field) {}
