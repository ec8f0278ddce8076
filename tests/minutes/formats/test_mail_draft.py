"""The mail draft as a mail program reads it: a subject that tells nothing, two versions, no other headers."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

import pytest

from sip_tui.i18n.translation import set_language
from sip_tui.meeting.model.enums import Channel, Version
from sip_tui.meeting.model.meeting import Delivery, Participant
from sip_tui.minutes.document import Document, Paragraph
from sip_tui.minutes.formats import FormatRefusedError
from sip_tui.minutes.formats.mail_draft import addressed, with_receivers
from tests.helpers.documents import content, drafted, of_document
from tests.helpers.meetings import ASA, INGRID, SAMIR, meeting
from tests.helpers.minutes import HOSTILE


def read(made: bytes) -> EmailMessage:
    """The message as Python's parser reads it."""
    message = email.message_from_bytes(made, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def part(message: EmailMessage, kind: str) -> str:
    """The text of the version of a kind."""
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_draft_has_text_and_page_and_is_unsent() -> None:
    set_language("sv")
    message = read(content(drafted(), "eml"))
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Efter vårt möte fredagen den 27 november 2026"
    assert "Samir" not in str(message)
    for kind in ("plain", "html"):
        assert "Ringa skolan" in part(message, kind)
        assert "mötet" in part(message, kind)
    assert [header for header in message if header in {"To", "Bcc", "From", "Cc"}] == []


def test_next_meeting_is_attached_for_the_calendar() -> None:
    (attached,) = read(content(drafted(), "eml")).iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == ("text/calendar", "meeting.ics")
    assert attached.get_content_charset() == "utf-8"
    assert "DTSTART;VALUE=DATE:20270129" in attached.get_content()
    about = replace(drafted().context.meeting.about, follow_up="efter jul")
    assert [*read(content(drafted(about=about), "eml")).iter_attachments()] == []


@pytest.mark.parametrize("text", [*(text for text in HOSTILE if "@" not in text), "a\r\nX-Unsent: 0", "slut\n.\nQUIT"])
def test_hostile_text_is_body_and_adds_no_header(text: str) -> None:
    plain = read(content(of_document(Document("t", (Paragraph("a"),))), "eml"))
    message = read(content(of_document(Document("t", (Paragraph(text),))), "eml"))
    assert message.keys() == plain.keys()
    assert "".join(text.split()) in "".join(part(message, "plain").split())


def test_only_what_may_be_mailed_becomes_a_draft() -> None:
    for audience in ("person", "full"):
        with pytest.raises(FormatRefusedError, match="only made for"):
            content(drafted(audience), "eml")


def test_professionals_see_each_other_and_the_family_is_hidden() -> None:
    made = content(drafted(), "eml")
    message = read(with_receivers(made, (SAMIR, replace(INGRID, email="ingrid@bup.example"), ASA)))
    assert (message["To"], message["Bcc"]) == ("samir.haddad@skolan.se, ingrid@bup.example", "asa@hemma.se")
    assert read(with_receivers(made, (ASA,)))["To"] == "asa@hemma.se"


def test_draft_is_to_those_who_get_it_by_mail() -> None:
    made, by_mail = drafted(), Delivery(id="", channel=Channel.MAIL)
    people = (SAMIR, INGRID, ASA)
    lines = (
        replace(by_mail, id=SAMIR.id),
        replace(by_mail, id=INGRID.id),
        replace(by_mail, id=ASA.id, version=Version.PERSON),
    )
    told = replace(meeting(), participants=people, deliveries=lines)
    message, sentence = addressed(content(made, "eml"), told, made)
    assert (read(message)["To"], read(message)["Bcc"]) == ("samir.haddad@skolan.se", None)
    assert sentence == "The draft is to Samir Haddad. No e-mail address is written down for Ingrid Wallin."
    received = (replace(lines[0], received="2026-11-27"), lines[2])
    message, sentence = addressed(content(made, "eml"), replace(told, deliveries=received), made)
    assert read(message)["To"] is None
    assert sentence.startswith("No recipient is chosen")


@pytest.mark.parametrize(
    "address", ["", " ", "x", "a@b", "a@b.se\r\nBcc: y@example.org", "a b@c.se", "å@c.se", "<a@b.se"]
)
def test_a_receiver_without_a_real_address_is_told_by_name(address: str) -> None:
    told = r"^(The address of )?Ingrid Wallin (has|is) (no|not an) e-mail address"
    with pytest.raises(FormatRefusedError, match=told):
        with_receivers(b"", (Participant(id="p", name="Ingrid Wallin", email=address),))
