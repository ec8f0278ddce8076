"""Sealing: bytes that only the holder of a key can read, and that fit in one place only.

AES-256-GCM with a random key for each meeting. Where a text belongs (meeting, writer, sequence) is authenticated with
it, so that nothing can be swapped, reordered or left out in the middle unnoticed. A key travels and rests in a box
that a passphrase (argon2id, RFC 9106) or a recovery key opens.
"""

from __future__ import annotations

import os
from base64 import b32decode, b32encode, b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING, Any, ClassVar

from sip_tui.i18n.translation import _
from sip_tui.store.atomic import to_bytes, to_json
from sip_tui.store.errors import StoreError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES, NONCE_BYTES, TAG_BYTES, SALT_BYTES = 32, 12, 16, 16
OVERHEAD = NONCE_BYTES + TAG_BYTES
"""Bytes by which a sealed text is longer than the text."""
ITERATIONS, LANES, MEMORY_KIB = 3, 4, 65_536
"""argon2id: 64 MiB, RFC 9106's second choice; a sixth of a second."""
MAX_ITERATIONS, MAX_LANES, MAX_MEMORY_KIB = 16, 16, 262_144
"""A box from elsewhere that asks for more is refused: it could take all memory."""
MIN_PASSPHRASE = 8
"""Characters."""
CHECK_BYTES = 3
"""Of a recovery key, to notice a slip of the pen before it is tried."""

Box = dict[str, Any]
"""A sealed secret and what is needed to open it, as JSON."""


class SealError(StoreError):
    """Something cannot be sealed, or does not open: it was changed, moved, or belongs to another key."""


class WrongPassphraseError(SealError):
    """The passphrase or the recovery key does not open the box."""

    code: ClassVar[int] = 1


def new_key() -> bytes:
    """Return a random key."""
    return os.urandom(KEY_BYTES)


class Sealer:
    """Seals and opens texts of one meeting with its key."""

    def __init__(self, key: bytes, meeting: str) -> None:
        self._cipher, self._meeting = _cipher(key), meeting

    def seal(self, text: bytes, writer: str, sequence: int) -> bytes:
        """Seal a text for its place: the nonce, the ciphertext, the tag."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, text, _place("line", self._meeting, writer, sequence))

    def open(self, sealed: bytes, writer: str, sequence: int) -> bytes:
        """Open what was sealed for this place; raise SealError for anything else."""
        text = _opened(self._cipher, sealed, _place("line", self._meeting, writer, sequence))
        if text is None:
            sentence = _("Line {number} of {writer} was changed, or belongs elsewhere; none of it was read.")
            raise SealError(sentence.format(number=sequence, writer=writer))
        return text


def seal_with_passphrase(secret: bytes, passphrase: str, purpose: str) -> Box:
    """Seal a secret with a passphrase; ``purpose`` says where it belongs, and must be the same when it is opened.

    Raises:
        WrongPassphraseError: The passphrase is shorter than eight characters.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        sentence = _("A passphrase needs at least {count} characters; four words that do not belong together are good.")
        raise WrongPassphraseError(sentence.format(count=MIN_PASSPHRASE))
    terms = {"salt": _text(os.urandom(SALT_BYTES)), "iterations": ITERATIONS, "lanes": LANES, "memory": MEMORY_KIB}
    return {"by": "argon2id", **terms, "sealed": _sealed(_derived(terms, passphrase), secret, purpose)}


def open_with_passphrase(box: Mapping[str, Any], passphrase: str, purpose: str) -> bytes:
    """Open a box that ``seal_with_passphrase`` made.

    Raises:
        WrongPassphraseError: The passphrase is another one, or the box was changed.
        SealError: It is no such box.
    """
    if box.get("by") != "argon2id" or not _affordable(box):
        raise _no_box()
    return _secret(box, _derived(box, passphrase), purpose)


def _check_bytes(secret: bytes) -> bytes:
    from hashlib import sha256  # loads OpenSSL: the start is faster

    return sha256(secret).digest()[:CHECK_BYTES]


def new_recovery_key() -> str:
    """Return a recovery key to keep on paper: 56 letters and digits in groups, the last ones a check."""
    secret = new_key()
    letters = b32encode(secret + _check_bytes(secret)).decode("ascii")
    return "-".join(letters[at : at + 7] for at in range(0, len(letters), 7))


