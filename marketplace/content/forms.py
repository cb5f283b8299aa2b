"""The form of a page: its words in each language one below the other, as people type them, and from when it is to be seen."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from marketplace.content import actions, queries
from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.desk.forms import DeedForm, Moment
from marketplace.kit.refused import Refused
from marketplace.kit.typed_text import read, typed

WORDS = ("title", "slug", "content", "seo_title", "seo_description")
OTHERS = [code for code, _name in settings.LANGUAGES if code != queries.ORIGINAL]
HOW_TO_TYPE = _(
    "A blank line begins a new paragraph. A line that begins with ## is a heading, with - an item of a list, with 1. an item of "
    "a numbered list, with > a note. **two stars** make words strong, *one star* makes them slanted, "
    "[words](https://…) makes a link, [words](/…) one to a page of this shop. A \\ before a sign leaves it as it is."
)


class TypedText(forms.CharField):
    """Rich text as people type it; how lines end is the browser's matter."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """With plain line ends."""
        return str(super().to_python(value) or "").replace("\r\n", "\n").strip()

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other words were typed."""
        return self.to_python(initial) != self.to_python(data)


def _fields(language: str) -> dict[str, forms.Field]:
    """The fields for a page's words in a language."""

    def lines(rows: int) -> forms.Textarea:
        return forms.Textarea(attrs={"lang": language, "rows": rows})

    line = {"lang": language}
    return {
        "title": forms.CharField(label=_("Title"), max_length=160, widget=forms.TextInput(line), required=False),
        "slug": forms.CharField(
            label=_("End of the address"), max_length=160, required=False,
            help_text=_("Left empty, it is made from the title. Who comes by the former address is led on."),
        ),
        "content": TypedText(label=_("Text"), widget=lines(18), required=False, help_text=HOW_TO_TYPE),
        "seo_title": forms.CharField(
            label=_("Title for search engines"), max_length=70, widget=forms.TextInput(line), required=False,
            help_text=_("Left empty, it is the title."),
        ),
        "seo_description": forms.CharField(
            label=_("What it is about, in one or two sentences"), max_length=300, widget=lines(3), required=False,
            help_text=_("Shown below the title and by search engines."),
        ),
    }  # fmt: skip


class _PageForm(DeedForm):
    page_type = forms.ModelChoiceField(queryset=PageType.objects.order_by("name"), label=_("Kind of page"))
    is_published = forms.BooleanField(label=_("Everybody may see it"), required=False)
    published_at = Moment(label=_("From this day on"), required=False, help_text=_("Left empty: from now on. Indian time."))
    seen = forms.CharField(label=_("Last changed"), widget=forms.HiddenInput, required=False)

    class Meta:
        model = Page
        fields = ("page_type",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = True
        if self.instance.pk:
            del self.fields["page_type"]
            self.initial.update(_stored(self.instance))

    def clean(self) -> dict[str, Any]:
        """Refused where somebody else has changed the words since the form was opened."""
        values = super().clean()
        if self.instance.pk and values.get("seen") and values["seen"] != self.initial["seen"]:
            self.add_error(
                None, _("Somebody else has changed this page meanwhile. Keep your words, open it anew, and try again.")
            )
        return values

    def write(self) -> Page:
        """A new page, or this one with what has been changed. Refused naming the form's fields."""
        own = self._changed("")
        if self.instance.pk:
            page = actions.change(page=queries.to_change(self.instance.pk), **own, **self._shown())
        else:
            page = actions.create(
                page_type=self.cleaned_data["page_type"], **own,
                published=self.cleaned_data["is_published"], published_at=self.cleaned_data["published_at"],
            )  # fmt: skip
        for language in OTHERS:
            words = self._changed(f"_{language}")
            if words:
                page = self._translated(page, language, words)
        return page

    def _changed(self, ending: str) -> dict[str, Any]:
        """The words of a language that were typed anew."""
        values = {name: self.cleaned_data[name + ending] for name in WORDS if name + ending in self.changed_data}
        if "content" in values:
            before = self.initial.get(f"before{ending}")
            values["content"] = read(values["content"], before=before, field=f"content{ending}")
        if not ending and not values.get("slug"):
            values.pop("slug", None)  # a new page's is made from the title, and one that is there is not lost by a slip
        return values

    def _shown(self) -> dict[str, Any]:
        """What is said anew about who may see the page, and from when."""
        told = {"published": "is_published", "published_at": "published_at"}
        return {name: self.cleaned_data[field] for name, field in told.items() if field in self.changed_data}

    def _translated(self, page: Page, language: str, words: dict[str, Any]) -> Page:
        try:
            return actions.translate(page=page, language=language, **words)
        except Refused as refused:
            raise Refused(refused.code, refused.message, f"{refused.field}_{language}") from None


def _stored(page: Page) -> dict[str, Any]:
    """What the form of a page begins with. `before`: the texts with all that cannot be typed."""
    since = page.published_at and page.published_at.replace(second=0, microsecond=0)
    values: dict[str, Any] = {"is_published": page.is_published, "published_at": since, "seen": page.updated_at.isoformat()}
    kept: dict[str, Page | PageTranslation] = {"": page}
    kept |= {f"_{row.language_code}": row for row in page.translations.all()}
    for ending, words in kept.items():
        values |= {name + ending: getattr(words, name) for name in WORDS}
        values[f"before{ending}"] = words.content
        values[f"content{ending}"] = typed(words.content)
    return values


PageForm = type(
    "PageForm",
    (_PageForm,),
    {
        "__doc__": "A page in every language of ours.",
        **_fields(queries.ORIGINAL),
        **{f"{name}_{code}": field for code in OTHERS for name, field in _fields(code).items()},
    },
)


class PageTypeForm(DeedForm):
    """The name of a kind of page."""

    name = forms.CharField(label=_("Name"), max_length=120)

    class Meta:
        model = PageType
        fields = ("name",)

    def write(self) -> PageType:
        """A new kind of page."""
        return actions.create_type(name=self.cleaned_data["name"])
