"""Draft the next migration after an edit of `app/library/models.py`; read it before you keep it.

python migrations/draft.py "What changes"
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.factory import create_app
from app.library.migrating import draft_migration, migrate_library
from app.settings import read_settings

with TemporaryDirectory() as folder, create_app(read_settings({"ADEUXPAS_DATA": str(Path(folder))})).app_context():
    migrate_library()
    draft_migration(sys.argv[1])
