"""What every test shares: how long and how hard hypothesis looks."""

from hypothesis import settings

# A gate answers the same twice: its examples are derived from the test itself.
settings.register_profile("gate", derandomize=True, deadline=None, database=None)
# To look further: pytest --hypothesis-profile=hunt
settings.register_profile("hunt", deadline=None, database=None, max_examples=2000, print_blob=True)
settings.load_profile("gate")
