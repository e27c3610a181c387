"""Forms over documents: which fields a section holds, what they show, and what was typed into them."""
