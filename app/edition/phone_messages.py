"""The sentences that scripts say on the phone: key → French text, translated like every other one.

Keys are what the scripts ask for (`say("open_until", {time})`); a pair is a singular and a plural.
"""

from ..domain.text import N_

PHONE_MESSAGES: dict[str, str | tuple[str, str]] = {
    "results": (N_("{count} lieu"), N_("{count} lieux")),
}
