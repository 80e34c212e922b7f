"""A meeting as pages that are read from a disk, without a server."""
