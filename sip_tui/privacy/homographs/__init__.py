"""Whether a name that is also a Swedish word is the name where it stands, by what stands around it.

Where that shows a name it is one: "enl liv", "ska dag vara med", "mentorn my". Where it shows the word it is the word:
"en dag", "hans skola", "vill bo hemma". Where it shows neither somebody has to look. The words that tell are data
(``name_words.toml``, ``name_surroundings.toml``).
"""

from sip_tui.privacy.homographs.judging import judge
from sip_tui.privacy.homographs.surroundings import Verdict

__all__ = ["Verdict", "judge"]