def seal_with_recovery_key(secret: bytes, recovery_key: str, purpose: str) -> Box:
    """Seal a secret with a recovery key."""
    return {"by": "recovery key", "sealed": _sealed(_recovery_secret(recovery_key), secret, purpose)}


def open_with_recovery_key(box: Mapping[str, Any], recovery_key: str, purpose: str) -> bytes:
    """Open a box that ``seal_with_recovery_key`` made; raise WrongPassphraseError when it is another one's."""
    if box.get("by") != "recovery key":
        raise _no_box()
    return _secret(box, _recovery_secret(recovery_key), purpose)


def _recovery_secret(recovery_key: str) -> bytes:
    # What people misread on paper: base 32 has neither of these digits.
    letters = "".join(recovery_key.split()).replace("-", "").upper().replace("0", "O").replace("1", "I")
    try:
        decoded = b32decode(letters)
    except ValueError:
        decoded = b""
    secret, check = decoded[:KEY_BYTES], decoded[KEY_BYTES:]
    if len(check) != CHECK_BYTES or _check_bytes(secret) != check:
        raise WrongPassphraseError(_("This is not a recovery key; look for a letter that was read wrongly."))
    return secret


def _sealed(key: bytes, secret: bytes, purpose: str) -> str:
    nonce = os.urandom(NONCE_BYTES)
    return _text(nonce + _cipher(key).encrypt(nonce, secret, _place("box", purpose)))


def _secret(box: Mapping[str, Any], key: bytes, purpose: str) -> bytes:
    secret = _opened(_cipher(key), _bytes(box.get("sealed")), _place("box", purpose))
    if secret is None:
        raise WrongPassphraseError(_("That did not open it; check every letter and try again."))
    return secret


def _opened(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag

    if len(sealed) < OVERHEAD:
        return None
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
    except InvalidTag:
        return None


def _place(*parts: str | int) -> bytes:
    """Encode where a text belongs, so that no two places look alike."""
    return to_bytes(to_json(["sip-tui 1", *parts]))


def _cipher(key: bytes) -> AESGCM:
    _require_library()
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(key) != KEY_BYTES:
        raise SealError(_("The meeting's key is damaged. Put it back from your backup, or use the recovery key."))
    return AESGCM(key)


_ONE_AT_A_TIME = Lock()
_THREADS_END = (0.02, 0.1, 0.5)
"""Seconds to wait for OpenSSL's threads, which outlive a derivation for a moment: another one at once is refused."""


def _derived(terms: Mapping[str, Any], passphrase: str) -> bytes:
    _require_library()
    from unicodedata import normalize

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    numbers = {"iterations": terms["iterations"], "lanes": terms["lanes"], "memory_cost": terms["memory"]}
    # One keyboard writes å as one character, another one as two.
    secret = to_bytes(normalize("NFC", passphrase))

    def derive() -> bytes:
        """Derive the key once; raises ``MemoryError`` while another derivation holds the memory."""
        return Argon2id(salt=_bytes(terms["salt"]), length=KEY_BYTES, **numbers).derive(secret)

    with _ONE_AT_A_TIME:
        for seconds in _THREADS_END:
            with suppress(MemoryError):
                return derive()
            sleep(seconds)
        return derive()


def _affordable(box: Mapping[str, Any]) -> bool:
    limits = {"iterations": MAX_ITERATIONS, "lanes": MAX_LANES, "memory": MAX_MEMORY_KIB}
    numbers = {name: box.get(name) for name in limits}
    whole = all(type(number) is int and 0 < number <= limits[name] for name, number in numbers.items())
    return whole and box["memory"] >= 8 * box["lanes"] and len(_bytes(box.get("salt"))) >= SALT_BYTES


def _require_library() -> None:
    # Imported here: it takes longer than opening a meeting, and only what is sealed needs it.
    try:
        import cryptography  # noqa: F401
    except ImportError:
        sentence = _("Encryption needs the library cryptography; install sip-tui[crypto] and try again.")
        raise SealError(sentence) from None


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: object) -> bytes:
    try:
        return b64decode(text if isinstance(text, str) else "", validate=True)
    except ValueError:
        return b""


def _no_box() -> SealError:
    return SealError(
        _("This was not sealed by sip-tui, or it was sealed by a newer version; upgrade the program and try again.")
    )
