"""The house rules of CONTRIBUTING.md, measured on the syntax trees of the package."""

from __future__ import annotations

import ast
import graphlib
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
MODULES = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "quizgen").rglob("*.py"))}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def tree(module: str) -> ast.Module:
    return parse(MODULES[module])


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Yield (module, node) for every node of these kinds in the package."""
    for module in MODULES:
        yield from ((module, node) for node in ast.walk(tree(module)) if isinstance(node, kinds))


def functions() -> list[tuple[str, Function]]:
    return list(nodes(ast.FunctionDef, ast.AsyncFunctionDef))


def place(module: str, node: ast.AST) -> str:
    return f"{module}:{node.lineno}"


def name_of(node: ast.AST) -> str:
    """Return the dotted name of an expression, "" where it is none."""
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


# -- sizes ------------------------------------------------------------------------------------------------------------


def test_functions_are_short() -> None:
    lengths = {f"{place(m, f)} {f.name}": f.end_lineno - f.lineno + 1 for m, f in functions()}
    assert {name: length for name, length in lengths.items() if length > 50} == {}
    assert median(lengths.values()) <= 8
    assert quantiles(lengths.values(), n=10)[-1] <= 25


def test_modules_are_short() -> None:
    sizes = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    assert {module: size for module, size in sizes.items() if size > 300} == {}


# -- types, names, words ----------------------------------------------------------------------------------------------


def test_every_function_is_typed() -> None:
    def untyped(function: Function) -> bool:
        given = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
        return function.returns is None or any(a.annotation is None for a in given if a.arg not in {"self", "cls"})

    assert [place(m, f) for m, f in functions() if untyped(f)] == []


def test_no_module_is_a_drawer() -> None:
    drawers = {"util", "utils", "common", "helper", "helpers", "core", "misc", "base_utils"}
    assert [module for module in MODULES if {part.removesuffix(".py") for part in module.split("/")} & drawers] == []


def test_everything_public_says_what_it_is() -> None:
    public = [
        (module, node)
        for module, node in nodes(ast.FunctionDef, ast.ClassDef)
        if not node.name.startswith("_") and node in tree(module).body
    ]
    assert [module for module in MODULES if not ast.get_docstring(tree(module))] == []
    assert [f"{place(m, n)} {n.name}" for m, n in public if not ast.get_docstring(n)] == []


def test_inheritance_stops_at_one_level() -> None:
    ours = {node.name: [name_of(base) for base in node.bases] for _, node in nodes(ast.ClassDef)}
    foundations = {"Record", "QuizgenError", "Item", "BaseItem"}  # what a child may add one level to
    deep = {
        name: base
        for name, bases in ours.items()
        for base in bases
        if base not in foundations and any(parent in ours for parent in ours.get(base, []))
    }
    assert deep == {}


def test_no_import_cycles() -> None:
    dotted = {module.removesuffix(".py").removesuffix("/__init__").replace("/", "."): module for module in MODULES}
    graph = {name: {i for i in _imports(module) if i in dotted and i != name} for name, module in dotted.items()}
    list(graphlib.TopologicalSorter(graph).static_order())


def _imports(module: str) -> Iterator[str]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            inner = {name for name in names if (ROOT / name.replace(".", "/")).with_suffix(".py").exists()}
            yield from inner or {node.module}


# -- regular expressions ----------------------------------------------------------------------------------------------

REGEX_CALLS = {f"re.{name}" for name in ("match", "search", "sub", "subn", "split", "findall", "fullmatch", "finditer")}


def test_every_regex_is_a_named_constant_with_an_example_under_it() -> None:
    loose = [place(m, n) for m, n in nodes(ast.Call) if name_of(n.func) in REGEX_CALLS]
    assert loose == []
    shown = {(module, id(value)) for module in MODULES for value in _patterns_with_example(module)}
    compiled = [(m, n) for m, n in nodes(ast.Call) if name_of(n.func) == "re.compile"]
    assert [place(m, n) for m, n in compiled if (m, id(n)) not in shown] == []


def _patterns_with_example(module: str) -> Iterator[ast.expr]:
    """Yield every call within a module-level assignment that has a comment or a docstring right under it."""
    lines = [*MODULES[module].read_text(encoding="utf-8").splitlines(), ""]
    for node in tree(module).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            inside = lines[node.lineno - 1 : node.end_lineno + 1]
            if any(line.lstrip().startswith(("#", '"""')) or "  # " in line for line in inside):
                yield from (inner for inner in ast.walk(node.value) if isinstance(inner, ast.expr))


