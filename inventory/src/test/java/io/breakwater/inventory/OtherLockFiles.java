package io.breakwater.inventory;

import java.util.HashMap;
import java.util.Map;

/**
 * The cases of {@link LockFileVectorsTest} beyond JavaScript, Java, Go, Rust, Ruby and PHP, in the
 * maps that the test explains.
 */
final class OtherLockFiles {
  static final Map<String, String> PLACES = new HashMap<>();
  static final Map<String, String> REASONS = new HashMap<>();
  static final Map<String, String> NOTED = new HashMap<>();
  static final Map<String, String> MISSING = new HashMap<>();
  static final Map<String, String> READ = new HashMap<>();

  private OtherLockFiles() {}

  static {
    places();
    reasons();
  }

  private static void places() {
    PLACES.put("osv-scalibr cpp/conanlock", "conan.lock");
    PLACES.put("trivy c/conan", "conan.lock");
    PLACES.put("syft cpp", "*");
    PLACES.put("osv-scalibr dart/pubspec", "pubspec.lock");
    PLACES.put("trivy dart/pub", "pubspec.lock");
    PLACES.put("syft dart", "*");
    PLACES.put("osv-scalibr dotnet/csproj", "app.csproj");
    PLACES.put("osv-scalibr dotnet/depsjson", "app.deps.json");
    PLACES.put("trivy dotnet/core_deps", "app.deps.json");
    PLACES.put("osv-scalibr dotnet/nugetcpm", "Directory.Packages.props");
    PLACES.put("trivy nuget/packagesprops", "Directory.Packages.props");
    PLACES.put("osv-scalibr dotnet/packagesconfig", "packages.config");
    PLACES.put("trivy nuget/config", "packages.config");
    PLACES.put("osv-scalibr dotnet/packageslockjson", "packages.lock.json");
    PLACES.put("trivy nuget/lock", "packages.lock.json");
    PLACES.put("syft dotnet", "*");
    PLACES.put("osv-scalibr dotnet/paketdependencies", "paket.dependencies");
    PLACES.put("osv-scalibr dotnet/paketlock", "paket.lock");
    PLACES.put("osv-scalibr dotnet/projectassetsjson", "project.assets.json");
    PLACES.put("osv-scalibr elixir/mixlock", "mix.lock");
    PLACES.put("osv-scalibr erlang/mixlock", "mix.lock");
    PLACES.put("trivy hex/mix", "mix.lock");
    PLACES.put("syft elixir", "mix.lock");
    PLACES.put("syft erlang", "*");
    PLACES.put("osv-scalibr gleam/gleamtoml", "gleam.toml");
    PLACES.put("osv-scalibr haskell/cabal", "cabal.project.freeze");
    PLACES.put("osv-scalibr haskell/stacklock", "stack.yaml.lock");
    PLACES.put("syft haskell", "*");
    PLACES.put("osv-scalibr julia/manifesttoml", "Manifest.toml");
    PLACES.put("trivy julia/manifest", "Manifest.toml");
    PLACES.put("osv-scalibr julia/projecttoml", "Project.toml");
    PLACES.put("osv-scalibr perl/cpan", "META.json");
    PLACES.put("osv-scalibr r/renvlock", "renv.lock");
    PLACES.put("osv-scalibr swift/podfilelock", "Podfile.lock");
    PLACES.put("trivy swift/cocoapods", "Podfile.lock");
    PLACES.put("trivy swift/swift", "Package.resolved");
    PLACES.put("syft swift", "*");
    PLACES.put("syft githubactions", ".github/workflows/ci.yaml");
    PLACES.put("osv-scalibr python/pdmlock", "pdm.lock");
    PLACES.put("osv-scalibr python/pipfilelock", "Pipfile.lock");
    PLACES.put("trivy python/pipenv", "Pipfile.lock");
    PLACES.put("osv-scalibr python/poetrylock", "poetry.lock");
    PLACES.put("trivy python/poetry", "poetry.lock");
    PLACES.put("osv-scalibr python/pylock", "pylock.toml");
    PLACES.put("trivy python/pylock", "pylock.toml");
    PLACES.put("osv-scalibr python/uvlock", "uv.lock");
    PLACES.put("trivy python/uv", "uv.lock");
    PLACES.put("osv-scalibr python/requirements", "requirements.txt");
    PLACES.put("trivy python/pip", "requirements.txt");
    PLACES.put("syft python", "*");
    PLACES.put("osv-scalibr python/pyprojecttoml", "pyproject.toml");
    PLACES.put("trivy python/pyproject", "pyproject.toml");
    PLACES.put("osv-scalibr python/setup", "setup.py");
    PLACES.put("osv-scalibr python/wheelegg", "site-packages/p.dist-info/METADATA");
    PLACES.put("trivy python/packaging", "site-packages/p.dist-info/METADATA");
    PLACES.put("trivy conda/environment", "environment.yml");
    PLACES.put("trivy conda/meta", "conda-meta/p.json");
  }

  private static void reasons() {
    String project = "the project itself, which Trivy lists and osv-scalibr leaves out";
    String ranges = "where several versions are asked for we name none, Syft and Trivy no package";
    REASONS.put("trivy/python/pip/requirements_no_version", ranges);
    String itself = "the project itself, which osv-scalibr leaves out";
    REASONS.put("osv-scalibr/python/pyprojecttoml/dynamic_deps", itself);
    REASONS.put("osv-scalibr/python/pyprojecttoml/empty_deps", itself);
    REASONS.put("trivy/python/pip/requirements_operator", ranges);
    REASONS.put("syft/python/requires/", ranges);
    REASONS.put("osv-scalibr/python/uvlock/source-git", project);
    String development = "the source leaves out what is for development";
    REASONS.put("trivy/c/conan/happy_v2", development);
    REASONS.put("syft/python/pipfile-lock", development);
    REASONS.put("trivy/dotnet/core_deps/without-runtime", "Trivy leaves out what has no files");
    REASONS.put("trivy/hex/mix/happy", "Trivy leaves out what comes from git");
    REASONS.put("syft/haskell/stack.yaml.lock", "Syft leaves out what comes from git");
    REASONS.put("syft/dart/missing-sdk", "Syft leaves out what comes with the SDK");
    REASONS.put("cabal/valid_2", "osv-scalibr reads only constraints that begin with any");
    REASONS.put("renvlock/with-bioconductor", "osv-scalibr leaves out Bioconductor");
    REASONS.put("manifesttoml/no-version", "osv-scalibr leaves out what has no version");
    REASONS.put("julia/manifest/m", "Trivy reads nothing where a need is not clear");
    NOTED.put("julia/manifesttoml/git-dependency", "needs that are missing are told of");
    NOTED.put("META_correct1.yml", "the YAML form, which a JSON file of the same folder repeats");
    String least = "a range has a lowest version, but nobody says that it is the one";
    MISSING.put("python/setup/valid", least);
    MISSING.put("pyprojecttoml/env_markers", least);
    MISSING.put("gleam/gleamtoml/", least);
    MISSING.put("per_req_options", "text that pip refuses is no part of a version");
    MISSING.put("julia_v1.0_format", "unknown is no version");
    MISSING.put("syft/cpp/conaninfo/", "the package itself is told by its path only");
    MISSING.put("syft/elixir/mix.lock", "a commit is no version, a folder no package");
    MISSING.put("workflow-multi-job", "an action of the repository itself is no package");
    READ.put("uv_without_root", "packages without a project are packages");
  }
}
