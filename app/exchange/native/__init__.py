"""The files of content: for each kind a reader and a writer that are a pair."""

from .folder import (
    Folder,
    canonical_files,
    check_content,
    paths_in,
    read_content,
    read_folder,
    rewritten,
    write_content,
)

__all__ = [
    "Folder",
    "canonical_files",
    "check_content",
    "paths_in",
    "read_content",
    "read_folder",
    "rewritten",
    "write_content",
]