# -- doors ------------------------------------------------------------------------------------------------------------

FORBIDDEN_CALLS: dict[str, set[str]] = {
    "open": set(),
    "io.open": set(),
    "os.open": {"quizgen/files.py", "quizgen/banks/locks.py"},
    "os.fdopen": {"quizgen/files.py"},
    "os.replace": {"quizgen/files.py"},
    "os.system": set(),
    "os.popen": set(),
    "eval": set(),
    "exec": set(),
    "compile": set(),
    "__import__": set(),
    "hash": set(),
    "yaml.load": set(),
    "yaml.load_all": set(),
    "yaml.full_load": set(),
    "yaml.unsafe_load": set(),
    "time.time": set(),
    "datetime.now": set(),
    "datetime.today": set(),
    "date.today": set(),
    "datetime.datetime.now": set(),
    "datetime.date.today": set(),
}
"""Call → the modules that may make it: the doors."""

FORBIDDEN_METHODS = {"write_text", "write_bytes", "read_text"}
FORBIDDEN_IMPORTS: dict[str, set[str]] = {
    **{name: set() for name in ("pickle", "marshal", "shelve", "dill", "cloudpickle", "urllib", "requests", "http")},
    "socket": {"quizgen/banks/locks.py"},  # the computer's name, for the message who holds a lock
}
SPEAKERS = ("quizgen/cli/",)


def test_one_door() -> None:
    calls = [(module, name_of(node.func), node) for module, node in nodes(ast.Call)]
    assert [place(m, n) for m, name, n in calls if m not in FORBIDDEN_CALLS.get(name, {m})] == []
    methods = [(m, n) for m, _, n in calls if isinstance(n.func, ast.Attribute) and n.func.attr in FORBIDDEN_METHODS]
    assert [place(m, n) for m, n in methods] == []
    own_reading = [n for _, name, n in calls if name.endswith(".read_bytes") and not name.endswith("files.read_bytes")]
    assert own_reading == []
    assert [place(m, n) for m, _, n in calls if any(k.arg == "shell" for k in n.keywords)] == []


def test_documents_come_from_and_go_to_streams() -> None:
    """``Document(path)`` and ``.save(path)`` would be doors of their own."""
    calls = [(m, n) for m, n in nodes(ast.Call) if len(n.args) == 1]
    doors = [(m, n) for m, n in calls if name_of(n.func) in {"Document", "docx.Document", "load_workbook"}]
    doors += [(m, n) for m, n in calls if isinstance(n.func, ast.Attribute) and n.func.attr == "save"]
    stream = re.compile(r"BytesIO|stream|buffer")
    assert [place(m, n) for m, n in doors if not stream.search(ast.unparse(n.args[0]))] == []


def test_nothing_dangerous_is_imported() -> None:
    imported = [(m, name.partition(".")[0]) for m in MODULES for name in _imports(m)]
    found = [(m, name) for m, name in imported if m not in FORBIDDEN_IMPORTS.get(name, {m})]
    assert found == []


def test_only_the_command_line_prints_and_exits() -> None:
    speech = {"print", "sys.exit", "exit", "quit", "os._exit", "click.echo"}
    said = [place(m, n) for m, n in nodes(ast.Call) if name_of(n.func) in speech and not m.startswith(SPEAKERS)]
    assert said == []


