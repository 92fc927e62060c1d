"""Numbers of the draws that make a resident, 1000 and up; below 1000 stand the decisions of a run.

A number is never given to another draw: the same resident would then be lucky in two things at once.
"""

from typing import Final

HOUSEHOLD_SIZE: Final = 1000
NEIGHBOURHOOD_BOUND: Final = 1001
ROLE: Final = 1002
HEAD_AGE: Final = 1003
AGE_GAP: Final = 1004
SEX: Final = 1005
STUDY_OR_RETIREMENT: Final = 1006
HOUSEWORK: Final = 1007
TRADE: Final = 1008
UNRECORDED: Final = 1009
RECORDED_LATE: Final = 1010
RECORDING_DELAY: Final = 1011
CARD: Final = 1012
PHONE: Final = 1013
PHONE_TOO_OLD: Final = 1014
NEW_PHONE: Final = 1015
DATA: Final = 1016
SIGNAL: Final = 1017
LITERACY: Final = 1018
TRUST: Final = 1019
LEAVING: Final = 1020
DONOR: Final = 1021
BRINGS_IKD: Final = 1022
HAS_HEARD: Final = 1023
SEAT: Final = 1024
