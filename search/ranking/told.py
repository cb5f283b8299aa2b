"""How searches are ranked, in words: made from the parameters that hold, so that what people read is what is done."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from babel.numbers import format_percent
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from frontend_templates.templatetags.zila import LOCALES, amount
from search.ranking.parameters import PARAMETERS, Value, flat
from search.ranking.queries import RankingRow
from search.ranking.rules import Ranking

PARTS: dict[str, str | Promise] = {
    "title": gettext_lazy("the product’s name"),
    "kind": gettext_lazy("what kind of thing it is: its category and its generic name"),
    "craft": gettext_lazy("its craft, its GI, and what its district is known for"),
    "trait": gettext_lazy("its colour, material and other properties"),
    "place": gettext_lazy("its district and State, by their old and new names"),
    "maker": gettext_lazy("the maker’s name"),
    "about": gettext_lazy("the description"),
}
LIFTS: dict[str, str | Promise] = {
    "quality": gettext_lazy("How well it is described"),
    "stocked": gettext_lazy("It is in stock"),
    "recent": gettext_lazy("It is new here"),
}
QUALITIES: dict[str, str | Promise] = {
    "pictures": gettext_lazy("pictures"),
    "about": gettext_lazy("description"),
    "languages": gettext_lazy("languages"),
    "traits": gettext_lazy("properties"),
    "declared": gettext_lazy("what the law wants declared"),
    "origin": gettext_lazy("craft, GI or designation"),
}
OTHERS: dict[str, str | Promise] = {
    "half_life": gettext_lazy("Days after which being new counts half"),
    "full_pictures": gettext_lazy("Pictures of a whole listing"),
    "full_about": gettext_lazy("Letters of a whole description"),
    "full_languages": gettext_lazy("Languages of a whole listing"),
    "full_traits": gettext_lazy("Properties of a whole listing"),
    "window": gettext_lazy("Places that are shared fairly"),
    "page": gettext_lazy("Places that are counted together"),
    "most_of_seller": gettext_lazy("Most products of one maker among them"),
    "others_least": gettext_lazy("How well others must fit to have their turn"),
    "small_share": gettext_lazy("Share of the places for small and new makers"),
    "small_least": gettext_lazy("How well small and new makers’ products must fit"),
    "small_products": gettext_lazy("Most products of a small maker"),
    "new_days": gettext_lazy("Days for which a maker is new"),
}
_PERCENT = {"quality", "stocked", "recent", "others_least", "small_share", "small_least"}


class Share(NamedTuple):
    """A line of a table: what counts, how much in words, and in thousandths of the most."""

    words: str
    said: str
    share: int


class Change(NamedTuple):
    """A parameter that was set anew, with what it was and what it is."""

    words: str
    before: str
    after: str


class Era(NamedTuple):
    """From when a set of parameters holds, why it was made (`language`: the one that is in), and what was changed by it."""

    since: datetime
    why: str
    language: str
    changes: tuple[Change, ...]


def weights(ranking: Ranking) -> list[Share]:
    """What a word counts by where it is met, of what it counts in the name."""
    whole = ranking.weights["title"]
    return _shares([(str(PARTS[part]), weight / whole) for part, weight in ranking.weights.items()])


def lifts(ranking: Ranking) -> list[Share]:
    """What lifts a product beside the words, by how much at most."""
    return _shares([(str(words), getattr(ranking, name)) for name, words in LIFTS.items()], plus=True)


def qualities(ranking: Ranking) -> list[Share]:
    """What a listing's quality is made of."""
    whole = sum(ranking.qualities.values())
    return _shares([(_whole(name, ranking), weight / whole) for name, weight in ranking.qualities.items()])


def _shares(rows: list[tuple[str, float]], *, plus: bool = False) -> list[Share]:
    """Those that count anything, what counts most first."""
    most = max((share for _words, share in rows), default=0)
    rows = sorted((row for row in rows if row[1] > 0), key=lambda row: -row[1])
    return [Share(words, ("+" if plus else "") + percent(share), round(1000 * share / most)) for words, share in rows]


def fairness(ranking: Ranking) -> list[str]:
    """The rule of the fair share, sentence by sentence; none where there is none."""
    if not ranking.window:
        return []
    told = [
        ngettext(
            "Of each %(page)s places among the first %(window)s, at most %(most)s is one maker’s, as long as other makers have "
            "products that fit at least %(least)s as well. After that the maker’s other products follow.",
            "Of each %(page)s places among the first %(window)s, at most %(most)s are one maker’s, as long as other makers have "
            "products that fit at least %(least)s as well. After that the maker’s other products follow.",
            ranking.most_of_seller,
        )
        % {
            "page": amount(ranking.page), "window": amount(ranking.window), "most": amount(ranking.most_of_seller),
            "least": percent(ranking.others_least),
        }
    ]  # fmt: skip
    if not ranking.small_share:
        return told
    small = _(
        "Of these places, %(share)s are for small and new makers, if they have products that fit at least %(least)s as well as "
        "the one that would stand there. Nobody has to ask for it."
    ) % {"share": percent(ranking.small_share), "least": percent(ranking.small_least)}
    who = _(
        "A small maker is one who sells at most %(products)s different products here; a new one came less than %(days)s days ago."
    ) % {"products": amount(ranking.small_products), "days": amount(ranking.new_days)}
    return [*told, small, who]


def eras(rows: Sequence[RankingRow], before: RankingRow | None = None) -> list[Era]:
    """What was set when, the last first; `before`: what held before all of them."""
    known = [*rows, before]
    return [_era(row, earlier) for row, earlier in zip(known, known[1:], strict=False) if row is not None]


def _era(row: RankingRow, before: RankingRow | None) -> Era:
    hindi = get_language() == "hi" and bool(row.why_hi)
    old, new = flat(before.ranking) if before else {}, flat(row.ranking)
    changes = [
        Change(label(one.name), shown(one.name, old[one.name]), shown(one.name, new[one.name]))
        for one in PARAMETERS
        if before and old[one.name] != new[one.name]
    ]
    return Era(row.valid_from, row.why_hi if hindi else row.why, "hi" if hindi else "en", tuple(changes))


def label(name: str) -> str:
    """What a parameter is called."""
    group, _line, part = name.partition("_")
    if group == "weight":
        return _("A word in %(part)s") % {"part": PARTS[part]}
    if group == "quality" and part:
        return _("Quality: %(part)s") % {"part": QUALITIES[part]}
    return str(LIFTS.get(name) or OTHERS[name])


def shown(name: str, value: Value) -> str:
    """A parameter's value as people read it."""
    return percent(float(value)) if name in _PERCENT else amount(value)


def percent(share: float) -> str:
    """A share of 1, with as many decimal places as it needs, one at the most."""
    return format_percent(share, format="#,##0.#%", locale=LOCALES.get(get_language() or "en", "en_IN"))


def _whole(part: str, ranking: Ranking) -> str:
    """What makes a part of a listing whole."""
    many = ranking.full.get(part, 0)
    words = {
        "pictures": ngettext("%(many)s picture", "%(many)s pictures", many),
        "about": ngettext("a description of %(many)s letter", "a description of %(many)s letters", many),
        "languages": ngettext("its name in %(many)s language", "its name in %(many)s languages", many),
        "traits": ngettext(
            "%(many)s property, such as its colour or material", "%(many)s properties, such as its colour or material", many
        ),
        "declared": _("what the law wants declared: the generic name, who made it, whom to turn to"),
        "origin": _("its craft, its GI, or what its district is known for"),
    }
    return words[part] % {"many": amount(many)}
