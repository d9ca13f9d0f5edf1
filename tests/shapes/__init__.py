"""The record in the shapes of other fields."""
