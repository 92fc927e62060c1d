"""Settings of all tests."""

from hypothesis import settings

settings.register_profile("compiled", deadline=None)  # the first call of a rule compiles it
settings.load_profile("compiled")
