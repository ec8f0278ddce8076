"""``python -m sip_tui`` is ``sip-tui``."""

import sys

from sip_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
