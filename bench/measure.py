"""Runs one command and tells what it cost: wall, processor, memory of the whole process tree."""
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PAUSE = 0.01  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """Seconds and MiB. `rss` and `anonymous` are the highest sums over the processes alive at one look."""

    wall: float
    cpu: float
    rss: float
    anonymous: float

    @staticmethod
    def middle(costs: list["Cost"]) -> "Cost":
        return Cost(*(median(getattr(cost, field) for cost in costs) for field in ("wall", "cpu", "rss", "anonymous")))


def tree(pid: int) -> list[int]:
    """The process and its descendants, as far as they are still there."""
    found, waiting = [], [pid]
    while waiting:
        current = waiting.pop()
        found.append(current)
        try:
            for task in os.listdir(f"/proc/{current}/task"):
                waiting += map(int, Path(f"/proc/{current}/task/{task}/children").read_text().split())
        except OSError:
            pass
    return found


def memory(pid: int) -> tuple[int, int]:
    """Resident and anonymous KiB of one process; anonymous is what no file backs, so what only it uses."""
    resident = anonymous = 0
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                resident = int(line.split()[1])
            elif line.startswith(("RssAnon:", "VmSwap:")):
                anonymous += int(line.split()[1])
    except OSError:
        pass
    return resident, anonymous


def measure(command: list[str], env: dict[str, str], log: Path) -> Cost:
    """Raises CalledProcessError when the command fails; what it said is in `log`."""
    highest = [0, 0]
    with log.open("wb") as out:
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=env)
        processes, looks = [child.pid], 0
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if looks % 10 == 0:  # new processes are rare: the tree is walked less often than it is weighed
                processes = tree(child.pid)
            looks += 1
            sums = [sum(column) for column in zip(*map(memory, processes))]
            highest = [max(pair) for pair in zip(highest, sums)]
            time.sleep(PAUSE)
        wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(highest[0], usage.ru_maxrss) / 1024, highest[1] / 1024)
