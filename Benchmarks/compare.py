#!/usr/bin/env python3
"""Times our expressions beside two wheels, all in one run: the processes take turns, the least time of all rounds counts.

    compare.py [ROUNDS]

The wheels come from PyPI into .build/peers. Where they cannot be installed, our times are printed alone.
"""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".build/peers"
WHEELS = {"cel-expr-python": "0.1.3", "common-expression-language": "0.10.0"}
COLUMNS = ["true", "a", "b", "c", "d", "b-lit"]
TARGETS = {"true": 5, "a": 15, "b": 250, "c": 600, "d": 100}
# What no peer has: types that are not known before, values that are not known at all.
OURS_ALONE = {"a unchecked": 30, "b unchecked": 600, "c unchecked": 1500, "b, 20 unknown": 1000, "500 rules": 200_000}
# Less than this over `true`, in nanoseconds, is no evaluation of its own: the expression became a constant when compiled.
CONSTANT = 1


def ours():
    build = ["swift", "build", "-q", "-c", "release", "--product", "expressions"]
    subprocess.run(build, cwd=HERE, check=True)
    path = subprocess.run(build[:2] + ["-c", "release", "--show-bin-path"], cwd=HERE, check=True, capture_output=True, text=True)
    return [path.stdout.strip() + "/expressions", "10"]


def peers():
    """The command of each peer; none, after saying so, where the wheels cannot be had."""
    python = ENVIRONMENT / "bin/python"
    wheels = [f"{name}=={version}" for name, version in WHEELS.items()]
    try:
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *wheels], check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"compare: without the peers, {' and '.join(wheels)} cannot be installed: {problem}\n")
        return {}
    return {name: [str(python), str(HERE / "peers.py"), name] for name in WHEELS}


def round_of(command):
    """What one process measured: nanoseconds by name."""
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return {name: float(time) for name, time in (line.split("\t") for line in lines)}


def least(commands, rounds):
    """The least times of each command, over rounds in which each has its turn."""
    best = {who: {} for who in commands}
    for _ in range(rounds):
        for who, command in commands.items():
            for name, time in round_of(command).items():
                best[who][name] = min(time, best[who].get(name, time))
    return best


def over_maps(times):
    """Our times with the tables as maps; the answers of a and d are no table."""
    return {column: times[f"{column} over maps"] for column in COLUMNS if f"{column} over maps" in times}


def ratio(column, ours, peer, base):
    """The peer's time over ours, each less its time of `true`."""
    if column == "true":
        return f"{peer['true'] / base['true']:.1f}"
    if column not in ours:
        return ""
    mine, other = ours[column] - base["true"], peer[column] - peer["true"]
    return "constant" if mine < CONSTANT else f"{other / mine:.1f}"


def table(title, rows, columns=COLUMNS):
    print(f"| {title} | {' | '.join(columns)} |")
    print("|---|" + "---:|" * len(columns))
    for name, cells in rows:
        print(f"| {name} | {' | '.join(cells.get(column, '') for column in columns)} |")
    print()


def cells(times):
    return {column: f"{time:,.1f}" for column, time in times.items()}


def targets(times):
    return "target", {column: f"{time:,}" for column, time in times.items()}


def compilation(times):
    return {column: times[f"compile {column}"] for column in COLUMNS}


def report(best):
    mine = best.pop("validate")
    maps = over_maps(mine)
    times = [targets(TARGETS), ("validate", cells(mine))]
    times += [("validate, tables as maps", cells(maps))] + [(name, cells(peer)) for name, peer in best.items()]
    table("ns an evaluation", times)
    table("ns an evaluation", [targets(OURS_ALONE), ("validate", cells(mine))], list(OURS_ALONE))
    compiled = {name: compilation(peer) for name, peer in {"validate": mine, **best}.items()}
    table("ns a compilation", [(name, cells(peer)) for name, peer in compiled.items()])
    if not best:
        return
    rows = []
    for name, peer in best.items():
        rows.append((name, {column: ratio(column, mine, peer, mine) for column in COLUMNS}))
        rows.append((f"{name}, tables as maps", {column: ratio(column, maps, peer, mine) for column in COLUMNS[1:]}))
        base = compiled["validate"]
        rows.append((f"{name}, compilation", {c: ratio(c, base, compiled[name], base) for c in COLUMNS}))
    table("times ours, less `true`", rows)


def main(rounds):
    report(least({"validate": ours(), **peers()}, rounds))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
