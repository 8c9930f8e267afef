package io.breakwater.inventory.internal.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.internal.RecordedFacts;
import io.breakwater.inventory.internal.Shown;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLockAnalyserTest {
  private static RecordedFacts analyse(String path, String text) throws IOException {
    return RecordedFacts.of(new PythonLockAnalyser(), path, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "a==1.0 => a 1.0",
        "A_b.C [x, y] == 1.0 ; python_version < '3' => A_b.C 1.0",
        "a===1.0+local.1 => a 1.0+local.1",
        "a==1!2.0,!=3 => a 1!2.0",
        "a (== 1.0) => a 1.0",
        "a => a ''",
        "a>=1,<2 => a ''",
        "a~=1.0 => a ''",
        "a==1.* => a ''",
        "a @ https://example.com/a-1.0.tar.gz => a ''",
        "a;sys_platform=='win32' => a ''",
        "a==1.0 --hash=sha256:00 => a 1.0",
      })
  void aRequirementHasAVersionWhereItLeavesNoChoice(String line, String expected)
      throws IOException {
    var facts = analyse("app/requirements.txt", line);
    assertThat(facts.packages)
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.name() + " " + (p.version().isEmpty() ? "''" : p.version()))
                    .isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# a==1",
        "-r other.txt",
        "-e git+https://example.com/a.git",
        "--index-url https://example.com",
        "==1.0",
        "./folder",
        "https://example.com/a.whl",
        "these are words",
        "a ==",
        "a[b",
        "a==--hash=sha256:00",
      })
  void otherLinesAreNoRequirements(String line) throws IOException {
    assertThat(analyse("requirements.txt", line).packages).isEmpty();
  }

  @Test
  void linesGoOnBehindABackslashAndAreCounted() throws IOException {
    String hash = "sha256:" + "0".repeat(64);
    var facts =
        analyse("requirements.txt", "# x\na==1 \\\r\n  --hash=" + hash + " # y\r\nb==2 \\\n");
    assertThat(facts.purls()).containsExactly("pkg:pypi/a@1", "pkg:pypi/b@2");
    assertThat(facts.packages.getFirst().line()).isEqualTo(2);
    assertThat(facts.packages.getFirst().traits().hashes()).hasToString("[" + hash + "]");
    assertThat(facts.packages.getLast().line()).isEqualTo(4);
  }

  @Test
  void requirementsOfTestsAreForDevelopment() throws IOException {
    assertThat(Shown.of(new PythonLockAnalyser(), "requirements-dev.txt", "a==1"))
        .containsExactly("pkg:pypi/a@1~");
  }

  @Test
  void poetryTellsScopesNeedsAndSources() throws IOException {
    String lock =
        """
        [[package]]
        name = "Flask"
        version = "1.0"
        optional = false
        groups = ["main", "dev"]
        [package.dependencies]
        ITS_dangerous = ">=0.2"
        unknown = "*"

        [[package]]
        name = "its-dangerous"
        version = "2.0"
        optional = true

        [[package]]
        name = "pytest"
        version = "5.4"
        groups = ["dev"]

        [[package]]
        name = "old"
        version = "1"
        category = "dev"

        [[package]]
        name = "forked"
        version = "0.2"
        [package.source]
        type = "git"
        url = "https://example.com/f.git"
        resolved_reference = "abc"
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "poetry.lock", lock))
        .containsExactly(
            "pkg:pypi/flask@1.0 -> its-dangerous",
            "pkg:pypi/its-dangerous@2.0?",
            "pkg:pypi/pytest@5.4~",
            "pkg:pypi/old@1~",
            "pkg:pypi/forked@0.2?vcs_url=git%2Bhttps://example.com/f.git%40abc");
  }

  @Test
  void uvTellsScopesByWhoNeedsWhat() throws IOException {
    String lock =
        """
        version = 1
        [[package]]
        name = "app"
        version = "0.1"
        source = { editable = "." }
        dependencies = [{ name = "web", extra = ["socks"] }]
        [package.optional-dependencies]
        fast = [{ name = "speed" }]
        [package.dev-dependencies]
        dev = [{ name = "test" }]
        [[package]]
        name = "web"
        version = "1"
        dependencies = [{ name = "base" }]
        [package.optional-dependencies]
        socks = [{ name = "socksio" }]
        http2 = [{ name = "h2" }]
        [[package]]
        name = "base"
        version = "1"
        [[package]]
        name = "socksio"
        version = "1"
        [[package]]
        name = "speed"
        version = "1"
        dependencies = [{ name = "base" }, { name = "c" }]
        [[package]]
        name = "test"
        version = "1"
        dependencies = [{ name = "c", version = "2" }]
        [[package]]
        name = "c"
        version = "1"
        [[package]]
        name = "c"
        version = "2"
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "uv.lock", lock))
        .containsExactly(
            "pkg:pypi/app@0.1 -> web speed test",
            "pkg:pypi/web@1 -> base socksio",
            "pkg:pypi/base@1",
            "pkg:pypi/socksio@1",
            "pkg:pypi/speed@1? -> base c",
            "pkg:pypi/test@1~ -> c@2",
            "pkg:pypi/c@1?",
            "pkg:pypi/c@2?");
  }

  @Test
  void otherLocksAreRead() throws IOException {
    String pdm =
        """
        [[package]]
        name = "a"
        version = "1"
        groups = ["default"]
        dependencies = ["B[x]>=2; python_version > '3'"]
        [[package]]
        name = "b"
        version = "2"
        groups = ["extra"]
        [[package]]
        name = "t"
        version = "3"
        groups = ["test"]
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "pdm.lock", pdm))
        .containsExactly("pkg:pypi/a@1 -> b", "pkg:pypi/b@2?", "pkg:pypi/t@3~");
    String pipfile =
        """
        {"_meta": {"hash": {}},
         "default": {"a": {"version": "==1.0"}, "v": {"git": "https://example.com/v", "ref": "c"}},
         "develop": {"b": {"version": "==2.0"}, "odd": 5}}
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "Pipfile.lock", pipfile))
        .containsExactly(
            "pkg:pypi/a@1.0",
            "pkg:pypi/v?vcs_url=git%2Bhttps://example.com/v%40c",
            "pkg:pypi/b@2.0~");
    String pylock =
        """
        lock-version = "1.0"
        [[packages]]
        name = "a"
        version = "1"
        dependencies = [{ name = "b" }]
        [[packages]]
        name = "b"
        version = "2"
        [[packages]]
        name = "own"
        directory = { path = "." }
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "pylock.dev.toml", pylock))
        .containsExactly("pkg:pypi/a@1 -> b", "pkg:pypi/b@2");
  }

  @Test
  void projectsSayWhatTheyAskFor() throws IOException {
    String pyproject =
        """
        [project]
        name = "own"
        dependencies = ["a==1.0", "b>=2"]
        [project.optional-dependencies]
        x = ["c==3"]
        [dependency-groups]
        dev = ["d==4", {include-group = "x"}]
        [tool.poetry.dependencies]
        python = "^3"
        e = "5.0"
        f = {version = "^6", optional = true}
        [tool.poetry.group.test.dependencies]
        g = "==7"
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "pyproject.toml", pyproject))
        .containsExactly(
            "pkg:pypi/a@1.0",
            "pkg:pypi/b",
            "pkg:pypi/c@3?",
            "pkg:pypi/d@4~",
            "pkg:pypi/e@5.0",
            "pkg:pypi/f?",
            "pkg:pypi/g@7~");
    String setup =
        """
        setup(name='own', install_requires = [
            'a==1',  # 'no==1'
            "b >= 2", f'{x}',
        ], extras_require={})
        """;
    assertThat(Shown.of(new PythonLockAnalyser(), "setup.py", setup))
        .containsExactly("pkg:pypi/a@1", "pkg:pypi/b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"poetry.lock", "Pipfile.lock", "pyproject.toml", "uv.lock"})
  void aFileThatIsNotWhatItsNameSaysIsRefused(String path) {
    assertThatThrownBy(() -> analyse(path, "this is none!")).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/python3/site-packages/a/requirements.txt",
        "usr/lib/python3/dist-packages/a/setup.py",
        "a.egg-info/requirements.txt",
        "my-poetry.lock",
        "notes.txt",
      })
  void whatAnInstalledPackageAskedForIsNotWanted(String path) {
    assertThat(RecordedFacts.wants(new PythonLockAnalyser(), path, new byte[0])).isFalse();
  }
}
