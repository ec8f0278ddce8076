"""Files of every format that the program reads, with a text, a number, a day and rows that somebody else has chosen."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256

from sip_tui.store.journal import with_checksum

Fill = Callable[[str, str, str, int], bytes]
"""Given a JSON text, a JSON number, a day and how many rows, return a file of a format that holds them."""


def meeting_toml(text: str, number: str, day: str, rows: int) -> bytes:
    people = f"[[participants]]\nid = {text}\nname = {text}\norganisation = {text}\n[[actions]]\nwhat = {text}\n" * rows
    head = f'[meeting]\ntype = "SIP"\ntitle = {text}\nminutes = {number}\nstart = {day}T13:00:00\n'
    return (head + people).encode("utf-8", "surrogatepass")


def meeting_json(text: str, number: str, day: str, rows: int) -> bytes:
    about = f'{{"type": "SIP", "title": {text}, "minutes": {number}, "start": "{day}T13:00"}}'
    people = ", ".join([f'{{"id": {text}, "name": {text}}}'] * rows)
    return f'{{"meeting": {about}, "participants": [{people}]}}'.encode("utf-8", "surrogatepass")


def calendar(text: str, _number: str, day: str, rows: int) -> bytes:
    words, when = json.loads(text), day.replace("-", "")
    people = f"ATTENDEE;CN={words[:500]}:mailto:a@example.com\n" * rows
    event = f"BEGIN:VEVENT\nSUMMARY:{words}\nLOCATION:{words}\nDTSTART:{when}T130000Z\n{people}END:VEVENT\n"
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}END:VCALENDAR\n".encode("utf-8", "surrogatepass")


def lines(text: str, number: str, day: str, rows: int) -> bytes:
    return f"{json.loads(text)} {number} {day}\n".encode("utf-8", "surrogatepass") * rows


def journal(text: str, number: str, day: str, rows: int) -> bytes:
    def line(count: int) -> bytes:
        values = [f'"{table}", {text}, "{field}", {value}' for table, field, value in _cells(text, number, day)]
        changes = ", ".join(f'["{1 + count:013d}.0000.hostile", {value}, []]' for value in values)
        return with_checksum(f'{{"v": 1, "changes": [{changes}]}}'.encode("utf-8", "surrogatepass"))

    return b"".join(line(count) for count in range(rows))


def _cells(text: str, number: str, day: str) -> list[tuple[str, str, str]]:
    """Cells of every kind: texts, numbers, times."""
    when = f'"{day}T13:00:00.000Z"'
    return [("actions", "what", text), ("actions", "order", number), ("events", "at", when), ("turns", "began", number)]


def checkpoint(text: str, number: str, day: str, rows: int) -> bytes:
    start = f'"start": "{day}T13:00:00.000Z"'
    about = f'"about": {{"1": {{"id": "meeting", "title": {text}, "minutes": {number}, {start}}}}}'
    people = ", ".join(f'"{row}": {{"id": {text}, "name": {text}}}' for row in range(1, rows + 1))
    schema = '"_schema": {"1": {"version": 1, "closed": false}}'
    return f'{{{schema}, {about}, "participants": {{{people}}}}}'.encode("utf-8", "surrogatepass")


def index(text: str, number: str, day: str, rows: int) -> bytes:
    row = f'{{"id": {text}, "title": {text}, "start": "{day}", "closed": {number}, "file": [{number}, {number}, 1]}}'
    found = ", ".join(f'"{number}": {row}' for number in range(1, rows + 1))
    return f'{{"_schema": {{"1": {{"version": 6}}}}, "meetings": {{{found}}}}}'.encode("utf-8", "surrogatepass")


def _box(text: str, number: str) -> str:
    salt = "AAAAAAAAAAAAAAAAAAAAAA=="
    return f'{{"by": "argon2id", "salt": "{salt}", "iterations": 3, "lanes": 1, "memory": {number}, "sealed": {text}}}'


def key(text: str, number: str, _day: str, rows: int) -> bytes:
    box, more = _box(text, number), ", ".join([text] * rows)
    found = f'{{"version": 1, "meeting": {text}, "passphrase": {box}, "recovery": {box}, "more": [{more}]}}'
    return found.encode("utf-8", "surrogatepass")


def invitation(text: str, number: str, _day: str, rows: int) -> bytes:
    more = ", ".join([text] * rows)
    found = f'{{"sip-tui": "invitation", "version": 1, "box": {_box(text, number)}, "more": [{more}]}}'
    return found.encode("utf-8", "surrogatepass")


def sync(text: str, number: str, _day: str, rows: int) -> bytes:
    url = f'"postgresql://?host=127.0.0.1&port=1&application_name=" , "more": [{", ".join([text] * rows)}]'
    return f'{{"version": {number}, "url": {url}, "meeting": {text}, "key": {text}, "machine": {text}}}'.encode(
        "utf-8", "surrogatepass"
    )


def backup(text: str, number: str, day: str, rows: int) -> bytes:
    packed, name = io.BytesIO(), f"{json.loads(text)[:200]}/meeting.json"
    files = {name: checkpoint(text, number, day, rows), "ett/meeting.json": checkpoint(text, number, day, 1)}
    listed = {key: {"size": len(data), "sha256": sha256(data).hexdigest()} for key, data in files.items()}
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps({"version": 1, "files": listed}))
        for key, data in files.items():
            archive.writestr(key.encode("utf-8", "replace").decode(), data)
    return packed.getvalue()


def settings(text: str, number: str, day: str, rows: int) -> bytes:
    keys = f'"phase.next" = {text}\n' + "".join(f'"x{row}" = {text}\n' for row in range(rows))
    return f"[look]\ntheme = {text}\n[keep]\nmonths = {number}\nsince = {day}\n[keys]\n{keys}".encode(
        "utf-8", "surrogatepass"
    )


def region(text: str, number: str, _day: str, rows: int) -> bytes:
    order = ", ".join([text] * rows)
    return f"[lead_time]\nnotice_days = {number}\n[documents]\nform = {text}\norder = [{order}]\n".encode(
        "utf-8", "surrogatepass"
    )


def glossary(text: str, number: str, _day: str, rows: int) -> bytes:
    terms = ", ".join([f'{{"term": {text}, "sv": {text}, "aliases": [{text}], "more": {number}}}'] * rows)
    return f'{{"terms": [{terms}]}}'.encode("utf-8", "surrogatepass")
