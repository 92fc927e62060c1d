"""The queues of the mean-field twin: how far the officers' time of a week goes on average.

All who come to a station are served with the same chance: the time that is expected to be used, over the time that is
asked for. Who accepts on the spot needs an explanation and an activation, and gets both or neither.
"""

from ikdsim.engine.expected import work_done
from ikdsim.engine.expected_week import CARD, NO_CARD, ON_ERRAND, Expected
from ikdsim.kernel import rule


@rule
def asked_of_place(w: int, q: int, p: int, t: Expected) -> tuple[float, float, float]:
    """What residents of place `p` ask of station `q`: activations, officer time, and the sum of its squares."""
    o, explaining = t.offers, float(t.tables.explaining_ms)
    errand = o.errand[w, q, p]
    count, time = errand * t.comers[p, ON_ERRAND], errand * t.comers_ms[p, ON_ERRAND]
    for way, share in enumerate((o.walk_in[w, q, p], o.visit[w, q, p])):
        count += share * t.comers[p, way]
        time += share * t.comers_ms[p, way]
    time *= o.speed[w, q]
    squares = time * time / count if count > 0.0 else 0.0
    with_card, without = errand * o.offer[w, q], errand * o.offer_without_card[w, q]
    told = (with_card * t.to_tell[p, CARD] + without * t.to_tell[p, NO_CARD]) * explaining
    take = with_card * t.to_take[p, CARD] + without * t.to_take[p, NO_CARD]
    take_time = (with_card * t.to_take_ms[p, CARD] + without * t.to_take_ms[p, NO_CARD]) * o.speed[w, q]
    squares += told * explaining
    if take > 0.0:
        squares += take_time * (2.0 * explaining + take_time / take)
    return count + take, time + told + take_time, squares


@rule
def serve_station(w: int, q: int, t: Expected) -> None:
    """One queue: share out the officers' time of station `q` among all who come."""
    o = t.offers
    count, time, squares = 0.0, 0.0, 0.0
    for p in range(len(t.users)):
        more, longer, rougher = asked_of_place(w, q, p, t)
        count, time, squares = count + more, time + longer, squares + rougher
    if time <= 0.0:
        return
    turn = work_done(time, squares, o.capacity_ms[w, q]) / time
    success = turn * (1.0 - o.failure[w, q])
    t.activations[w, o.kind[q]] += count * success
    for p in range(len(t.users)):
        errand = o.errand[w, q, p]
        for way, share in enumerate((o.walk_in[w, q, p], o.visit[w, q, p], errand)):
            t.served[p, way] += share * success
        for card, offer in enumerate((o.offer_without_card[w, q], o.offer[w, q])):
            t.told[p, card] += errand * turn * offer
            t.taken[p, card] += errand * success * offer
