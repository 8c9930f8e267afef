package io.breakwater.oci.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.oci.internal.net.ProxySettings.HttpProxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
  private static Optional<HttpProxy> proxy(Map<String, String> environment, String target)
      throws InvalidProxyException {
    return ProxySettings.of(environment).proxyFor(URI.create(target));
  }

  @Test
  void eachSchemeHasItsVariable() throws Exception {
    var environment = Map.of("HTTP_PROXY", "http://plain:1", "https_proxy", "secure:2");
    assertThat(proxy(environment, "http://r.example/"))
        .contains(new HttpProxy("plain", 1, Optional.empty()));
    assertThat(proxy(environment, "https://r.example/"))
        .contains(new HttpProxy("secure", 2, Optional.empty()));
    assertThat(proxy(Map.of(), "https://r.example/")).isEmpty();
  }

  @Test
  void aPasswordIsDecodedAndNotPrinted() throws Exception {
    HttpProxy proxy =
        proxy(Map.of("HTTPS_PROXY", "http://a%40b:p+%3A@h:3"), "https://x/").orElseThrow();
    assertThat(proxy.authorization()).contains("Basic YUBiOnArOg==");
    assertThat(proxy).hasToString("h:3");
  }

  @Test
  void aCgiProgramDoesNotTrustHttpProxy() throws Exception {
    var environment = Map.of("HTTP_PROXY", "http://evil:1", "REQUEST_METHOD", "GET");
    assertThat(proxy(environment, "http://r.example/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://h:1", "https://h:1", "http://", "http://a:b c@h"})
  void whatCannotBeUsedIsToldWithoutSecrets(String value) {
    assertThatThrownBy(() -> proxy(Map.of("HTTPS_PROXY", value), "https://x/"))
        .isInstanceOf(InvalidProxyException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("a:b");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,        https://example.com/,      true",
    "example.com,        https://a.example.com/,    true",
    "example.com,        https://notexample.com/,   false",
    ".example.com,       https://example.com/,      false",
    ".example.com,       https://a.b.example.com/,  true",
    "*.example.com,      https://a.example.com/,    true",
    "EXAMPLE.com,        https://Example.COM/,      true",
    "example.com:8443,   https://example.com:8443/, true",
    "example.com:8443,   https://example.com/,      false",
    "'x, 10.0.0.0/8',    https://10.1.2.3/,         true",
    "10.0.0.0/8,         https://11.1.2.3/,         false",
    "10.1.2.3,           https://10.1.2.3/,         true",
    "10.1.2.3:443,       https://10.1.2.3/,         true",
    "10.1.2.3:80,        https://10.1.2.3/,         false",
    "2001:db8::/32,      'https://[2001:db8::1]/',  true",
    "2001:db8::/32,      'https://[2001:db9::1]/',  false",
    "10.0.0.0/33,        https://10.0.0.1/,         false",
    "*,                  https://example.com/,      true",
    "'',                 https://localhost:5000/,   true",
    "'',                 https://127.0.0.9/,        true",
    "'',                 'https://[::1]/',          true",
    "'',                 https://example.com/,      false"
  })
  void exceptionsGoStraight(String noProxy, String target, boolean straight) throws Exception {
    var environment = Map.of("HTTPS_PROXY", "http://p:1", "NO_PROXY", noProxy);
    assertThat(proxy(environment, target).isEmpty()).isEqualTo(straight);
  }

  @Test
  void loopbackHasManyNames() {
    assertThat(new String[] {"localhost", "localhost:5000", "127.1.2.3:80", "[::1]", "[::1]:5000"})
        .allMatch(Loopback::is);
    assertThat(new String[] {"localhost.example", "128.0.0.1", "", "[::2]:1"})
        .noneMatch(Loopback::is);
  }
}
