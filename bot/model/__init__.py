"""The words of the product as frozen dataclasses, shared by every other room; they import none."""
