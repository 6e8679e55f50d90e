"""What a text, an advertisement or a résumé, says: the names in it, and how each is meant."""
