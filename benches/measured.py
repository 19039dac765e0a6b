"""What the benchmarks of whole commands share: the program, invented schools, and what a command took."""
import os
import re
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
DAY = ["--as-of", "2026-11-02"]


def the_program(named):
    """The program to measure: the one that is named, or one built in release form."""
    if named is None:
        subprocess.run(["cargo", "build", "--release", "--locked"], cwd=TREE, check=True)
    return (named or TREE / "target/release/careers-policy").resolve()


def schools(folder, number):
    """So many profiles, each of a school of its own."""
    folder.mkdir()
    text = (TREE / "profiles/harbour-view-school.yaml").read_text()
    name = re.search(r"^  name: (.*)$", text, re.M).group(1)
    for at in range(number):
        own = text.replace(f"  name: {name}", f"  name: {name} {at}", 1)
        own = re.sub(r"^  urn:.*\n", "", own, flags=re.M)
        (folder / f"school-{at:04}.yaml").write_text(own)


def ended(child, command):
    """Waits for a command: seconds of processor time and mebibytes. One that fails ends everything."""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"this ended with {child.returncode}: {' '.join(map(str, command))}")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def taken(command, folder, out=subprocess.DEVNULL):
    """Seconds of processor time and mebibytes of one run."""
    return ended(subprocess.Popen([str(part) for part in command], cwd=folder, stdout=out, stderr=subprocess.DEVNULL), command)
