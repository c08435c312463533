"""Look-ups: what people type, and what they mean."""
