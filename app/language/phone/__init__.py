"""The sentences that scripts say on the phone: key → French text, translated like every other one.

Keys are what the scripts ask for (`say("open_until", {time})`); `NN_` is a singular and a plural. A topic's
sentences travel with the pages that need them: `every_page` with all, others where a template says
`{{ messages_of("directions") }}`.
"""

from collections.abc import Mapping

from .directions import DIRECTIONS
from .every_page import EVERY_PAGE
from .kiosk import KIOSK
from .leading import LEADING
from .list import LIST
from .moving_map import MOVING_MAP
from .outbox import OUTBOX, OUTBOX_PAGE
from .pack import PACK
from .photo import PHOTO
from .ready import READY
from .round import ROUND
from .studio import STUDIO

Messages = Mapping[str, str | tuple[str, str]]

TOPICS: Mapping[str, Messages] = {
    "every_page": EVERY_PAGE,
    "moving_map": MOVING_MAP,
    "pack": PACK,
    "directions": DIRECTIONS,
    "leading": LEADING,
    "photo": PHOTO,
    "round": ROUND,
    "kiosk": KIOSK,
    "outbox": OUTBOX,
    "outbox_page": OUTBOX_PAGE,
    "ready": READY,
    "studio": STUDIO,
    "list": LIST,
}

PHONE_MESSAGES: Messages = {key: words for topic in TOPICS.values() for key, words in topic.items()}
"""All of them; no key stands in two topics."""
