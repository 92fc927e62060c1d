"""The service vehicle: a car with satellite link and enrolment set that tours remote places."""

from ikdsim.service.kinds import SERVICE_VEHICLE
from ikdsim.service.visit import VisitingService


class ServiceVehicleTour(VisitingService):
    """A stop of the tour; the car brings its own connection and reaches everybody a car can reach."""

    kind = SERVICE_VEHICLE
