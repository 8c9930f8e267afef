package io.breakwater.inventory.internal.python;

import io.breakwater.inventory.Analyser;
import io.breakwater.inventory.FactSink;
import io.breakwater.inventory.internal.LockFiles;
import io.breakwater.inventory.internal.Paths;
import io.breakwater.model.Scope;
import io.breakwater.model.json.Json;
import io.breakwater.model.json.Toml;
import io.breakwater.oci.Content;
import io.breakwater.oci.FileEntry;
import io.breakwater.oci.Head;
import java.io.IOException;

/**
 * What Python projects locked or ask for: poetry.lock, pdm.lock, uv.lock, Pipfile.lock, pylock.toml
 * and its named kin, requirements files, pyproject.toml, setup.cfg and setup.py.
 */
public final class PythonLockAnalyser implements Analyser {
  @Override
  public String name() {
    return "python-lock";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String lastCharacters() {
    return "kltyg";
  }

  @Override
  public boolean wants(FileEntry file, Head head) {
    String path = file.path();
    int length = path.length();
    if (length < 7) return false;
    boolean named =
        switch (path.charAt(length - 1)) {
          case 'k' ->
              Paths.isNamed(path, "poetry.lock")
                  || Paths.isNamed(path, "pdm.lock")
                  || Paths.isNamed(path, "uv.lock")
                  || Paths.isNamed(path, "Pipfile.lock");
          case 'l' -> Paths.isNamed(path, "pyproject.toml") || isPylock(path);
          case 't' -> isRequirements(path);
          case 'g' -> Paths.isNamed(path, "setup.cfg");
          case 'y' -> Paths.isNamed(path, "setup.py");
          default -> false;
        };
    return named && !LockFiles.isInPackage(path) && !path.contains("dist-packages/");
  }

  private static boolean isPylock(String path) {
    return path.endsWith(".toml") && path.startsWith("pylock.", path.lastIndexOf('/') + 1);
  }

  private static boolean isRequirements(String path) {
    return path.endsWith(".txt")
        && path.indexOf("requirements", path.lastIndexOf('/') + 1) >= 0
        && !path.contains(".egg-info/")
        && !path.contains(".dist-info/");
  }

  @Override
  public void analyse(FileEntry file, Content content, FactSink facts) throws IOException {
    String name = Paths.fileName(file.path());
    String text = LockFiles.text(content);
    switch (name) {
      case "poetry.lock" -> TomlLocks.poetry(Toml.object(text), facts);
      case "pdm.lock" -> TomlLocks.pdm(Toml.object(text), facts);
      case "uv.lock" -> UvLock.read(Toml.object(text), facts);
      case "Pipfile.lock" ->
          PipfileLock.read(Json.parseObject(content.readAll(LockFiles.MAX_SIZE)), facts);
      case "pyproject.toml" -> PythonProject.pyproject(Toml.object(text), facts);
      case "setup.cfg" -> SetupConfiguration.read(text, facts);
      case "setup.py" -> PythonProject.setup(text, facts);
      default -> {
        if (name.endsWith(".toml")) TomlLocks.pylock(Toml.object(text), facts);
        else RequirementsFile.read(text, scope(name), name, facts);
      }
    }
  }

  private static Scope scope(String fileName) {
    boolean development = fileName.contains("dev") || fileName.contains("test");
    return development ? Scope.DEVELOPMENT : Scope.REQUIRED;
  }
}
