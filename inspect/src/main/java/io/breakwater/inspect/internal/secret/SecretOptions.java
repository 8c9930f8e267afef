package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.InspectedFile;
import io.breakwater.inspect.internal.Sighting;
import io.breakwater.inspect.internal.Sightings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How secrets are looked for.
 *
 * @param rules which kinds that come with Breakwater
 * @param user what a user adds, and takes out
 * @param custom finds the kinds of the user
 * @param reveal whether secrets are told as they are: such evidence must never be kept
 * @param name stands in the key of kept evidence; empty for the usual way
 */
record SecretOptions(
    SecretRules rules, UserSecrets user, UserScan custom, boolean reveal, String name) {

  static SecretOptions of(UserSecrets user, boolean reveal) {
    String name = user.name() + (reveal ? "-revealed" : "");
    return new SecretOptions(SecretRules.own(), user, new UserScan(user), reveal, name);
  }

  /** A kind that is told of, by its id; null for one that is not. */
  @Nullable SecretRule told(String id) {
    SecretRule own = custom.told(id);
    if (own != null) return own;
    return user.has(id) ? rules.byId(id) : null;
  }

  /** Tells of a secret in a file, unless it is allowed to be there. */
  void tell(InspectedFile file, Found one, int line, Sightings out) throws IOException {
    String check = Allows.check(file, one, user);
    if (check.isEmpty()) return;
    String evidence = reveal ? one.before() + one.secret() : one.masked();
    out.add(new Sighting(check, file.path(), line, one.confidence(), "", evidence));
  }

  /** Whether a secret in a text that is in no file is allowed to be there. */
  boolean allowsText(Found one, String text) {
    return user.allows(Allows.asCase(one, "", text));
  }
}
