package io.breakwater.inventory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.internal.beam.HexAnalyser;
import io.breakwater.inventory.internal.conda.CondaAnalyser;
import io.breakwater.inventory.internal.cpp.ConanAnalyser;
import io.breakwater.inventory.internal.cpp.VcpkgAnalyser;
import io.breakwater.inventory.internal.dart.PubAnalyser;
import io.breakwater.inventory.internal.dotnet.NugetAnalyser;
import io.breakwater.inventory.internal.github.ActionsAnalyser;
import io.breakwater.inventory.internal.haskell.HackageAnalyser;
import io.breakwater.inventory.internal.julia.JuliaAnalyser;
import io.breakwater.inventory.internal.lua.LuaRocksAnalyser;
import io.breakwater.inventory.internal.nim.NimbleAnalyser;
import io.breakwater.inventory.internal.ocaml.OpamAnalyser;
import io.breakwater.inventory.internal.perl.CpanAnalyser;
import io.breakwater.inventory.internal.python.PythonLockAnalyser;
import io.breakwater.inventory.internal.r.RAnalyser;
import io.breakwater.inventory.internal.swift.SwiftAnalyser;
import io.breakwater.inventory.internal.terraform.TerraformAnalyser;
import io.breakwater.inventory.internal.wordpress.WordPressAnalyser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The smaller ecosystems: a file of each kind with what is found in it, as {@link Shown} says. */
class EcosystemsTest {
  /** A file and what is found in it. */
  private record Case(Analyser analyser, String path, String text, List<String> expected) {
    DynamicTest test() {
      return DynamicTest.dynamicTest(
          analyser.name() + " " + path,
          () -> assertThat(Shown.of(analyser, path, text)).isEqualTo(expected));
    }
  }

  private static Case of(Analyser analyser, String path, String text, String... expected) {
    return new Case(analyser, path, text, List.of(expected));
  }

  @TestFactory
  Stream<DynamicTest> packagesOfNetAreFound() {
    var nuget = new NugetAnalyser();
    String lock =
        """
        {"version": 1, "dependencies": {"net8.0": {
          "A": {"type": "Direct", "resolved": "1.0", "dependencies": {"b": "2.0"}},
          "B": {"type": "Transitive", "resolved": "2.0"},
          "own": {"type": "Project"}}}}
        """;
    String assets =
        """
        {"version": 3,
         "targets": {"net8.0": {"A/1.0": {"dependencies": {"b": "1.0"}}, "B/2.0": {}}},
         "libraries": {"A/1.0": {"type": "package"}, "B/2.0": {"type": "package"},
                       "Own/1.0": {"type": "project"}}}
        """;
    String config =
        """
        <?xml version="1.0"?>
        <!-- <package id="no" version="1"/> -->
        <packages>
          <package id="A&amp;B" version="1.0" />
          <package id="T" version="2.0" developmentDependency="true"></package>
          <package id="no" />
        </packages>
        """;
    String props =
        """
        <Project><PropertyGroup><V>3.0</V></PropertyGroup>
          <ItemGroup Condition="x">
            <PackageVersion Include="A" Version="[1.0]" />
            <PackageVersion Include="B" Version="$(V)-rc" />
            <PackageVersion Include="C" Version="$(Unknown)" />
            <PackageVersion Include="D" Version="[1,2)" />
            <GlobalPackageReference Include="E" Version="5.0" PrivateAssets="all" />
          </ItemGroup>
          <Choose><When><ItemGroup>
            <PackageReference Update="F"><Version>6.0</Version></PackageReference>
          </ItemGroup></When></Choose></Project>
        """;
    String paket =
        """
        STORAGE: NONE
        NUGET
          remote: https://api.nuget.org/v3/index.json
            A (1.0)
              b (>= 2.0)
            B (2.0) - restriction: >= net45
        GITHUB
          remote: owner/repo
            src/x.fs (abc)

        GROUP Test
        NUGET
          remote: https://api.nuget.org/v3/index.json
            T (3.0)
        """;
    return Stream.of(
            of(nuget, "packages.lock.json", lock, "pkg:nuget/A@1.0 -> B@2.0", "pkg:nuget/B@2.0"),
            of(
                nuget,
                "obj/project.assets.json",
                assets,
                "pkg:nuget/A@1.0 -> B@2.0",
                "pkg:nuget/B@2.0"),
            of(nuget, "x/packages.config", config, "pkg:nuget/A%26B@1.0", "pkg:nuget/T@2.0~"),
            of(
                nuget,
                "Directory.Packages.props",
                props,
                "pkg:nuget/A@1.0",
                "pkg:nuget/B@3.0-rc",
                "pkg:nuget/E@5.0~",
                "pkg:nuget/F@6.0"),
            of(
                nuget,
                "paket.lock",
                paket,
                "pkg:nuget/A@1.0 -> B",
                "pkg:nuget/B@2.0",
                "pkg:github/src/x.fs@abc",
                "pkg:nuget/T@3.0~"),
            of(
                nuget,
                "paket.dependencies",
                "source x\nnuget A ~> 1.0\nnuget B 2.0\ngroup Test\n  nuget T = 3.0\n",
                "pkg:nuget/A",
                "pkg:nuget/B@2.0",
                "pkg:nuget/T@3.0~"))
        .map(Case::test);
  }

