"""Lays Ruby gems, a Composer project, a .NET application and a Python egg into a tree, as their installers would leave them.

Usage: other_layer.py GEMS TREE
The gems are real; the rest is written here: real names and versions, and no need for the registries of PHP and .NET.
"""
import json
import shutil
import sys
from pathlib import Path

COMPOSER = {
    "facade/ignition": "2.5.1", "guzzlehttp/guzzle": "6.5.2", "guzzlehttp/psr7": "1.6.1", "laravel/framework": "v8.22.0",
    "league/flysystem": "1.0.70", "monolog/monolog": "2.2.0", "phpmailer/phpmailer": "v5.2.17", "psr/log": "1.1.3",
    "symfony/http-foundation": "v5.2.1", "symfony/http-kernel": "v5.2.1", "symfony/polyfill-mbstring": "v1.22.0", "twig/twig": "v2.11.0",
}
COMPOSER_DEV = {"phpunit/phpunit": "5.6.2", "sebastian/diff": "1.4.3"}
NUGET = {
    "Newtonsoft.Json": "12.0.1", "System.Text.Encodings.Web": "5.0.0", "System.Drawing.Common": "4.7.0", "Npgsql": "4.0.2",
    "Microsoft.Data.SqlClient": "2.0.0", "Serilog": "2.10.0", "AutoMapper": "10.1.1", "log4net": "2.0.8",
}


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def package(name: str, version: str) -> dict:
    return {"name": name, "version": version, "type": "library", "license": ["MIT"], "install-path": f"../{name}",
            "dist": {"type": "zip", "reference": "0" * 40}}


def composer(home: Path) -> None:
    put(home / "composer.json", json.dumps({"name": "example/bench", "require": {}}, indent=4))
    lock = {"packages": [package(*item) for item in COMPOSER.items()], "packages-dev": [package(*item) for item in COMPOSER_DEV.items()]}
    put(home / "composer.lock", json.dumps(lock, indent=4))
    installed = {"packages": lock["packages"] + lock["packages-dev"], "dev": True, "dev-package-names": list(COMPOSER_DEV)}
    put(home / "vendor/composer/installed.json", json.dumps(installed, indent=4))
    for name in COMPOSER | COMPOSER_DEV:
        put(home / "vendor" / name / "composer.json", json.dumps({"name": name}))


def dotnet(home: Path) -> None:
    target = ".NETCoreApp,Version=v5.0"
    libraries = {"Bench/1.0.0": {"type": "project", "serviceable": False, "sha512": ""}}
    libraries |= {f"{name}/{version}": {"type": "package", "serviceable": True, "sha512": "sha512-" + "A" * 86 + "==",
                  "path": f"{name.lower()}/{version}"} for name, version in NUGET.items()}
    runtime = {key: {"runtime": {f"lib/netstandard2.0/{key.split('/')[0]}.dll": {}}} for key in libraries if not key.startswith("Bench/")}
    runtime["Bench/1.0.0"] = {"dependencies": NUGET, "runtime": {"Bench.dll": {}}}
    put(home / "Bench.deps.json", json.dumps({"runtimeTarget": {"name": target, "signature": ""}, "compilationOptions": {},
        "targets": {target: runtime}, "libraries": libraries}, indent=2))
    for name in ("Bench", *NUGET):
        put(home / f"{name}.dll", "MZ")


def egg(home: Path) -> None:
    put(home / "Mako-1.0.7-py3.11.egg/EGG-INFO/PKG-INFO", "Metadata-Version: 1.1\nName: Mako\nVersion: 1.0.7\nLicense: MIT\n")
    put(home / "simplejson-3.10.0.egg-info", "Metadata-Version: 1.1\nName: simplejson\nVersion: 3.10.0\nLicense: MIT License\n")


def main(gems: Path, tree: Path) -> None:
    shutil.copytree(gems, tree / "usr/local/bundle")
    composer(tree / "srv/php")
    dotnet(tree / "srv/dotnet")
    egg(tree / "usr/local/lib/python3.11/dist-packages")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
