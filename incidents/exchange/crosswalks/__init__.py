"""The record in the columns of other datasets: what can be said in them, and nothing that cannot."""
