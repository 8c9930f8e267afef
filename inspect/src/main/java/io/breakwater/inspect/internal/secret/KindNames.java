package io.breakwater.inspect.internal.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What kinds that gitleaks and Trivy name are called here. A name that is not in the table is
 * understood where we have only one kind of the same company: to turn off more than was meant would
 * hide secrets.
 */
final class KindNames {
  private static final Map<String, List<String>> TABLE =
      Map.ofEntries(
          Map.entry("generic-api-key", List.of("generic-password", "generic-secret")),
          Map.entry("aws-access-token", List.of("aws-access-key-id")),
          Map.entry("aws-amazon-bedrock-api-key-long-lived", List.of("aws-bedrock-key")),
          Map.entry("aws-amazon-bedrock-api-key-short-lived", List.of("aws-bedrock-key")),
          Map.entry("alibaba-secret-key", List.of("alibaba-access-key-secret")),
          Map.entry("gcp-api-key", List.of("google-api-key")),
          Map.entry("github-pat", List.of("github-token")),
          Map.entry("github-app-token", List.of("github-token")),
          Map.entry("github-oauth", List.of("github-token")),
          Map.entry("github-refresh-token", List.of("github-token")),
          Map.entry("github-fine-grained-pat", List.of("github-fine-grained-token")),
          Map.entry("gitlab-pat", List.of("gitlab-token")),
          Map.entry("slack-webhook-url", List.of("slack-webhook")),
          Map.entry("slack-bot-token", List.of("slack-token")),
          Map.entry("slack-user-token", List.of("slack-token")),
          Map.entry("slack-app-token", List.of("slack-token")),
          Map.entry("slack-access-token", List.of("slack-token")),
          Map.entry("stripe-access-token", List.of("stripe-secret-key", "stripe-test-key")),
          Map.entry("stripe-secret-token", List.of("stripe-secret-key", "stripe-test-key")),
          Map.entry("microsoft-teams-webhook", List.of("teams-webhook")),
          Map.entry("hashicorp-tf-api-token", List.of("terraform-cloud-token")),
          Map.entry("vault-service-token", List.of("vault-token")),
          Map.entry("vault-batch-token", List.of("vault-token")),
          Map.entry("jwt-token", List.of("jwt")),
          Map.entry("jwt-base64", List.of("jwt")),
          Map.entry("private-key", List.of("private-key", "encrypted-private-key")),
          Map.entry("curl-auth-user", List.of("curl-user")),
          Map.entry("curl-auth-header", List.of("authorization-basic", "authorization-bearer")),
          Map.entry("pkcs12-file", List.of("keystore-known-password", "keystore-locked")),
          Map.entry("kubernetes-secret-yaml", List.of("generic-password", "generic-secret")));

  private KindNames() {}

  /** Our kinds that another tool calls so; empty when there is none, or it is not clear. */
  static List<String> ours(String name) {
    List<String> known = TABLE.get(name);
    if (known != null) return known;
    SecretRules own = SecretRules.own();
    if (own.byId(name) != null) return List.of(name);
    int dash = name.indexOf('-');
    String company = dash < 0 ? name : name.substring(0, dash);
    var found = new ArrayList<String>();
    for (SecretRule rule : own.rules()) {
      if (rule.id().startsWith(company + "-")) found.add(rule.id());
    }
    return found.size() == 1 ? found : List.of();
  }
}
