package io.breakwater.inspect.internal.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against hashes that OpenSSL made. */
class CryptTest {
  @ParameterizedTest
  @CsvSource({
    "root,$1$abcdefgh$rV6RhG4no19bGJfmub3Ui1",
    "changeme,$5$saltstring$r95tFX87pN4oyJOA70kF/L8a/LEqcT.YRYjjAZ2EQSC",
    "docker,$6$saltsalt$QMk/yGJZKGoCzyJcrlvEK5MatNkSn5ZjXLFmJYW2mv9CqsjQWSKxQGrtXp3IMML4dStcV9C.LQvf950PfVYbb0",
    "a-very-long-and-strange-passphrase-that-nobody-guesses-0123456789-0123456789,"
        + "$6$saltsalt$YS9sGtBzB/ctvi8DoDX0lrQe3yZV2hC8pys3d.prrhpLt5d3bSzua032ZSKtBSEPE7uj7kNbFoxFTuB.h4MkA0"
  })
  void knowsThePasswordOfAHash(String password, String hash) {
    assertThat(Crypt.matches(password, hash)).isTrue();
    assertThat(Crypt.matches(password + "x", hash)).isFalse();
  }
}
