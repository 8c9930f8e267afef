package io.breakwater.inspect.internal.secret;

import io.breakwater.inspect.internal.regex.Matches;
import io.breakwater.inspect.internal.regex.Regex;
import io.breakwater.model.Confidence;
import io.breakwater.model.Severity;
import io.breakwater.model.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of secret that a user describes.
 *
 * @param id of the kind
 * @param title for people
 * @param regex what finds it; null when its path alone does
 * @param group which part of a match is the secret; 0 for the first that is not empty, or all;
 *     {@link #WHOLE}
 * @param entropy that the secret must have more of, in bits for each character; 0 for any
 * @param keywords in lower case, one of which must be in the file; empty when none has to
 * @param path what its path must match; null for any
 */
record UserRule(
    String id,
    Severity severity,
    String title,
    @Nullable Regex regex,
    int group,
    double entropy,
    List<String> keywords,
    @Nullable Regex path) {

  /** The whole match is the secret, whatever groups there are. */
  static final int WHOLE = -1;

  UserRule {
    keywords = keywords.stream().map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** How it is told of. */
  SecretRule told() {
    return new SecretRule(
        new SecretRule.Facts(
            id,
            severity,
            new Text(title, title),
            List.of(),
            SecretRule.Form.CODE,
            "",
            List.of(),
            List.of(),
            0,
            Confidence.HIGH,
            true,
            false,
            List.of(),
            List.of()));
  }

  /** Finds its matches. Made once for each rule. */
  @Nullable Matches matches() {
    return regex == null ? null : new Matches(regex);
  }
}
