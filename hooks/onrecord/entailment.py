"""A second opinion by a model of this machine: does a claim follow from its quotations?

The model is a folder as Hugging Face exports one that was trained on natural language inference:
``model.onnx`` (its weights in it, or in further files of the folder), ``tokenizer.json`` and ``config.json``.
Nothing is downloaded and no code of the folder is run. onnxruntime and tokenizers (the extra
``onrecord[entailment]``) are imported only here and only when a model is asked for.
"""

from __future__ import annotations

import math
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from onrecord.mistake import Mistake
from onrecord.second_opinion import DOUBTED_BELOW, Opinion, SecondOpinion

if TYPE_CHECKING:
    import numpy
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MOST_TOKENS = 512
"""How many tokens a model is given, passages, claim and marks together."""

LONGEST_CLAIM, LONGEST_PASSAGES = 2_000, 20_000
"""How many characters are given to the tokenizer. More would not fit into the tokens."""

_LARGEST_CONFIG, _LARGEST_TOKENIZER = 1 << 20, 1 << 26
_FEWEST_TOKENS = 16
_WHOLE_NUMBERS = {"tensor(int64)": "int64", "tensor(int32)": "int32"}
_INPUTS: dict[str, Callable[[Encoding], list[int]]] = {
    "input_ids": lambda encoding: encoding.ids,
    "attention_mask": lambda encoding: encoding.attention_mask,
    "token_type_ids": lambda encoding: encoding.type_ids,
}


class _Config(Struct):
    """What is read of ``config.json``."""

    id2label: dict[str, str] = {}
    label2id: dict[str, int] = {}
    max_position_embeddings: int | None = None

    def label(self) -> tuple[int, int]:
        """Which label means that the claim follows, and how many there are."""
        numbers = {int(number): name for number, name in self.id2label.items()}
        numbers = numbers or {number: name for name, number in self.label2id.items()}
        found = [number for number, name in numbers.items() if name.lower() == "entailment"]
        if len(found) != 1 or sorted(numbers) != list(range(len(numbers))) or len(numbers) < 2:
            raise ValueError("one of at least two labels in id2label has to be called entailment")
        return found[0], len(numbers)

    def most_tokens(self) -> int:
        """How many tokens the model reads, as far as we go with it."""
        most = self.max_position_embeddings or 0
        return min(most, MOST_TOKENS) if most >= _FEWEST_TOKENS else MOST_TOKENS


def load(folder: Path, doubted_below: float = DOUBTED_BELOW) -> SecondOpinion:
    """The model in ``folder``, ready to be asked. Raises `Mistake` for whatever does not fit."""
    if not folder.is_dir():
        raise Mistake(f"there is no folder {folder}")
    runtime, tokenizers = _library("onnxruntime"), _library("tokenizers")
    model = _ordinary(folder / "model.onnx")
    config = _config(folder / "config.json")
    tokenizer = _tokenizer(folder / "tokenizer.json", tokenizers, config.most_tokens())
    reader = _Reader(folder, _session(model, runtime), tokenizer, config, _library("numpy"))
    reader.ask("It is so.", "It is so.")  # what does not fit is told before anything is checked
    return SecondOpinion(folder.absolute().name or "model", reader.ask, doubted_below)


