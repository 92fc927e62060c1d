"""ikdsim run SCENARIO, or ikdsim run --record FILE: one run, told in words and kept in a folder."""

import shlex
from datetime import UTC, datetime
from pathlib import Path

from ikdsim.command.answer import Answer
from ikdsim.command.options import RunOptions
from ikdsim.command.progress import announce_compiling, progress_bar
from ikdsim.identity import fingerprint
from ikdsim.language import text
from ikdsim.model import IkdModel
from ikdsim.report.layout import hanging
from ikdsim.report.run import summary
from ikdsim.report.synthesis import synthesis_report
from ikdsim.result.diary import diary
from ikdsim.result.folder import claim, default_folder
from ikdsim.result.officer_diary import officer_diary
from ikdsim.result.record import Settings, numbers_behind, record
from ikdsim.result.repeat import read_record
from ikdsim.result.run_result import RunResult
from ikdsim.result.simulate import run_to_end
from ikdsim.result.store import store
from ikdsim.scenario.load import load_scenario
from ikdsim.setup import Setup


def run_command(options: RunOptions) -> Answer:
    """Run, keep the result in a folder if one is wanted, and sum it up or tell somebody's diary."""
    settings = read_record(options.record) if options.record else _settings(options)
    determined_by = settings.determined_by()
    announce_compiling(options.lang, options.quiet)
    setup = _planned(settings)
    folder = _folder(options, settings.scenario.name, fingerprint(determined_by))
    is_kept = folder is not None and claim(folder, fingerprint(determined_by))
    story = _story(options, settings, setup)
    result, facts = _simulate(options, settings, setup)
    if folder is not None and not is_kept:
        store(result, record(determined_by, facts), folder, _texts(result, setup, options.lang), options.lang)
    document = result.document() | ({"diary": story} if story else {})
    words = _told(result, story, options.lang) + _kept(folder, is_kept, options.lang)
    return Answer(words, document, note=text("result.not_calibrated", options.lang))


def _planned(settings: Settings) -> Setup:
    """The set-up with all its weeks planned: a plan that asks for too many officers is refused before anything runs."""
    setup = Setup(settings.scenario, settings.seed, settings.scale)
    len(setup.programme)
    return setup


def _story(options: RunOptions, settings: Settings, setup: Setup) -> list[str]:
    """The diaries that are asked for, of a resident first."""
    told = [] if options.resident is None else diary(setup, settings.engine, options.resident, options.lang)
    if options.officer is not None:
        told += officer_diary(setup, settings.engine, options.officer, options.lang)
    return told


def _settings(options: RunOptions) -> Settings:
    scenario = load_scenario(options.named[0], options.prices).until(options.until)
    return Settings(scenario=scenario, seed=options.seed, scale=options.scale, engine=options.engine)


def _folder(options: RunOptions, name: str, digits: str) -> Path | None:
    """The folder that is named; else the usual one, unless only a document or a diary is wanted."""
    if options.out is not None or options.json or options.resident is not None or options.officer is not None:
        return options.out
    return default_folder(name, digits)


def _simulate(options: RunOptions, settings: Settings, setup: Setup) -> tuple[RunResult, dict[str, object]]:
    """The result, and what its record carries along."""
    started = _now()
    with progress_bar("result.simulating", options.lang, options.silent) as progress:
        result = run_to_end(IkdModel(setup, engine=settings.engine), progress)
    times = {"started": started, "finished": _now()}
    return result, {"command": _command(settings, options), **times, "numbers": numbers_behind(settings.scenario)}


def _texts(result: RunResult, setup: Setup, lang: str) -> dict[str, str]:
    """The summary, and how the synthetic residents compare with what is known of the real ones, by file name."""
    report = synthesis_report(setup.residents, setup.region, setup.parameters, lang)
    return {"summary.txt": summary(result, lang), "synthesis.txt": report}


def _told(result: RunResult, story: list[str], lang: str) -> str:
    if story:
        return "\n".join([*hanging(story), "", text("result.not_calibrated", lang)])
    return summary(result, lang)


def _kept(folder: Path | None, is_kept: bool, lang: str) -> str:
    if folder is None:
        return ""
    return "\n" + text("result.kept_before" if is_kept else "result.kept", lang, {"folder": folder})


def _command(settings: Settings, options: RunOptions) -> str:
    """The command line that makes this run again where the scenario file is at hand."""
    words = ["ikdsim", "run", options.named[0] if options.named else f"{settings.scenario.name}.toml"]
    words += ["--seed", str(settings.seed), "--until", settings.scenario.end.isoformat()]
    words += [] if options.prices is None else ["--prices", str(options.prices)]
    return shlex.join([*words, "--scale", f"{settings.scale:g}", "--engine", settings.engine])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
