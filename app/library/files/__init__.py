"""The files of content: for each kind a reader and a writer that are a pair."""

from .folder import Folder, canonical_files, read_content, read_folder, write_content

__all__ = ["Folder", "canonical_files", "read_content", "read_folder", "write_content"]
