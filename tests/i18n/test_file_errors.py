"""Why a file cannot be used is said in the user's language, whatever the system says."""

from __future__ import annotations

import errno
import os

import pytest

from sip_tui.i18n import translation
from sip_tui.i18n.file_errors import file_error_reason
from sip_tui.paths import IrregularFileError, TooLargeError


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_word_of_the_system_is_shown(number: int) -> None:
    said = file_error_reason(OSError(number, os.strerror(number), "/x"))
    assert said
    assert os.strerror(number) not in said
    assert "Errno" not in said


def test_what_is_wrong_in_a_file_is_said_in_own_words() -> None:
    translation.set_language("sv")
    irregular = IrregularFileError(errno.EINVAL, "Invalid argument", "/x")
    too_large, other = TooLargeError(errno.EFBIG, "File too large"), ValueError("Invalid value (at line 3, column 5)")
    reasons = [file_error_reason(error) for error in (irregular, too_large, other, KeyError("terms"))]
    assert reasons == [
        "det är ingen vanlig fil",
        "den är för stor",
        "titta på rad 3",
        "den är inte skriven som den ska",
    ]
