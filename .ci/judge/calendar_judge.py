"""Reads each calendar with the icalendar library, and the .csv and .json beside it: all three must be one list of reviews."""

import csv
import datetime
import json
import sys
from pathlib import Path

from icalendar import Calendar


def judge(path: Path) -> int:
    data = path.read_bytes()
    lines = data.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines), "every line ends in CRLF"
    assert all(len(line) <= 75 for line in lines), "no line is longer than 75 octets"
    calendar = Calendar.from_ical(data)
    assert not calendar.errors and calendar["VERSION"] == "2.0" and calendar["PRODID"]
    events = calendar.walk("VEVENT")
    for event in events:
        assert not event.errors, event.errors
        assert type(event.decoded("DTSTART")) is datetime.date, "a review takes the whole day"
        assert event.decoded("DTSTAMP").tzinfo is not None
        alarms = event.walk("VALARM")
        assert all(alarm["ACTION"] == "DISPLAY" for alarm in alarms)
        assert [alarm.decoded("TRIGGER").days for alarm in alarms] == [-56, -28, -7], "eight weeks, four weeks and a week before"
    assert len({event["UID"] for event in events}) == len(events), "every review has a UID of its own"

    reviews = [review for review in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) if review["due"]]
    with open(path.with_suffix(".csv"), encoding="utf-8-sig", newline="") as table:
        rows = [row for row in csv.DictReader(table, strict=True) if row["due"]]
    listed = [(review["due"], review["name"], review["school"], review["file"]) for review in reviews]
    assert [(row["due"], row["document"], row["school"], row["file"]) for row in rows] == listed
    shown = [(str(event.decoded("DTSTART")), str(event["SUMMARY"]), str(event["DESCRIPTION"])) for event in events]
    for (day, summary, about), (due, name, school, file) in zip(shown, listed, strict=True):
        assert (day, summary) == (due, f"Review the {name}, {school}"), (summary, due)
        assert file in about, about
    return len(events)


for name in sys.argv[1:]:
    print(f"{judge(Path(name))} reviews, the same in calendar, table and JSON")
