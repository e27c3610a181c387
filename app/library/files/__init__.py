"""The files of content: for each kind a reader and a writer that are a pair."""
