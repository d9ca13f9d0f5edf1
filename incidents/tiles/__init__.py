"""The map as vector tiles (MVT) with a TileJSON: what our own map shows, tile by tile, for those of others."""
