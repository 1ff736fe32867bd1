"""A model of a few numbers, made here, is asked for a second opinion: it can warn, and do nothing else."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest
from onnx import TensorProto, external_data_helper, helper, numpy_helper, save
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

from dam import write_project
from onrecord import entailment
from onrecord.app import check_project
from onrecord.check import Rejected, Verified, all_rules
from onrecord.cli import main
from onrecord.entailment import LONGEST_CLAIM, LONGEST_PASSAGES, MOST_TOKENS
from onrecord.finding import Severity
from onrecord.mistake import Mistake
from onrecord.second_opinion import RULE_ID, Opinion, SecondOpinion
from onrecord.view.explanation import body

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "so", "and", "the", "dam", "committee", "safe")
LABELS = ("contradiction", "neutral", "entailment")
WEIGHTS = {"so": -4.0, "[SEP]": -4.0}
"""What a word of the claim adds to entailment; in the passages, it takes as much away."""

QUOTED = "People had asked about the dam all winter. In May, the committee examined it and found no cracks."
DOUBTED = "People had asked about the dam all winter, so the committee examined it in May."
BELIEVED = "People had asked about the dam all winter, and in May, the committee examined it."


def facts(claim: str, more: str = "", quoted: str = QUOTED) -> dict[str, str]:
    return {
        "facts/dam.yml": "title: The dam\nsource: report\nclaims:\n"
        f"  - id: examined\n    text: {json.dumps(claim)}\n"
        f"    evidence:\n      - quote: {json.dumps(quoted)}\n{more}"
    }


def make_tokenizer() -> Tokenizer:
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.add_special_tokens(list(WORDS[:4]))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    return tokenizer


def make_graph(*, labels: int = 3, certain: float = 2.0, extra_input: str = "") -> Any:
    """The sum over all tokens of a weight, counted against those of the passages, and a certainty."""
    weights = numpy.zeros((len(WORDS), labels), numpy.float32)
    for word, weight in WEIGHTS.items():
        weights[WORDS.index(word), -1] = weight
    base = numpy.array([[0.0] * (labels - 1) + [certain]], numpy.float32)
    constants = {
        "weights": weights,
        "base": base,
        "one": numpy.array(1, numpy.int64),
        "axis": numpy.array([1], numpy.int64),
        "last": numpy.array([2], numpy.int64),
    }
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["of_tokens"], axis=0),
        helper.make_node("Add", ["token_type_ids", "token_type_ids"], ["twice"]),
        helper.make_node("Sub", ["twice", "one"], ["signs"]),
        helper.make_node("Mul", ["signs", "attention_mask"], ["counted"]),
        helper.make_node("Cast", ["counted"], ["shares"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["shares", "last"], ["columns"]),
        helper.make_node("Mul", ["of_tokens", "columns"], ["parts"]),
        helper.make_node("ReduceSum", ["parts", "axis"], ["sum"], keepdims=0),
        helper.make_node("Add", ["sum", "base"], ["logits"]),
    ]
    names = ["input_ids", "attention_mask", "token_type_ids", *filter(None, [extra_input])]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in names],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", labels])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 13)])


def write_model(folder: Path, graph: Any = None, config: Any = None) -> Path:
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes((graph or make_graph()).SerializeToString())
    (folder / "tokenizer.json").write_text(make_tokenizer().to_str(), "utf-8")
    config = {"id2label": dict(enumerate(LABELS)), "architectures": ["Tiny"]} if config is None else config
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny-nli")


@pytest.fixture(scope="module")
def second(model: Path) -> SecondOpinion:
    return entailment.load(model)


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


# What it tells.


def test_what_the_model_doubts_is_a_warning(tmp_path: Path, second: SecondOpinion) -> None:
    write_project(tmp_path, facts(DOUBTED))
    outcome = check_project(tmp_path, second)
    assert isinstance(outcome, Verified)
    (finding,) = outcome.findings
    assert (finding.rule, finding.severity) == (RULE_ID, Severity.WARNING)
    assert finding.message == "the model finds that the quotation does not carry this, 0.06"
    assert (finding.explainer, finding.claim) == ("dam", "examined")
    span = finding.location.span
    assert span is not None
    assert finding.location.text.content[span.start : span.end].strip('"') == DOUBTED
    (related,) = finding.related
    assert related.location.span is not None
    assert related.location.text.content[slice(*related.location.span)] == QUOTED
    assert finding.notes[0].text.startswith("tiny-nli: 1 means")
    assert (outcome.summary.model, outcome.summary.claims_put_to_model) == ("tiny-nli", 1)


def test_what_it_believes_is_not_told(tmp_path: Path, second: SecondOpinion) -> None:
    write_project(tmp_path, facts(BELIEVED))
    outcome = check_project(tmp_path, second)
    assert isinstance(outcome, Verified)
    assert outcome.findings == ()
    assert outcome.summary.claims_put_to_model == 1


def test_the_examples_of_the_rule_run_with_a_model(tmp_path: Path, second: SecondOpinion) -> None:
    explanation = all_rules()[RULE_ID].explanation
    blocks = [f"{block.code}\n" for block in body(explanation) if block.kind == "code"]
    told = []
    for number, block in enumerate(blocks):
        write_project(tmp_path / str(number), {"facts/example.yml": block})
        told.append([finding.rule for finding in check_project(tmp_path / str(number), second).findings])
    assert told == [[RULE_ID], []]


def test_without_a_model_nothing_is_told_and_nothing_loaded(tmp_path: Path) -> None:
    write_project(tmp_path, facts(DOUBTED))
    outcome = check_project(tmp_path)
    assert isinstance(outcome, Verified)
    assert outcome.findings == ()
    assert (outcome.summary.model, outcome.summary.claims_put_to_model) == ("", 0)
    program = (
        "import sys, onrecord.cli\n"
        "SLOW = 'onnxruntime', 'tokenizers', 'numpy', 'onrecord.entailment'\n"
        "status = onrecord.cli.main(['check'])\n"
        "print('loaded:', [name for name in SLOW if name in sys.modules])\n"
        "sys.exit(status)"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "loaded: []" in run.stdout


def recorded(probability: float = 0.9, **rest: Any) -> tuple[list[tuple[str, str]], SecondOpinion]:
    asked: list[tuple[str, str]] = []

    def ask(passages: str, claim: str) -> Opinion:
        asked.append((passages, claim))
        return Opinion(probability, **rest)

    return asked, SecondOpinion("recorder", ask)


def test_a_claim_with_an_error_is_not_asked_about(tmp_path: Path) -> None:
    asked, second = recorded(0.0)
    write_project(tmp_path, facts(DOUBTED, quoted="In May, the committee examined it and found no crack."))
    outcome = check_project(tmp_path, second)
    assert isinstance(outcome, Rejected)
    assert asked == []
    assert RULE_ID not in {finding.rule for finding in outcome.findings}


def test_a_quotation_word_for_word_is_not_asked_about(tmp_path: Path) -> None:
    asked, second = recorded(0.0)
    write_project(tmp_path, facts(QUOTED))
    assert check_project(tmp_path, second).findings == ()
    assert asked == []


def test_what_is_worked_out_is_not_asked_about(tmp_path: Path) -> None:
    asked, second = recorded()
    derived = (
        "  - id: winter\n    text: It took until May.\n"
        "    derived: {from: [examined], how: After all winter comes May.}\n"
    )
    write_project(tmp_path, facts(BELIEVED, derived))
    assert check_project(tmp_path, second).summary.claims_put_to_model == 1
    assert [claim for _, claim in asked] == [BELIEVED]


def test_it_reads_all_passages_and_what_words_in_them_stand_for(tmp_path: Path) -> None:
    asked, second = recorded()
    more = (
        "        refers:\n          - {words: it, means: the dam, why: The sentence before is about it.}\n"
        "      - quote: The wall is sound\n"
    )
    write_project(tmp_path, facts("In May, the dam was examined; the wall is sound.", more))
    check_project(tmp_path, second)
    ((passages, _),) = asked
    assert passages == QUOTED.replace("examined it", "examined it [the dam]") + " The wall is sound"


def test_a_passage_that_is_cut_is_told_with_the_doubt(tmp_path: Path) -> None:
    _, second = recorded(0.499, is_cut=True)
    write_project(tmp_path, facts(BELIEVED))
    (finding,) = check_project(tmp_path, second).findings
    assert finding.message.endswith(" 0.49"), "0.50 would be no doubt"
    assert "the beginning only" in finding.notes[1].text


@pytest.mark.parametrize("probability", [0.5, 0.51, 1.0])
def test_from_the_limit_on_nothing_is_doubted(tmp_path: Path, probability: float) -> None:
    write_project(tmp_path, facts(BELIEVED))
    assert check_project(tmp_path, recorded(probability)[1]).findings == ()


# Waivers.

WAIVER = "    waivers:\n      - {rule: entailment-doubted, reason: We asked the committee.%s}\n"


def test_a_waiver_takes_the_doubt_out(tmp_path: Path, second: SecondOpinion) -> None:
    write_project(tmp_path, facts(DOUBTED, WAIVER % ""))
    told = check_project(tmp_path, second).findings
    (seen,) = {finding.help.partition("reviewed: '")[2].partition("'")[0] for finding in told}
    assert seen, "a waiver is bound to the words it was granted for"
    write_project(tmp_path, facts(DOUBTED, WAIVER % f", reviewed: {seen}"))
    outcome = check_project(tmp_path, second)
    assert outcome.findings == ()
    assert [finding.rule for finding in outcome.waived] == [RULE_ID]


def test_a_waiver_is_not_called_unused_where_no_model_was_asked(tmp_path: Path) -> None:
    write_project(tmp_path, facts(DOUBTED, WAIVER % ""))
    assert check_project(tmp_path).findings == ()


def test_a_waiver_of_what_the_model_believes_is_unused(tmp_path: Path, second: SecondOpinion) -> None:
    write_project(tmp_path, facts(BELIEVED, WAIVER % ""))
    assert [finding.rule for finding in check_project(tmp_path, second).findings] == ["unused-waiver"]


# The command line.


def test_a_doubt_fails_only_with_strict(
    tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path, facts(DOUBTED))
    status, out, err = said(capsys, "-C", tmp_path, "check", "--entailment", model)
    assert (status, err) == (0, "")
    assert "warning[entailment-doubted]: the model finds that the quotation does not carry this, 0.06" in out
    assert "seeds/report.txt:3:" in out
    assert "asked for a second opinion: the model tiny-nli, about 1 claim; it can only warn" in out
    assert said(capsys, "-C", tmp_path, "check", "--entailment", model, "--strict")[0] == 1
    assert said(capsys, "-C", tmp_path, "check", "--strict")[0] == 0


def test_json_names_the_model(tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(tmp_path, facts(DOUBTED))
    arguments = ("-C", tmp_path, "check", "--entailment", model, "--format", "json")
    first, again = said(capsys, *arguments)[1], said(capsys, *arguments)[1]
    assert first == again
    told = json.loads(first)
    assert (told["summary"]["model"], told["summary"]["claims_put_to_model"]) == ("tiny-nli", 1)
    assert [finding["rule"] for finding in told["findings"]] == [RULE_ID]
    assert [related["path"] for related in told["findings"][0]["related"]] == ["seeds/report.txt"]


def test_only_check_takes_a_model(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "build", "--entailment", model)[0] == 2


# What does not fit is the operator's mistake.


def change(name: str, content: str | bytes) -> Callable[[Path], object]:
    written = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(written)


def relabel(**config: Any) -> Callable[[Path], object]:
    return change("config.json", json.dumps(config))


def regraph(**shape: Any) -> Callable[[Path], object]:
    return change("model.onnx", make_graph(**shape).SerializeToString())


def link(name: str) -> Callable[[Path], object]:
    def apply(folder: Path) -> None:
        (folder / name).rename(folder.parent / name)
        (folder / name).symlink_to(folder.parent / name)

    return apply


def pipe(folder: Path) -> None:
    (folder / "config.json").unlink()
    os.mkfifo(folder / "config.json")


MISFITS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no model": (lambda folder: (folder / "model.onnx").unlink(), "cannot read"),
    "no tokenizer": (lambda folder: (folder / "tokenizer.json").unlink(), "cannot read"),
    "no config": (lambda folder: (folder / "config.json").unlink(), "cannot read"),
    "a broken model": (change("model.onnx", b"\x08\x08no model at all"), "is no model"),
    "an empty model": (change("model.onnx", b""), "is no model"),
    "a broken tokenizer": (change("tokenizer.json", '{"version": "1.0"'), "is no tokenizer"),
    "a tokenizer that panics": (
        change(
            "tokenizer.json",
            make_tokenizer().to_str().replace('"SpecialToken":{"id":"[CLS]"', '"SpecialToken":{"id":"x"'),
        ),
        "cannot read a claim",
    ),
    "a model in no text": (
        lambda folder: change(
            "model.onnx", (folder / "model.onnx").read_bytes().replace(b"Gather", b"Gat\xa7er")
        )(folder),
        "is no model",
    ),
    "a tokenizer in no text": (change("tokenizer.json", b"\xff\xfe"), "is no tokenizer"),
    "a broken config": (change("config.json", "{"), "does not say what"),
    "a deep config": (change("config.json", "[" * 100_000), "does not say what"),
    "no object": (change("config.json", "[]"), "does not say what"),
    "a large config": (change("config.json", " " * (1 << 20) + "{}"), "has more than 1,048,576 bytes"),
    "no labels": (relabel(), "has to be called entailment"),
    "labels without a name": (relabel(id2label={"0": "LABEL_0", "1": "LABEL_1"}), "be called entailment"),
    "one label twice": (relabel(id2label={"0": "Entailment", "1": "entailment"}), "be called entailment"),
    "a lone label": (relabel(id2label={"0": "entailment"}), "be called entailment"),
    "labels that are no numbers": (relabel(id2label={"a": "entailment", "b": "neutral"}), "does not say"),
    "labels with a gap": (relabel(id2label={"0": "entailment", "5": "neutral"}), "be called entailment"),
    "labels of another type": (relabel(id2label={"0": 1}), "does not say what"),
    "other labels than answers": (regraph(labels=2), "of the shape (1, 2), where config.json has 3 labels"),
    "an input that we do not have": (
        regraph(extra_input="pixel_values"),
        "other input than a text: pixel_values",
    ),
    "no number": (regraph(certain=float("nan")), "something that is no number"),
    "a linked model": (link("model.onnx"), "is a link or no file"),
    "a linked config": (link("config.json"), "is a link or no file"),
    "a pipe": (pipe, "is a link or no file"),
}


@pytest.mark.parametrize(("spoil", "words"), MISFITS.values(), ids=MISFITS)
def test_what_does_not_fit_is_one_line(
    spoil: Callable[[Path], object], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path / "project", facts(BELIEVED))
    folder = write_model(tmp_path / "models" / "odd")
    spoil(folder)
    status, out, err = said(capsys, "-C", tmp_path / "project", "check", "--entailment", folder)
    assert (status, out) == (2, "")
    assert words in err
    assert err.startswith("onrecord: ")
    assert len(err.splitlines()) == 1
    assert len(err) < 700


def test_a_broken_model_writes_nothing_else_to_the_terminal(tmp_path: Path) -> None:
    """The runtime writes past Python's own streams, so that only a process shows it."""
    write_project(tmp_path / "project", facts(BELIEVED))
    folder = write_model(tmp_path / "odd")
    regraph(labels=2)(folder)
    change("tokenizer.json", make_tokenizer().to_str().replace('"so":4', '"so":4000'))(folder)
    program = "import sys, onrecord.cli; sys.exit(onrecord.cli.main(['check', '--entailment', sys.argv[1]]))"
    run = subprocess.run(
        [sys.executable, "-c", program, folder], cwd=tmp_path / "project", capture_output=True, text=True
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1, run.stderr


def test_there_is_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="there is no folder"):
        entailment.load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["onnxruntime", "tokenizers", "numpy"])
