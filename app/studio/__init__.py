"""The studio: where a volunteer chooses a sheet, sees it before it is printed, and prints one or a whole quarter."""
