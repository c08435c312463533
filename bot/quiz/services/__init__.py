"""What the game does: each service carries out one part, over the ports that it is given."""
