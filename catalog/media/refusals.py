"""Why an upload is refused, in sentences for the person who uploaded it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.media.rules import LEAST_SIDE, MOST_BYTES, MOST_PER_PRODUCT
from marketplace.kit.refused import Refused

_SENTENCES = {
    "NOT_A_PICTURE": gettext_lazy("This file is not a picture. Please upload a JPEG, PNG, WebP or AVIF picture."),
    "UNSUPPORTED_FORMAT": gettext_lazy("This is a %(foreign)s file. Please upload a JPEG, PNG, WebP or AVIF picture."),
    "HEIC": gettext_lazy(
        "This is a HEIC photo, which browsers cannot show. Please save it as JPEG on your phone and upload that."
    ),
    "ANIMATED": gettext_lazy("This picture moves. Please upload one that stands still."),
    "TOO_LARGE": gettext_lazy("This file is too large: at most %(megabytes)d MB."),
    "TOO_MANY_PIXELS": gettext_lazy("This picture has too many pixels. Please upload a smaller one."),
    "TOO_SMALL": gettext_lazy("This picture is too small: each side must have at least %(side)d pixels."),
    "TOO_MANY_PICTURES": gettext_lazy("A product shows at most %(pictures)d pictures."),
    "UNREADABLE": gettext_lazy("This picture is damaged and cannot be read."),
    "TOO_DEMANDING": gettext_lazy("This picture takes too much work to read. Please save it anew and upload that."),
    "UPLOAD_LOST": gettext_lazy("This upload was lost. Please upload the picture once more."),
}


def sentence(code: str, foreign: str = "") -> str:
    """What the code of a refused picture means, in the language in force; `foreign` names the kind of file it is instead."""
    numbers = {"megabytes": MOST_BYTES // 1024**2, "side": LEAST_SIDE, "pictures": MOST_PER_PRODUCT}
    return str(_SENTENCES["HEIC" if foreign == "HEIC" else code]) % {"foreign": foreign or _("foreign"), **numbers}


def refused(code: str, foreign: str = "") -> Refused:
    """The refusal of an upload, ready to be raised."""
    return Refused(code, sentence(code, foreign), "upload")