  @TestFactory
  Stream<DynamicTest> packagesOfCondaAndOfCAreFound() {
    String meta =
        """
        {"name": "a", "version": "1.0", "build": "h1_0", "subdir": "linux-64", "license": "MIT",
         "channel": "https://repo.example.com/pkgs/main/linux-64", "depends": ["b >=1", "c"]}
        """;
    String environment =
        """
        name: x
        dependencies:
          - main::a=1.0=h1
          - b==2.0
          - c>=3
          - d
          - pip:
            - e==5.0
        """;
    String conan1 =
        """
        {"version": "0.4", "graph_lock": {"nodes": {
          "0": {"ref": "own/1.0", "path": "conanfile.py", "requires": ["1"]},
          "1": {"ref": "a/1.0@me/stable#r1", "requires": ["2"], "context": "host"},
          "2": {"ref": "b/2.0", "context": "build"}}}}
        """;
    String conan2 =
        """
        {"version": "0.5", "requires": ["a/1.0#abc%1667.7"], "build_requires": ["b/2.0"]}
        """;
    String info = "[settings]\n  os=Linux\n[requires]\n  a/1.Y\n[full_requires]\n  a/1.2:id#r\n";
    String vcpkg =
        """
        Package: zlib
        Version: 1.3
        Port-Version: 2
        Depends: vcpkg-cmake, b[core]:x64-linux
        Architecture: x64-linux
        Status: install ok installed

        Package: zlib
        Feature: x
        Status: install ok installed

        Package: gone
        Version: 1
        Status: purge ok not-installed
        """;
    String manifest =
        """
        {"dependencies": ["a", {"name": "b"}],
         "overrides": [{"name": "b", "version": "2", "port-version": 1}]}
        """;
    return Stream.of(
            of(
                new CondaAnalyser(),
                "opt/conda/conda-meta/a-1.0-h1_0.json",
                meta,
                "pkg:conda/a@1.0?build=h1_0&channel=main&subdir=linux-64! -> b c"),
            of(
                new CondaAnalyser(),
                "environment.yml",
                environment,
                "pkg:conda/a@1.0",
                "pkg:conda/b@2.0",
                "pkg:conda/c",
                "pkg:conda/d",
                "pkg:pypi/e@5.0"),
            of(
                new ConanAnalyser(),
                "conan.lock",
                conan1,
                "pkg:conan/a@1.0?channel=stable&rrev=r1&user=me -> b@2.0",
                "pkg:conan/b@2.0~"),
            of(
                new ConanAnalyser(),
                "x/conan.lock",
                conan2,
                "pkg:conan/a@1.0?rrev=abc",
                "pkg:conan/b@2.0~"),
            of(
                new ConanAnalyser(),
                "conanfile.txt",
                "[requires]\n# a\na/1.0 # b\nb/[>=2 <3]@\n[tool_requires]\nc/3\n",
                "pkg:conan/a@1.0",
                "pkg:conan/b",
                "pkg:conan/c@3~"),
            of(
                new ConanAnalyser(),
                "home/.conan/data/m/1.0/_/_/package/5ab/conaninfo.txt",
                info,
                "pkg:conan/m@1.0!",
                "pkg:conan/a@1.2"),
            of(
                new VcpkgAnalyser(),
                "opt/vcpkg/installed/vcpkg/status",
                vcpkg,
                "pkg:vcpkg/zlib@1.3?port_version=2&triplet=x64-linux! -> vcpkg-cmake b"),
            of(
                new VcpkgAnalyser(),
                "vcpkg.json",
                manifest,
                "pkg:vcpkg/a",
                "pkg:vcpkg/b@2?port_version=1"))
        .map(Case::test);
  }

