"""Times one peer, a Python wheel, over the facts of Sources/expressions/Workload.swift.

    peers.py PEER    nanoseconds an evaluation or a compilation: `true`, a, b ..., `compile true` ..., one a line
"""

import gc
import itertools
import sys
import time

YEARS = ", ".join(str(2019 + i % 4) for i in range(20))
EXPRESSIONS = {
    "true": "true",
    "a": "training == 'yes' && size(programmes) > 0",
    "b": "programmes.all(p, p.year >= 2019 && p.year <= 2022)",
    "c": "evidence.exists(e, e.kind in ['law', 'decree'] && e.question == 'q_1_4')",
    "d": "name.startsWith('Law') || name.matches('^Decree [0-9]+')",
    "b-lit": f"[{YEARS}].all(y, y >= 2019 && y <= 2022)",
}
ROUNDS = 15
ROUND_NANOSECONDS = 2_000_000


def facts():
    """200 answers, 20 programmes, 50 pieces of evidence; the one that is asked for is the last."""
    answers = {f"answer_{i}": f"answer number {i - 1}" for i in range(3, 201)}
    programmes = [
        {"id": f"p{i}", "title": f"Programme {i}", "year": 2019 + i % 4, "hours": 10 * i, "open": i % 2 == 0, "place": "Lima"}
        for i in range(20)
    ]
    evidence = [
        {
            "id": f"e{i}",
            "title": f"Document {i}",
            "kind": {1: "law", 3: "decree"}.get(i % 4, "report"),
            "question": "q_1_4" if i == 49 else f"q_2_{i % 10}",
            "year": 2019,
            "pages": i,
        }
        for i in range(50)
    ]
    return {"training": "yes", "name": "Decree 4521 of 2019", **answers, "programmes": programmes, "evidence": evidence}


def cel_expr_python(data):
    """Compilation, and what evaluates a compiled expression. The types are declared, the activation is built once."""
    from cel_expr_python import cel

    table = cel.Type.List(cel.Type.Map(cel.Type.STRING, cel.Type.DYN))
    types = {name: table if isinstance(value, list) else cel.Type.STRING for name, value in data.items()}
    environment = cel.NewEnv(variables=types)
    activation = environment.Activation(data)

    def evaluation(text):
        evaluate = environment.compile(text).eval
        return lambda: evaluate(activation)

    return environment.compile, evaluation, lambda value: value.plain_value()


def common_expression_language(data):
    """The same; there is no checker, and the context is built once."""
    import cel

    context = cel.Context(variables=data)

    def evaluation(text):
        execute = cel.compile(text).execute
        return lambda: execute(context)

    return cel.compile, evaluation, lambda value: value


PEERS = {"cel-expr-python": cel_expr_python, "common-expression-language": common_expression_language}


def per_call(work, count):
    start = time.thread_time_ns()
    for _ in itertools.repeat(None, count):
        work()
    return (time.thread_time_ns() - start) / count


def works(peer):
    compile, evaluation, plain = PEERS[peer](facts())
    for name, text in EXPRESSIONS.items():
        evaluate = evaluation(text)
        result = plain(evaluate())
        if result is not True:
            sys.exit(f"{peer}: {name} is {result}, not True")
        yield name, evaluate
    for name, text in EXPRESSIONS.items():
        yield f"compile {name}", lambda text=text: compile(text)


def main(peer):
    gc.disable()
    timed = [(name, work, max(1, int(ROUND_NANOSECONDS / per_call(work, 20)))) for name, work in works(peer)]
    best = {name: float("inf") for name, _, _ in timed}
    for _ in range(ROUNDS):
        for name, work, count in timed:
            best[name] = min(best[name], per_call(work, count))
    for name, nanoseconds in best.items():
        print(f"{name}\t{nanoseconds:.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