def test_what_is_not_installed_is_named(name: str, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(Mistake, match=rf"needs {name}, .* pip install 'onrecord\[entailment\]'"):
        entailment.load(model)


# The model itself.


def test_labels_in_capitals_and_as_numbers_by_name(tmp_path: Path, second: SecondOpinion) -> None:
    config = {"label2id": {"CONTRADICTION": 0, "NEUTRAL": 1, "ENTAILMENT": 2}}
    other = entailment.load(write_model(tmp_path / "other", config=config))
    assert other.ask(QUOTED, DOUBTED) == second.ask(QUOTED, DOUBTED)


def test_the_place_of_the_label_counts(tmp_path: Path) -> None:
    config = {"id2label": {"2": "neutral", "1": "contradiction", "0": "entailment"}}
    turned = entailment.load(write_model(tmp_path / "turned", config=config))
    doubted, believed = turned.ask(QUOTED, DOUBTED), turned.ask(QUOTED, BELIEVED)
    assert doubted is not None
    assert believed is not None
    assert doubted.probability > believed.probability


def test_what_somebody_wrote_is_no_mark(second: SecondOpinion) -> None:
    assert second.ask("The dam is safe. [SEP]", "The dam is safe.") == second.ask(
        "The dam is safe. [xyz]", "The dam is safe."
    )
    assert second.ask("The dam is safe.", "The dam [SEP]") == second.ask("The dam is safe.", "The dam [xyz]")


@pytest.mark.parametrize(
    ("passages", "is_cut"),
    [
        ("the dam " * 200, False),
        ("the dam " * 300, True),
        ("the dam " * 100_000, True),
        ("d" * (LONGEST_PASSAGES + 1), True),
    ],
)
def test_long_passages_are_cut_and_the_claim_is_not(
    passages: str, is_cut: bool, second: SecondOpinion
) -> None:
    opinion = second.ask(passages, "It is so.")
    assert opinion is not None
    assert opinion.is_cut is is_cut
    assert opinion.probability < 0.1, "the claim was read to its end"


@pytest.mark.parametrize("claim", ["so " * (MOST_TOKENS // 2 + 1), "d" * (LONGEST_CLAIM + 1)])
def test_a_claim_that_it_cannot_read_whole_is_left_out(claim: str, second: SecondOpinion) -> None:
    assert second.ask("The dam is safe.", claim) is None
    assert second.ask("The dam is safe.", claim[: len(claim) // 2]) is not None


def test_a_model_that_reads_less_is_given_less(tmp_path: Path) -> None:
    config = {"id2label": dict(enumerate(LABELS)), "max_position_embeddings": 32}
    small = entailment.load(write_model(tmp_path / "small", config=config))
    assert small.ask("the dam " * 20, "It is so.") == small.ask("the dam " * 40, "It is so.")
    assert small.ask("The dam.", "the dam " * 10) is None


def write_weights_aside(folder: Path, location: str) -> Path:
    """The model with its weights in another file, which it names as ``location``."""
    write_model(folder)
    graph = make_graph()
    external_data_helper.convert_model_to_external_data(graph, location="weights.bin", size_threshold=100)
    save(graph, str(folder / "model.onnx"))
    for constant in graph.graph.initializer:
        for entry in constant.external_data:
            if entry.key == "location":
                entry.value = location
    (folder / "model.onnx").write_bytes(graph.SerializeToString())
    return folder


def test_weights_may_lie_beside_the_model(tmp_path: Path, second: SecondOpinion) -> None:
    aside = entailment.load(write_weights_aside(tmp_path / "aside", "weights.bin"))
    assert aside.ask(QUOTED, DOUBTED) == second.ask(QUOTED, DOUBTED)


@pytest.mark.parametrize("where", ["../weights.bin", "{}/weights.bin", "leads-out.bin"])
def test_weights_outside_the_folder_are_refused(where: str, tmp_path: Path) -> None:
    folder = write_weights_aside(tmp_path / "aside", where.format(tmp_path))
    (folder / "weights.bin").rename(tmp_path / "weights.bin")
    (folder / "leads-out.bin").symlink_to(tmp_path / "weights.bin")
    with pytest.raises(Mistake, match=r"is no model: .*xternal data"):
        entailment.load(folder)


def test_nothing_is_downloaded(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    before = sorted(path.name for path in model.iterdir())
    assert entailment.load(model).ask(QUOTED, BELIEVED) is not None
    assert sorted(path.name for path in model.iterdir()) == before
