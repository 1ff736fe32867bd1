"""What authors say of changes to what is published, as frozen values that know where they stand."""

from __future__ import annotations

from msgspec import Struct

from onrecord.text import Location, Scalar


class Correction(Struct, frozen=True):
    """A change to a published claim: when, what it said before, and why.

    A ``minor`` one moved words and mended nothing: it stands in the claim's history alone.
    """

    date: Scalar
    was: Scalar
    why: Scalar
    at: Location
    minor: bool = False


class Withdrawal(Struct, frozen=True):
    """Since when and why a claim is no longer made; its address stays.

    ``source`` is the id of a source that was taken down: such a claim has no evidence any more.
    """

    date: Scalar
    why: Scalar
    at: Location
    source: Scalar | None = None


class Update(Struct, frozen=True):
    """A change to the page that readers should know of, with the claims it touched."""

    date: Scalar
    what: Scalar
    at: Location
    claims: tuple[Scalar, ...] = ()


class Retired(Struct, frozen=True):
    """An address that was published once and stays: of a removed claim or a renamed explainer."""

    id: Scalar
    date: Scalar
    why: Scalar
    at: Location
    replaced_by: Scalar | None = None


class FormerName(Struct, frozen=True):
    """What a topic, an entity or a source was called once, by the id in its address, which stays."""

    of: str
    id: Scalar
    date: Scalar
    why: Scalar
    at: Location
    replaced_by: Scalar | None = None


class Takedown(Struct, frozen=True):
    """Since when and why a source's text is gone for good; its metadata and its digest stay."""

    date: Scalar
    why: Scalar
    at: Location