  @TestFactory
  Stream<DynamicTest> packagesOfErlangElixirAndGleamAreFound() {
    var hex = new HexAnalyser();
    String mix =
        """
        %{
          # a comment
          "a": {:hex, :a, "1.0", "hash", [:mix], [{:b, "~> 2.0", [hex: :b, optional: false]}], "hexpm", "x"},
          "b" => {:hex, :b_name, "2.0"},
          "g": {:git, "https://example.com/g.git", "abc", [branch: "main"]},
          "p": {:path, "../p"},
        }
        """;
    String rebar =
        """
        {"1.2.0", % version
        [{<<"a">>,{pkg,<<"a_name">>,<<"1.0">>},0},
         {<<"g">>,{git,"https://example.com/g",{ref,"abc"}},1}]}.
        [{pkg_hash,[{<<"a">>, <<"00">>}]}].
        """;
    String gleam =
        """
        packages = [
          { name = "a", version = "1.0", build_tools = ["gleam"], requirements = ["b"], source = "hex" },
          { name = "b", version = "2.0", build_tools = ["gleam"], requirements = [], source = "hex" },
        ]
        [requirements]
        a = { version = ">= 1.0" }
        """;
    return Stream.of(
            of(
                hex,
                "mix.lock",
                mix,
                "pkg:hex/a@1.0 -> b",
                "pkg:hex/b_name@2.0",
                "pkg:hex/g?vcs_url=git%2Bhttps://example.com/g.git%40abc"),
            of(
                hex,
                "rebar.lock",
                rebar,
                "pkg:hex/a_name@1.0",
                "pkg:hex/g@abc?vcs_url=git%2Bhttps://example.com/g%40abc"),
            of(hex, "manifest.toml", gleam, "pkg:hex/a@1.0 -> b", "pkg:hex/b@2.0"),
            of(
                hex,
                "gleam.toml",
                "[dependencies]\na = \"1.0\"\n[dev-dependencies]\nb = \">= 1 and < 2\"\n",
                "pkg:hex/a@1.0",
                "pkg:hex/b~"),
            of(
                hex,
                "usr/lib/erlang/lib/x-1/ebin/x.app",
                "{application, 'x', [{vsn, \"1.0\"}, {applications,[kernel,stdlib]}]}.\n",
                "pkg:otp/x@1.0! -> kernel stdlib"),
            of(hex, "Foo.app", "{\"json\": 1}"))
        .map(Case::test);
  }

  @TestFactory
  Stream<DynamicTest> packagesOfDartHaskellSwiftAndJuliaAreFound() {
    String pub =
        """
        packages:
          a:
            dependency: "direct main"
            description: {name: a, url: "https://pub.dev"}
            source: hosted
            version: "1.10"
          t:
            dependency: "direct dev"
            source: hosted
            version: "2.0"
        """;
    String stack =
        """
        packages:
        - completed:
            hackage: my-lib-1.0.1@sha256:%s,12
          original:
            hackage: my-lib-1.0.1
        """
            .formatted("0".repeat(64));
    String freeze =
        """
        active-repositories: hackage.haskell.org:merge
        constraints: any.A ==1.0,
                     any.base installed,
                     b +flag -other,
                     b ==2.0,
        index-state: x ==3
        """;
    String resolved =
        """
        {"version": 3, "pins": [
          {"identity": "a", "location": "git@github.com:me/A.git", "state": {"version": "1.0"}},
          {"identity": "b", "location": "https://example.com/me/b/",
           "state": {"branch": "main", "revision": "abc"}},
          {"identity": "scope.c", "kind": "registry", "location": "", "state": {"version": "3"}}]}
        """;
    String pods =
        """
        PODS:
          - A/Core (1.0):
            - B (~> 2)
          - B (2.0)
        COCOAPODS: 1.11.2
        """;
    String manifest =
        """
        julia_version = "1.9.0"
        manifest_format = "2.0"
        [[deps.A]]
        deps = ["Dates"]
        git-tree-sha1 = "00"
        uuid = "u-a"
        version = "1.0"
        [[deps.Dates]]
        uuid = "u-d"
        [[deps.Local]]
        path = "x"
        uuid = "u-l"
        """;
    return Stream.of(
            of(new PubAnalyser(), "pubspec.lock", pub, "pkg:pub/a@1.10", "pkg:pub/t@2.0~"),
            of(new HackageAnalyser(), "stack.yaml.lock", stack, "pkg:hackage/my-lib@1.0.1"),
            of(
                new HackageAnalyser(),
                "cabal.project.freeze",
                freeze,
                "pkg:hackage/A@1.0",
                "pkg:hackage/b@2.0"),
            of(
                new SwiftAnalyser(),
                "Package.resolved",
                resolved,
                "pkg:swift/github.com/me/A@1.0",
                "pkg:swift/example.com/me/b?vcs_url=git%2Bhttps://example.com/me/b/%40abc",
                "pkg:swift/scope/c@3"),
            of(
                new SwiftAnalyser(),
                "ios/Podfile.lock",
                pods,
                "pkg:cocoapods/A@1.0#Core -> B",
                "pkg:cocoapods/B@2.0"),
            of(
                new JuliaAnalyser(),
                "Manifest.toml",
                manifest,
                "pkg:julia/A@1.0?uuid=u-a -> Dates@1.9.0",
                "pkg:julia/Dates@1.9.0?uuid=u-d",
                "pkg:julia/Local?uuid=u-l"),
            of(
                new JuliaAnalyser(),
                "root/.julia/packages/A/x1/Project.toml",
                "name = \"A\"\nuuid = \"u-a\"\nversion = \"1.0\"\n",
                "pkg:julia/A@1.0?uuid=u-a!"))
        .map(Case::test);
  }

