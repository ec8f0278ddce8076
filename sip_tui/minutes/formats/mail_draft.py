"""A mail draft (.eml) with a text and an HTML part: a mail program opens it as one that is not sent yet.

``X-Unsent: 1`` makes it a draft in Outlook; ``sip-tui export ID --format eml --to NAME | msmtp -t`` sends it. Nothing
is sent from here. The subject says no more than that there was, or will be, a meeting.
"""

from __future__ import annotations

from collections.abc import Iterable
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from sip_tui.i18n.translation import _
from sip_tui.meeting.content.delivery import mail_receivers
from sip_tui.meeting.model.enums import FAMILY
from sip_tui.meeting.model.meeting import Meeting, Participant
from sip_tui.meeting.people.invitations import is_invited
from sip_tui.minutes.access import BY_MAIL
from sip_tui.minutes.context import RenderContext
from sip_tui.minutes.formats import FileContent, FormatRefusedError, calendar_file, html_page, is_for, plain_text
from sip_tui.minutes.render import Draft
from sip_tui.minutes.rendered import FIXED_END, FIXED_START, Rendered
from sip_tui.phrasing.wording import join_words, name_or_role

_POLICY = SMTP.clone(raise_on_defect=False)


def write(made: Draft, reference: str) -> FileContent:
    """Write the draft with the calendar entry attached where there is one; nobody is its receiver yet."""
    is_for(made, *sorted(BY_MAIL))
    subject = _subject(made.context)
    text, page = plain_text.to_text(made.document), html_page.to_html(made.document)
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = subject
    message["X-Unsent"] = "1"
    message.set_content(Rendered.of(text).text, cte="quoted-printable")
    message.add_alternative(Rendered.of(page).text, subtype="html", cte="quoted-printable")
    words = [f"{FIXED_START}{subject}{FIXED_END}", text, html_page.words_of(page)]
    if calendar_file.next_meeting(made.context) is not None:
        entry = calendar_file.write(made, reference)
        name = _("meeting") + ".ics"
        in_utf_8 = {"charset": "utf-8"}  # RFC 5545, 3.1.4: without it readers take the text for US-ASCII
        message.add_attachment(entry.content, maintype="text", subtype="calendar", filename=name, params=in_utf_8)
        words.append(entry.words)
    return FileContent(message.as_bytes(), "\n".join(words))


def addressed(draft: bytes, meeting: Meeting, made: Draft) -> tuple[bytes, str]:
    """Return a draft to those of the meeting who get this document by e-mail, and a sentence about its receivers."""
    everybody = mail_receivers(meeting, made.audience, made.context.actor)
    reached = [receiver for receiver in everybody if receiver.email.strip()]
    unreached = join_words([name_or_role(receiver) for receiver in everybody if receiver not in reached])
    to = _("The draft is to {names}.").format(names=join_words(list(map(name_or_role, reached)))) if reached else ""
    lacking = _("No e-mail address is written down for {names}.").format(names=unreached) if unreached else ""
    nobody = "" if everybody else _("No recipient is chosen: add the addresses in your e-mail program.")
    return with_receivers(draft, reached), " ".join(filter(None, (to, lacking, nobody)))


def with_receivers(draft: bytes, receivers: Iterable[Participant]) -> bytes:
    """Return a draft with the addresses of its receivers: those of the family are not shown to the others.

    Raises:
        FormatRefusedError: Somebody has no address, or one that is none.
    """
    found = [(receiver, _address(receiver)) for receiver in receivers]
    open_to = [address for receiver, address in found if receiver.kind not in FAMILY or len(found) == 1]
    hidden = [address for receiver, address in found if address not in open_to]
    headers = {"To": ", ".join(open_to), "Bcc": ", ".join(hidden)}
    lines = "".join(f"{name}: {text}\r\n" for name, text in headers.items() if text)
    return lines.encode("ascii") + draft


def _address(receiver: Participant) -> str:
    """Return the bare address; a name in a header would be read by everybody."""
    who, written = name_or_role(receiver), receiver.email.strip()
    if not written:
        raise FormatRefusedError(_("{who} has no e-mail address; write it down first.").format(who=who))
    try:
        address = Address(addr_spec=written)
    except (MessageError, ValueError, IndexError):
        address = None
    if (
        address is None
        or not written.isascii()
        or not written.isprintable()
        or " " in written
        or "." not in address.domain
    ):
        sentence = _("The address of {who} is not an e-mail address; correct it first.")
        raise FormatRefusedError(sentence.format(who=who))
    return address.addr_spec


def _subject(context: RenderContext) -> str:
    day = context.own_day
    if context.audience == "call" and is_invited(context.meeting, context.actor):
        return _("You are invited to a meeting on {day}").format(day=day) if day else _("You are invited to a meeting")
    if context.audience == "call":
        return _("Invitation to a meeting on {day}").format(day=day) if day else _("Invitation to a meeting")
    if not context.is_begun:
        return _("Before our meeting on {day}").format(day=day) if day else _("Before our meeting")
    return _("After our meeting on {day}").format(day=day) if day else _("After our meeting")
