"""Settings of all tests."""

from hypothesis import settings

from ikdsim.kernel import FIRST_COMPILATION

FIRST_COMPILATION.is_told = True  # tests that listen to standard error hear nothing but what they ask for

settings.register_profile("compiled", deadline=None)  # the first call of a rule compiles it
settings.load_profile("compiled")