  @TestFactory
  Stream<DynamicTest> packagesOfLuaPerlROcamlAndNimAreFound() {
    String rockspec =
        """
        -- package = "no"
        local v = "9"
        package = "LuaSocket"
        version = "3.1.0-1"
        description = { license = "MIT" }
        dependencies = {
          "lua >= 5.1", -- "no"
          'b ~> 1.0'
        }
        """;
    String snapshot =
        """
        # carton snapshot format: version 1.0
        DISTRIBUTIONS
          Foo-Bar-1.002
            pathname: A/AB/ABC/Foo-Bar-1.002.tar.gz
            provides:
              Foo::Bar 1.002
          Baz-v0.1-TRIAL
            pathname: x
        """;
    String meta =
        """
        {"name": "Foo-Bar", "version": 1.5, "license": ["perl_5"],
         "meta-spec": {"url": "http://search.cpan.org/perldoc?CPAN::Meta::Spec"}}
        """;
    String pod =
        """
        =head2 Sat Nov 21 2026: C<Module> L<Foo::Bar|Foo::Bar>

        =over 4

        =item *

        C<VERSION: 1.23>
        """;
    String renv =
        """
        {"Packages": {"a": {"Package": "a", "Version": "1.0", "Requirements": ["R", "b"]},
                      "b": {"Package": "b", "Version": "2.0", "Source": "Bioconductor"}}}
        """;
    String description =
        """
        Package: a
        Version: 1.0-1
        Depends: R (>= 3.5), b
        Imports: c (>= 1),
            d
        License: MIT + file LICENSE
        Built: R 4.1; ; 2026; unix
        """;
    String opam =
        """
        opam-version: "2.0"
        license: ["MIT" "ISC"]
        depends: [
          "ocaml" {>= "4.02"} # comment "no"
          ("b" {= "1"} | "c")
        ]
        build: ["make"]
        """;
    String nimble =
        """
        {"version": 2, "packages": {"a": {"version": "1.0", "vcsRevision": "abc",
          "url": "https://example.com/a", "dependencies": ["b"], "checksums": {"sha1": "00"}}}}
        """;
    return Stream.of(
            of(
                new LuaRocksAnalyser(),
                "usr/lib/luarocks/rocks-5.1/luasocket/3.1.0-1/luasocket-3.1.0-1.rockspec",
                rockspec,
                "pkg:luarocks/luasocket@3.1.0-1! -> b"),
            of(
                new LuaRocksAnalyser(),
                "my-lib-1.0-2.rockspec",
                "package = name\nversion = v .. '-2'",
                "pkg:luarocks/my-lib@1.0-2"),
            of(
                new CpanAnalyser(),
                "cpanfile.snapshot",
                snapshot,
                "pkg:cpan/Foo-Bar@1.002",
                "pkg:cpan/Baz@v0.1-TRIAL"),
            of(
                new CpanAnalyser(),
                "usr/lib/perl5/x/.meta/Foo-Bar-1.5/MYMETA.json",
                meta,
                "pkg:cpan/Foo-Bar@1.5!"),
            of(
                new CpanAnalyser(),
                "usr/lib/perl5/x/.meta/Foo-Bar-1.5/install.json",
                "{\"name\": \"Foo::Bar\", \"version\": 1.5, \"dist\": \"Foo-Bar-1.5\"}",
                "pkg:cpan/Foo-Bar@1.5!"),
            of(
                new CpanAnalyser(),
                "src/META.yml",
                """
                name: Foo-Bar
                version: 1.50
                license: perl
                meta-spec:
                  url: http://module-build.sourceforge.net/META-spec-v1.4.html
                """,
                "pkg:cpan/Foo-Bar@1.50"),
            of(new CpanAnalyser(), "src/META.yml", "name: other\nversion: 1\n"),
            of(
                new LuaRocksAnalyser(),
                "usr/lib/luarocks/rocks-5.1/manifest",
                """
                commands = {}
                dependencies = { no = { ["9-1"] = {} } }
                repository = {
                   inspect = {
                      ["3.1.3-0"] = { { arch = "installed", modules = { a = "b" } } }
                   },
                   ["lua-cjson"] = {
                      ["2.1-1"] = { { arch = "all" } }, ['2.2-1'] = {}
                   }
                }
                """,
                "pkg:luarocks/inspect@3.1.3-0!",
                "pkg:luarocks/lua-cjson@2.1-1!",
                "pkg:luarocks/lua-cjson@2.2-1!"),
            of(
                new HexAnalyser(),
                "app/deps/jason/hex_metadata.config",
                """
                {<<"app">>,<<"jason">>}.
                {<<"licenses">>,[<<"Apache-2.0">>]}.
                {<<"name">>,<<"jason">>}.
                {<<"requirements">>,
                 [[{<<"app">>,<<"decimal">>},{<<"name">>,<<"decimal">>},{<<"optional">>,true}],
                  {<<"other">>,[{<<"app">>,<<"other">>}]}]}.
                {<<"version">>,<<"1.4.1">>}.
                """,
                "pkg:hex/jason@1.4.1! -> decimal other"),
            of(
                new PythonLockAnalyser(),
                "src/setup.cfg",
                """
                [metadata]
                name = Shop
                version = 1.2
                [options]
                install_requires =
                    django==4.2
                    # a comment
                    requests>=2; python_version > "3"
                [options.extras_require]
                fast: orjson==3.1
                [tool:x]
                name = no
                """,
                "pkg:pypi/django@4.2",
                "pkg:pypi/requests",
                "pkg:pypi/orjson@3.1?",
                "pkg:pypi/shop@1.2 -> django requests"),
            of(
                new PythonLockAnalyser(),
                "setup.cfg",
                "[metadata]\nname = shop\nversion = attr: shop.VERSION\n"),
            of(
                new PythonLockAnalyser(),
                "pyproject.toml",
                "[project]\nname = \"Shop\"\nversion = \"1.2\"\ndependencies = [\"a==1\"]\n",
                "pkg:pypi/a@1",
                "pkg:pypi/shop@1.2 -> a"),
            of(new CpanAnalyser(), "META.json", "{\"name\": \"other\", \"version\": \"1\"}"),
            of(new CpanAnalyser(), "usr/lib/perl5/x/perllocal.pod", pod, "pkg:cpan/Foo-Bar@1.23!"),
            of(
                new RAnalyser(),
                "renv.lock",
                renv,
                "pkg:cran/a@1.0 -> R b",
                "pkg:bioconductor/b@2.0"),
            of(
                new RAnalyser(),
                "usr/lib/R/site-library/a/DESCRIPTION",
                description,
                "pkg:cran/a@1.0-1! -> b c d"),
            of(new RAnalyser(), "usr/lib/R/library/a/DESCRIPTION", "Package: a\nVersion: 1\n"),
            of(
                new OpamAnalyser(),
                "root/.opam/default/.opam-switch/packages/a.1.0/opam",
                opam,
                "pkg:opam/a@1.0! -> ocaml b c"),
            of(
                new OpamAnalyser(),
                "a.opam.locked",
                "depends: [\n  \"b\" {= \"1.0\" & build}\n  \"c\" {>= \"2\"}\n]\n",
                "pkg:opam/b@1.0",
                "pkg:opam/c"),
            of(
                new NimbleAnalyser(),
                "nimble.lock",
                nimble,
                "pkg:nimble/a@1.0?vcs_url=git%2Bhttps://example.com/a%40abc -> b"),
            of(
                new NimbleAnalyser(),
                "root/.nimble/pkgs2/my-lib-1.0-abc/nimblemeta.json",
                "{\"metaData\": {}}",
                "pkg:nimble/my-lib@1.0!"))
        .map(Case::test);
  }

