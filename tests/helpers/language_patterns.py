"""Words that show which language a text is in."""

from __future__ import annotations

import re

SWEDISH = re.compile(r"\b(?:och|att|är|inte|för|på|som|det|den|med|ett|jag|ni|vi|har|ska|till)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(?:the|and|is|are|not|with|you|what|who|this|that|have|from|when|write)\b", re.IGNORECASE)
