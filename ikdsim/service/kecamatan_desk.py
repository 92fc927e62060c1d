"""The desk in the kecamatan office, if operators there may activate IKD: where most errands of Babelan end."""

from ikdsim.service.desk import Desk
from ikdsim.service.kinds import KECAMATAN_DESK


class KecamatanDesk(Desk):
    """One desk for all places."""

    kind = KECAMATAN_DESK
    point_id = "kecamatan_desk"