  @TestFactory
  Stream<DynamicTest> whatIsNoLanguageIsFoundToo() {
    String sha = "0123456789abcdef0123456789abcdef01234567";
    String workflow =
        """
        jobs:
          build:
            steps:
              - uses: actions/checkout@%s # v4.1.0
              - uses: me/repo/sub/path@v1
              - uses: ./.github/actions/own
              - uses: docker://alpine:3
              - run: "uses: no/no@1"
          call:
            uses: me/repo/.github/workflows/x.yml@main
        """
            .formatted(sha);
    String hcl =
        """
        # This file is maintained automatically
        provider "registry.terraform.io/hashicorp/aws" {
          version     = "5.1.0"
          constraints = "~> 5.0"
          hashes = [
            "h1:x",
          ]
        }
        """;
    String plugin =
        """
        <?php
        /**
         * Plugin Name: Hello
         * Version: 1.7.2
         * License: GPLv2 or later
         */
        """;
    return Stream.of(
            of(
                new ActionsAnalyser(),
                ".github/workflows/ci.yml",
                workflow,
                "pkg:githubactions/actions/checkout@v4.1.0?vcs_url=git%2Bhttps://github.com/actions/checkout%40"
                    + sha
                    + "~",
                "pkg:githubactions/me/repo@v1#sub/path~",
                "pkg:githubactions/me/repo@main#.github/workflows/x.yml~"),
            of(
                new TerraformAnalyser(),
                "infra/.terraform.lock.hcl",
                hcl,
                "pkg:terraform/registry.terraform.io/hashicorp/aws@5.1.0"),
            of(
                new WordPressAnalyser(),
                "var/www/wp-content/plugins/hello/main.php",
                plugin,
                "pkg:generic/wordpress-plugin/hello@1.7.2!"),
            of(
                new WordPressAnalyser(),
                "var/www/wp-content/plugins/hello/other.php",
                "<?php echo 'Plugin Name: no';"),
            of(
                new WordPressAnalyser(),
                "var/www/wp-content/themes/t/style.css",
                "/*\nTheme Name: T\nVersion: 1.0 */",
                "pkg:generic/wordpress-theme/t@1.0!"))
        .map(Case::test);
  }

