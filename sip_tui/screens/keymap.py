"""Every key of the program and the one thing that it means; a command takes its key from here, never a literal.

A small letter does something to the chosen row or in the meeting; most capital letters go to a screen, as the function
keys do, for a terminal that keeps those. The letter is that of the Swedish word where one was free. ``docs/keys.md`` is
made from this table.
"""

from __future__ import annotations

from enum import StrEnum, unique

from sip_tui.i18n.translation import N_


@unique
class Key(StrEnum):
    """Textual's names of the keys, the first one shown; several keys with commas between mean the same."""

    ADD = "a"
    NEED = "b"
    MANAGES = "c"
    PARTLY = "d"
    CHANGE = "e"
    EXCUSED = "f"
    LEFT = "g"
    HERE = "h"
    MEETING = "i"
    YES = "j,y"
    DONE = "k"
    ON_LINK = "l"
    GOAL = "m"
    NO = "n"
    DISAGREE = "o"
    ANOTHER_TIME = "p"
    ONE_LINE = "q"
    REPLY = "r"
    LATE = "s"
    NEW_TIMES = "t"
    MISSING = "u"
    NEXT_PART = "v,alt+v"
    OTHER_VIEW = "w"
    REMOVE = "x,delete"
    UNDO = "z"

    CONTINUE = "C"
    DELIVER = "D"
    QUESTION = "F"
    WRITTEN_YES = "J"
    CLOCK = "K"
    ROLE = "R"
    PREVIOUS_PART = "V"
    TAKES_BACK = "W"
    YES_TO_ALL = "Y"
    REDO = "Z"

    HELP = "f1,H"
    GO_TIME = "f2,T"
    GO_ROLL_CALL = "f3,U"
    GO_TERMS = "f4,O"
    GO_ACTIONS = "f5,A"
    GO_FLOOR = "f6,Q"
    GO_IDEAS = "f7,I"
    GO_NOTES = "f8,N"
    BREAK = "f9,P"
    MINUTES = "f10,E,alt+e"
    CLOSE_MEETING = "f12,X"
    GO_SITUATION = "L"
    GO_SCRIPT = "M"
    GO_SUMMARY = "S"
    GO_WRAP_UP = "G"
    GO_BOARD = "B"

    NEXT_HERE = "space"
    OPEN = "enter"
    OPEN_LIST = "down"
    BACK = "escape"
    RIGHT = "right"
    LEFT_ARROW = "left"
    NEXT_PANE = "tab"
    PREVIOUS_PANE = "shift+tab"
    MORE_TIME = "plus"
    LESS_TIME = "minus"
    EXPLAIN = "question_mark"
    FIND = "ctrl+f,slash"
    SEEN = "exclamation_mark"
    KEEP_OTHER = "less_than_sign"
    DETAILS = "colon"
    MARK = "asterisk"
    MAKE_ACTION = "equals_sign"
    LATER = "full_stop"
    LAST = "comma"
    FOLLOW_UP = "greater_than_sign"
    OVER_TIME = "semicolon"
    INVITE = "at"
    PREPARE = "number_sign"
    NEED_MEETING = "ampersand"
    LIKE = "quotation_mark"

    PAGE_ON = "pagedown"
    EARLIER = "alt+up"
    LATER_ON = "alt+down"

    PALETTE = "ctrl+p"
    MEETINGS = "ctrl+home"
    QUIT = "ctrl+q"
    SAVE = "ctrl+s"
    PAD_NEXT = "ctrl+n,ctrl+pagedown"
    PAD_BACK = "ctrl+pageup"
    PAD_FOLLOW = "ctrl+g"
    PAD_BESIDE = "ctrl+b"
    PAD_ROW = "ctrl+l"
    TAKE_OFFERED = "ctrl+r"
    PAD_TERM = "ctrl+t"
    PAD_ACTION = "ctrl+o"
    PAD_TIME = "ctrl+d"
    PAD_SITUATION = "alt+l"
    PAD_MOVE_ON = "alt+right"
    PAD_MOVE_BACK = "alt+left"


