"""Why a file cannot be used, in the user's language: the system tells it in its own."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from sip_tui.i18n.translation import N_, _
from sip_tui.paths import IrregularFileError, TooLargeError
from sip_tui.patterns import pattern

_WORDS: Mapping[int, str] = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), N_("the disk is full")),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), N_("there is no such file")),
    **dict.fromkeys((errno.EACCES, errno.EPERM), N_("you do not have permission")),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), N_("too many files are open")),
    **dict.fromkeys((errno.ETIMEDOUT, errno.ESTALE, errno.ENOTCONN), N_("the network drive does not answer")),
    **dict.fromkeys((errno.EBUSY, errno.ETXTBSY), N_("another program is using it")),
    errno.EROFS: N_("the disk is write-protected"),
    errno.EFBIG: N_("it is too large"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("it is there already"),
    errno.EIO: N_("the disk fails"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the links lead in a circle"),
}
_LINE = pattern(r"\bline (\d+)")


def file_error_reason(error: BaseException) -> str:
    """Return in a few words why a file cannot be used or read."""
    if isinstance(error, IrregularFileError) and not isinstance(error, TooLargeError):
        return _("it is not an ordinary file")
    if isinstance(error, OSError):
        words = _WORDS.get(error.errno or 0)
        return _(words) if words else _("the system says error {number}").format(number=error.errno or 0)
    if isinstance(error, UnicodeDecodeError):
        return _("it is not UTF-8")
    place = _LINE.search(str(error))
    return _("look at line {line}").format(line=place[1]) if place else _("it is not written as it should be")