  @Test
  void aFileThatIsNotWhatItsNameSaysIsRefused() {
    Map<String, Analyser> files = new TreeMap<>();
    files.put("packages.lock.json", new NugetAnalyser());
    files.put("packages.config", new NugetAnalyser());
    files.put("conda-meta/a.json", new CondaAnalyser());
    files.put("environment.yml", new CondaAnalyser());
    files.put("conan.lock", new ConanAnalyser());
    files.put("pubspec.lock", new PubAnalyser());
    files.put("mix.lock", new HexAnalyser());
    files.put("stack.yaml.lock", new HackageAnalyser());
    files.put("Package.resolved", new SwiftAnalyser());
    files.put("renv.lock", new RAnalyser());
    files.put("Manifest.toml", new JuliaAnalyser());
    files.put(".github/workflows/x.yml", new ActionsAnalyser());
    files.forEach(
        (path, analyser) ->
            assertThatThrownBy(() -> RecordedFacts.of(analyser, path, "}{ none\n\t- <"))
                .as(path)
                .isInstanceOf(IOException.class));
  }

  @Test
  void aNeedThatAManifestOfJuliaDoesNotHaveIsToldOf() throws IOException {
    var facts =
        RecordedFacts.of(
            new JuliaAnalyser(), "Manifest.toml", "[[A]]\ndeps = [\"B\"]\nuuid = \"u\"\n");
    assertThat(facts.notAnalysed).containsExactly("MALFORMED : A needs B, which is missing");
  }
}