MEANINGS: dict[Key, str] = {
    Key.ADD: N_("Add: a new row, or someone to the queue"),
    Key.NEED: N_("A new need"),
    Key.MANAGES: N_("The person can manage it, or not"),
    Key.PARTLY: N_("Partly"),
    Key.CHANGE: N_("Change what is chosen"),
    Key.EXCUSED: N_("Apologies"),
    Key.LEFT: N_("Has left"),
    Key.HERE: N_("Is here"),
    Key.MEETING: N_("The meeting: purpose, chair, secretary"),
    Key.YES: N_("Yes"),
    Key.DONE: N_("Done, or how it is going"),
    Key.ON_LINK: N_("Online"),
    Key.GOAL: N_("A new goal"),
    Key.NO: N_("No"),
    Key.DISAGREE: N_("What you disagree on"),
    Key.ANOTHER_TIME: N_("Kept for another time"),
    Key.ONE_LINE: N_("A new one in one line"),
    Key.REPLY: N_("A direct reply"),
    Key.LATE: N_("Late"),
    Key.NEW_TIMES: N_("New times"),
    Key.MISSING: N_("Not here"),
    Key.NEXT_PART: N_("Go to the next part of the meeting"),
    Key.OTHER_VIEW: N_("Change how it is shown"),
    Key.REMOVE: N_("Remove"),
    Key.UNDO: N_("Undo"),
    Key.CONTINUE: N_("Go ahead with the meeting anyway"),
    Key.DELIVER: N_("Give everyone their document"),
    Key.QUESTION: N_("Add a question, or link someone to questions"),
    Key.WRITTEN_YES: N_("Yes, in writing"),
    Key.CLOCK: N_("Stop the clock, or start it"),
    Key.ROLE: N_("The role in place of the name"),
    Key.PREVIOUS_PART: N_("Back to the previous part"),
    Key.TAKES_BACK: N_("The person withdraws the consent"),
    Key.YES_TO_ALL: N_("The same for everyone"),
    Key.REDO: N_("Redo"),
    Key.HELP: N_("Help for the screen"),
    Key.GO_TIME: N_("Time"),
    Key.GO_ROLL_CALL: N_("Who is here"),
    Key.GO_TERMS: N_("Hard words"),
    Key.GO_ACTIONS: N_("Actions"),
    Key.GO_FLOOR: N_("Talk"),
    Key.GO_IDEAS: N_("Ideas"),
    Key.GO_NOTES: N_("Write"),
    Key.BREAK: N_("Start or end a break"),
    Key.MINUTES: N_("Documents"),
    Key.CLOSE_MEETING: N_("Close the meeting"),
    Key.GO_SITUATION: N_("Situation"),
    Key.GO_SCRIPT: N_("Script"),
    Key.GO_SUMMARY: N_("Summary"),
    Key.GO_WRAP_UP: N_("Before you go home"),
    Key.GO_BOARD: N_("Board"),
    Key.NEXT_HERE: N_("Go to the next thing on the screen"),
    Key.OPEN: N_("Open what is chosen, or go on"),
    Key.OPEN_LIST: N_("Open the list"),
    Key.BACK: N_("Back, or close"),
    Key.PAGE_ON: N_("Turn the page"),
    Key.RIGHT: N_("Forward"),
    Key.LEFT_ARROW: N_("Backward"),
    Key.NEXT_PANE: N_("On to the next list"),
    Key.PREVIOUS_PANE: N_("Back to the previous list"),
    Key.MORE_TIME: N_("Five minutes more"),
    Key.LESS_TIME: N_("Five minutes less"),
    Key.EXPLAIN: N_("A hard word to explain"),
    Key.FIND: N_("Find"),
    Key.SEEN: N_("Seen"),
    Key.KEEP_OTHER: N_("Keep the other text"),
    Key.DETAILS: N_("Details of the selected row"),
    Key.MARK: N_("A private note"),
    Key.MAKE_ACTION: N_("Make it an action"),
    Key.LATER: N_("A little later"),
    Key.LAST: N_("Last on the list"),
    Key.FOLLOW_UP: N_("Follow-up: a new meeting about the same plan"),
    Key.OVER_TIME: N_("How it has gone from meeting to meeting"),
    Key.INVITE: N_("Ask to attend"),
    Key.PREPARE: N_("Before the meeting: what is known, and what is left to do"),
    Key.LIKE: N_("A new one like this"),
    Key.NEED_MEETING: N_("Do we need a meeting?"),
    Key.EARLIER: N_("Up one place in the list"),
    Key.LATER_ON: N_("Down one place in the list"),
    Key.PALETTE: N_("Find a command by name"),
    Key.MEETINGS: N_("Back to all meetings"),
    Key.QUIT: N_("Leave the program"),
    Key.SAVE: N_("Save; elsewhere if the disk is full"),
    Key.PAD_NEXT: N_("The notes of the next part"),
    Key.PAD_BACK: N_("The notes of the previous part"),
    Key.PAD_FOLLOW: N_("The notes of the part the chair is in"),
    Key.PAD_BESIDE: N_("What is shown beside the notes"),
    Key.PAD_ROW: N_("Make the line part of the plan"),
    Key.TAKE_OFFERED: N_("Use the suggested text"),
    Key.PAD_TERM: N_("Let the chair ask about the word"),
    Key.PAD_ACTION: N_("A new action from the notes"),
    Key.PAD_TIME: N_("Insert the time"),
    Key.PAD_SITUATION: N_("From the notes to the situation"),
    Key.PAD_MOVE_ON: N_("Move the line to the next part"),
    Key.PAD_MOVE_BACK: N_("Move the line to the previous part"),
}
"""What each key means, as an English msgid; a digit is always the one with that number."""
