"""Kinds of service points: the channels through which a resident can be activated."""

from typing import Final

DISTRICT_OFFICE: Final = 0
MALL_OUTLET: Final = 1
KECAMATAN_DESK: Final = 2
VILLAGE_DESK: Final = 3
BOTRAM_KECAMATAN: Final = 4
BOTRAM_VILLAGE: Final = 5
SERVICE_VEHICLE: Final = 6
TEAM_VISIT: Final = 7
SCHOOL_VISIT: Final = 8
CAR_FREE_DAY: Final = 9
REMOTE_DESK: Final = 10
KINDS: Final = (
    "district_office",
    "mall_outlet",
    "kecamatan_desk",
    "village_desk",
    "botram_kecamatan",
    "botram_village",
    "service_vehicle",
    "team_visit",
    "school_visit",
    "car_free_day",
    "remote_desk",
)
