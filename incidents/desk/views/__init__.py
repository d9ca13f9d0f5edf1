"""The pages of the desk: each view parses, calls one thing and renders."""
