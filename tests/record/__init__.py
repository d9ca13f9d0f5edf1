"""The record proves itself: tree, checkpoints, proofs, and every kind of tampering named."""
