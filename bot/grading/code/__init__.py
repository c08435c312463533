"""Code: commands with their flags, paths, tags, operators and names with signs in them."""
