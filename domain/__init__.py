"""What may be done in a meeting, and what was done.

Everything here but `domain.record` imports the standard library only.
"""
