"""The warnings of all judges, one list, and that each of them is gone or explained.

    warnings.py collect JUDGE REPORT FOLDER   prints a judge's JSON report as one JSON line a warning
    warnings.py weigh WARNED JUDGE…           holds the lines of these judges against explained.toml

Fails on a warning that nothing explains, and on an explanation that met no warning, so that the list stays true.
Not here: how a judge is run. Python's standard library only.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from urllib.parse import unquote, urlparse


def outloud(report):
    for result in report["results"]:
        if result["error"]:
            yield result["path"], "unreadable", result["error"]
        for found in result["findings"]:
            yield result["path"], found["rule"], f"{found['message']}: {found.get('evidence', '')}"


def ooxml_integrity(report):
    for file in report["files"]:
        for found in file["findings"]:
            yield file["path"], found["code"], found["message"]


def vnu(report):
    for found in report["messages"]:
        yield unquote(urlparse(found.get("url", "")).path), found.get("subType", found["type"]), f"{found['message']} {found.get('extract', '')}"


def html_validate(report):
    for file in report:
        for found in file["messages"]:
            yield file["filePath"], found["ruleId"], f"{found['message']} at {found.get('selector')}"


def axe(report):
    for found in report:
        yield found["file"], found["rule"], found["says"]


def sarif(report):
    for found in report["runs"][0].get("results", []):
        place = found["locations"][0]["physicalLocation"]["artifactLocation"]
        yield unquote(urlparse(place.get("uri", "")).path), found["ruleId"], json.dumps(found["message"])


def collect(judge, report, folder):
    read = {"outloud": outloud, "ooxml-integrity": ooxml_integrity, "vnu": vnu, "html-validate": html_validate, "axe": axe, "sarif": sarif}[judge]
    for file, rule, says in read(json.loads(Path(report).read_text(encoding="utf-8-sig"))):
        where = str(Path(file).resolve()).removeprefix(f"{Path(folder).resolve()}/")
        print(json.dumps({"judge": judge, "where": where, "rule": rule, "says": says}))


def weigh(warned, judges):
    explained = tomllib.loads((Path(__file__).parent / "explained.toml").read_text(encoding="utf-8"))["warning"]
    explained = [entry | {"met": 0} for entry in explained if entry["judge"] in judges]
    lines = Path(warned).read_text(encoding="utf-8").splitlines() if Path(warned).exists() else []
    unexplained = []
    for warning in map(json.loads, lines):
        for entry in explained:
            keys = ("judge", "rule", "where", "says")
            if all(re.fullmatch(entry[key], warning[key], re.DOTALL) for key in keys):
                entry["met"] += 1
                break
        else:
            unexplained.append(warning)
    for entry in explained:
        print(f"{entry['met']} explained, {entry['judge']} {entry['rule']}: {entry['reason']}")
    for warning in unexplained[:40]:
        print(f"NOT EXPLAINED {warning['judge']} {warning['rule']} in {warning['where']}: {' '.join(warning['says'].split())}")
    idle = [entry for entry in explained if not entry["met"]]
    for entry in idle:
        print(f"EXPLAINS NOTHING: {entry['judge']} {entry['rule']} in {entry['where']}: take it out of explained.toml")
    if unexplained or idle:
        sys.exit(f"{len(unexplained)} warnings are not explained, {len(idle)} explanations met none")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["collect", judge, report, folder]:
            collect(judge, report, folder)
        case ["weigh", warned, *judges]:
            weigh(warned, judges)
        case _:
            sys.exit(__doc__)
