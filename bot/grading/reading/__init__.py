"""Reading: a text as typed, its words, and the keys by which equal texts are found."""
