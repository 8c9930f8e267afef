#!/usr/bin/env python3
"""Recall and precision of bw, gitleaks and Trivy on a made-up labelled set, file by file, and the CPU time of
each on a folder: run.py [--bw BW] [--seed N] [--tree FOLDER]. gitleaks and trivy are taken from PATH or
BENCH_PEERS; gitleaks comes with `npm i gitleaks` or `go install github.com/zricethezav/gitleaks/v8@v8.30.0`."""
import argparse, collections, json, os, resource, shutil, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
a = argparse.ArgumentParser()
a.add_argument("--bw", default=os.path.join(here, "../../bw"))
a.add_argument("--seed", default="20261122")
a.add_argument("--tree")
a = a.parse_args()
peers = os.environ.get("BENCH_PEERS", "") + os.pathsep + os.environ["PATH"]


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def bw(tree):
    out, cpu = run(a.bw.split() + ["secrets", "--no-cache", "--format", "json", "-q", tree])
    found = [f for f in json.loads(out)["findings"] if f["confidence"] != "low"]
    return {f["path"].lstrip("/").split("!/")[0] for f in found}, cpu


def gitleaks(tree):
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        _, cpu = run([shutil.which("gitleaks", path=peers), "dir", tree, "--no-banner", "-l", "error", "-f", "json", "-r", report.name, "--exit-code", "0"])
        return {os.path.relpath(f["File"], tree) for f in json.load(open(report.name)) or []}, cpu


def trivy(tree):
    with tempfile.TemporaryDirectory() as cache:
        out, cpu = run([shutil.which("trivy", path=peers), "--cache-dir", cache, "-q", "fs", "--scanners", "secret", "--offline-scan", "--skip-db-update", "--format", "json", tree])
    return {r["Target"].lstrip("/") for r in json.loads(out).get("Results") or [] if r.get("Secrets")}, cpu


with tempfile.TemporaryDirectory() as set_:
    subprocess.run([sys.executable, os.path.join(here, "make.py"), set_, a.seed], check=True)
    labels = [line.rstrip("\n").split("\t") for line in open(set_ + "/labels.tsv")]
    true = {p for p, _, s in labels if s == "1"}
    kinds = {p: k for p, k, _ in labels}
    for name, tool in (("bw", bw), ("gitleaks", gitleaks), ("trivy", trivy)):
        if name != "bw" and not shutil.which(name, path=peers):
            print(f"{name:9} not there")
            continue
        found, cpu = tool(set_)
        found.discard("labels.tsv")
        hits = len(found & true)
        print(f"{name:9} recall {hits / len(true):.3f}  precision {hits / max(1, len(found)):.3f}  ({hits} of {len(true)}, {len(found - true)} wrong)  CPU {cpu:.1f} s")
        if name == "bw" or os.environ.get("VERBOSE"):
            print("   missed", dict(collections.Counter(kinds[p] for p in true - found)))
            print("   wrong ", dict(collections.Counter(kinds.get(p, p) for p in found - true)))
if a.tree:
    base = None
    for name, tool in (("bw", bw), ("gitleaks", gitleaks), ("trivy", trivy)):
        if name != "bw" and not shutil.which(name, path=peers):
            continue
        found, cpu = tool(a.tree)
        base = base or cpu
        print(f"{name:9} {a.tree}: {len(found)} files told, CPU {cpu:.1f} s, bw is {base / cpu:.2f}x")
