"""What the Returns page is made of beside its cards: explanations, sign-off, answers, and head office's side."""
