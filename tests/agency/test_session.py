from ikdsim.agency.session import Session


def test_a_session_changes_nothing_but_what_it_names():
    session = Session(week=110, place=0, seats=30, youngest=17, oldest=100, literacy=0.1)
    assert (session.trust, session.records, session.explains) == (0.0, False, None)
