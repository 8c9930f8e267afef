"""Finds the scanners that the benchmarks compare with, and runs them fairly: offline, quiet, to a file."""
import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BW = ROOT / "bw"


def tool(name: str) -> str | None:
    """The program that the variable SYFT, TRIVY ... names, or the one on the PATH."""
    return shutil.which(os.environ.get(name.upper(), name))


def need(name: str) -> str:
    found = tool(name)
    if not found:
        sys.exit(f"{name} is not on the PATH and {name.upper()} does not name it: bench/README.md says how to get it")
    return found


def environment() -> dict[str, str]:
    return os.environ | {"SYFT_CHECK_FOR_APP_UPDATE": "false", "NO_COLOR": "1"}


def reference(image: Path) -> str:
    return f"oci:{image}" if image.is_dir() else f"docker-archive:{image}"


def bw(image: Path, cache: Path, report: Path) -> list[str]:
    return [str(BW), "scan", "--offline", "--format", "json", "--output", f"json={report}", "--cache", str(cache), reference(image)]


def syft(image: Path, report: Path) -> list[str]:
    source = f"oci-dir:{image}" if image.is_dir() else f"docker-archive:{image}"
    return [need("syft"), "scan", "-q", source, "-o", f"json={report}"]


def trivy(image: Path, cache: Path, report: Path) -> list[str]:
    return [need("trivy"), "--cache-dir", str(cache), "-q", "image", "--offline-scan", "--skip-db-update", "--skip-java-db-update",
            "--format", "cyclonedx", "-o", str(report), "--input", str(image)]


def trivy_cache(home: Path) -> Path:
    """A cache with an empty index of jars: without one this version of Trivy refuses an image that has jars."""
    index = home / "java-db"
    index.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(index / "trivy-java.db") as database:
        database.execute("create table if not exists artifacts(id integer primary key, group_id text, artifact_id text)")
        database.execute("create table if not exists indices(artifact_id integer, version text, sha1 blob, archive_type text)")
    database.close()
    times = {"NextUpdate": "2099-01-01T00:00:00Z", "UpdatedAt": "2024-01-01T00:00:00Z", "DownloadedAt": "2024-01-01T00:00:00Z"}
    (index / "metadata.json").write_text(json.dumps({"Version": 1} | times))
    return home