class _Reader:
    """A model with its tokenizer, asked about one claim at a time, so that it always answers the same."""

    def __init__(
        self,
        folder: Path,
        session: InferenceSession,
        tokenizer: Tokenizer,
        config: _Config,
        numbers: ModuleType,
    ) -> None:
        self._folder, self._session, self._tokenizer, self._numbers = folder, session, tokenizer, numbers
        self._label, self._labels = config.label()
        self._most_of_claim = config.most_tokens() // 2
        self._inputs = {given.name: _WHOLE_NUMBERS.get(given.type, "") for given in session.get_inputs()}
        odd = [name for name, kind in self._inputs.items() if name not in _INPUTS or not kind]
        if odd or "input_ids" not in self._inputs:
            raise Mistake(f"{folder}: the model asks for other input than a text: {', '.join(odd) or 'none'}")
        answers = [answer.name for answer in session.get_outputs()]
        self._answer = "logits" if "logits" in answers else answers[0]

    def ask(self, passages: str, claim: str) -> Opinion | None:
        """How sure the model is that ``claim`` follows; nothing where the claim alone is too long for it."""
        if len(claim) > LONGEST_CLAIM:
            return None
        with _mistaken(f"{self._folder}: the model cannot read a claim"):
            if len(self._tokenizer.encode(claim, add_special_tokens=False).ids) > self._most_of_claim:
                return None
            encoding = self._tokenizer.encode(passages[:LONGEST_PASSAGES], claim)
            (answer,) = self._session.run([self._answer], self._given(encoding))
        is_cut = bool(encoding.overflowing) or len(passages) > LONGEST_PASSAGES
        return Opinion(self._probability(answer), is_cut)

    def _given(self, encoding: Encoding) -> dict[str, numpy.ndarray[Any, Any]]:
        array = self._numbers.array
        return {name: array([_INPUTS[name](encoding)], dtype=kind) for name, kind in self._inputs.items()}

    def _probability(self, answer: Any) -> float:
        """The share of the label in what the model weighs all labels with."""
        shape = getattr(answer, "shape", ())
        if shape != (1, self._labels):
            raise Mistake(
                f"{self._folder}: the model answers with numbers of the shape {shape}, where config.json has "
                f"{self._labels} labels"
            )
        weights = [float(weight) for weight in answer[0]]
        if not all(map(math.isfinite, weights)):
            raise Mistake(f"{self._folder}: the model answers with something that is no number")
        shares = [math.exp(weight - max(weights)) for weight in weights]
        return shares[self._label] / math.fsum(shares)


def _library(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        raise Mistake(
            f"--entailment needs {name}, which is not here: pip install 'onrecord[entailment]'"
        ) from error


def _ordinary(path: Path) -> Path:
    try:
        if stat.S_ISREG(path.lstat().st_mode):
            return path
    except OSError as error:
        raise Mistake(f"cannot read {path}: {error.strerror}") from error
    raise Mistake(f"{path} is a link or no file: put the file itself there")


def _content(path: Path, most: int) -> bytes:
    try:
        with _ordinary(path).open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise Mistake(f"cannot read {path}: {error.strerror}") from error
    if len(content) > most:
        raise Mistake(f"{path} has more than {most:,} bytes")
    return content


def _config(path: Path) -> _Config:
    content = _content(path, _LARGEST_CONFIG)
    try:
        config = msgspec.json.decode(content, type=_Config)
        config.label()
    except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
        raise Mistake(f"{path} does not say what the model's answers mean: {_reason(error)}") from error
    return config


def _tokenizer(path: Path, library: ModuleType, most_tokens: int) -> Tokenizer:
    content = _content(path, _LARGEST_TOKENIZER)
    with _mistaken(f"{path} is no tokenizer"):
        tokenizer: Tokenizer = library.Tokenizer.from_str(content.decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(most_tokens, strategy="only_first")
        tokenizer.encode_special_tokens = True  # a "[SEP]" that somebody wrote is text
    return tokenizer


def _session(path: Path, runtime: ModuleType) -> InferenceSession:
    """The model, to be run in one thread. The runtime refuses weights that lie outside the model's folder."""
    runtime.set_default_logger_severity(4)  # what is wrong is told in one line, by us
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = runtime.ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.log_severity_level = 4
    with _mistaken(f"{path} is no model"):
        session: InferenceSession = runtime.InferenceSession(
            str(path.resolve()),
            options,
            providers=["CPUExecutionProvider"],
            enable_fallback=0,  # it would try the same once more, and print that into the report
        )
    return session


@contextmanager
def _mistaken(what: str) -> Iterator[None]:
    """Whatever the libraries raise is a `Mistake`: ``what``, and the reason they give."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in tokenizers is no Exception
        raise Mistake(f"{what}: {_reason(error)}") from error


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