def test_randomness_is_an_argument() -> None:
    imports = list(nodes(ast.Import, ast.ImportFrom))
    whole = {m for m, n in imports if isinstance(n, ast.Import) and "random" in {alias.name for alias in n.names}}
    taken = [(m, n, {alias.name for alias in n.names}) for m, n in imports if getattr(n, "module", "") == "random"]
    assert [place(m, n) for m, n, names in taken if names != {"Random"}] == []
    used = [(m, n) for m, n in nodes(ast.Attribute) if m in whole and name_of(n).startswith("random.")]
    assert [place(m, n) for m, n in used if n.attr != "Random" and name_of(n.value) == "random"] == []


def test_no_assert_for_control_flow() -> None:
    assert [place(m, n) for m, n in nodes(ast.Assert)] == []


def test_no_exception_is_swallowed() -> None:
    def swallows(handler: ast.ExceptHandler) -> bool:
        everything = handler.type is None or name_of(handler.type) in {"Exception", "BaseException"}
        return handler.type is None or (everything and all(isinstance(n, ast.Pass) for n in handler.body))

    assert [place(m, n) for m, n in nodes(ast.ExceptHandler) if swallows(n)] == []


def test_no_work_is_left_lying() -> None:
    marks = re.compile(r"#.*\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")) + r")\b")
    found = [m for m, path in MODULES.items() if marks.search(path.read_text(encoding="utf-8"))]
    assert found == []


# -- the repository ---------------------------------------------------------------------------------------------------


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]


def test_no_machine_is_named() -> None:
    machines = [b"/" + name for name in (b"work/", b"root/", b"home/", b"Users/")]
    text = [
        path for path in tracked() if path.is_file() and path.suffix in {".py", ".md", ".toml", ".yaml", ".txt", ""}
    ]
    assert [str(path) for path in text if any(name in path.read_bytes() for name in machines)] == []


def test_the_checks_run_the_readmes_test_command() -> None:
    command = 'pip install ".[test]" && python -m pytest'
    for name in ("README.md", "CONTRIBUTING.md", ".ci/run"):
        assert command in (ROOT / name).read_text(encoding="utf-8"), name


CASES: dict[str, tuple[Callable[[], None], str]] = {
    "long function": (test_functions_are_short, "def f() -> None:\n" + "    x = 1\n" * 50),
    "long module": (test_modules_are_short, "x = 1\n" * 301),
    "untyped": (test_every_function_is_typed, "def f(x): pass"),
    "silent": (test_everything_public_says_what_it_is, "def f() -> None: pass"),
    "loose regex": (test_every_regex_is_a_named_constant_with_an_example_under_it, "import re\nre.split(r'a', '')"),
    "regex without example": (test_every_regex_is_a_named_constant_with_an_example_under_it, "A = re.compile('a')\n"),
    "open": (test_one_door, "open('x')"),
    "shell": (test_one_door, "run('x', shell=True)"),
    "write_text": (test_one_door, "path.write_text('')"),
    "document by path": (test_documents_come_from_and_go_to_streams, "Document(path)"),
    "save to path": (test_documents_come_from_and_go_to_streams, "document.save(path)"),
    "pickle": (test_nothing_dangerous_is_imported, "import pickle"),
    "print": (test_only_the_command_line_prints_and_exits, "print('x')"),
    "dice": (test_randomness_is_an_argument, "import random\nrandom.choice([])"),
    "assert": (test_no_assert_for_control_flow, "assert x"),
    "bare except": (test_no_exception_is_swallowed, "try:\n    f()\nexcept:\n    g()"),
    "cycle": (test_no_import_cycles, "import quizgen.bad1\n---\nimport quizgen.bad0"),
    "deep": (test_inheritance_stops_at_one_level, "class A: ...\nclass B(A): ...\nclass C(B): ...\n"),
}


@pytest.mark.parametrize(("rule", "code"), CASES.values(), ids=CASES.keys())
def test_each_rule_can_fail(
    rule: Callable[[], None], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = {f"quizgen/bad{number}.py": tmp_path / f"{number}.py" for number in range(code.count("---") + 1)}
    for path, text in zip(bad.values(), code.split("---\n"), strict=True):
        path.write_text(text, encoding="utf-8")
    monkeypatch.setitem(globals(), "MODULES", bad)
    with pytest.raises((AssertionError, graphlib.CycleError)):
        rule()
