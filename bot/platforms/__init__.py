"""One thin room for each platform; the registry names them."""
