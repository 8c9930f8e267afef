package io.breakwater.inspect.internal.secret;

/**
 * How secrets are looked for.
 *
 * @param rules which kinds
 * @param allows what is allowed to be there
 * @param reveal whether secrets are told as they are: such evidence must never be kept
 * @param name stands in the key of kept evidence; empty for the usual way
 */
record SecretOptions(SecretRules rules, Allows allows, boolean reveal, String name) {
  static SecretOptions usual() {
    return new SecretOptions(SecretRules.own(), Allows.INLINE, false, "");
  }
}
