"""The forms of menus: what one is called, and an item with its names, where it leads and where it stands."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.menus import actions, queries, tree
from catalog.menus.actions import Target
from catalog.menus.models import Menu, MenuItem
from marketplace.content.models import Page
from marketplace.desk.forms import DeedForm

OTHERS = [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
_TABLES: dict[str, Any] = {"page": Page, "category": Category, "collection": Collection}


class MenuForm(DeedForm):
    """What a menu is called."""

    name = forms.CharField(label=_("Name"), max_length=120)
    slug = forms.CharField(
        label=_("Name for programs"), max_length=80, required=False,
        help_text=_('<q lang="en">header</q> stands at the top of every page of the shop, <q lang="en">footer</q> at its foot.'),
    )  # fmt: skip

    class Meta:
        model = Menu
        fields = ("name", "slug")

    def write(self) -> Menu:
        """A new menu, or this one called anew. Refused naming the form's fields."""
        name, slug = self.cleaned_data["name"], self.cleaned_data["slug"] or None
        if not self.instance.pk:
            return actions.create(name=name, slug=slug)
        return actions.change(menu=queries.to_change(self.instance.pk), name=name, slug=slug)


class _MenuItemForm(DeedForm):
    name = forms.CharField(label=_("Name"), max_length=120)
    target = forms.ChoiceField(label=_("It leads to"), required=False)
    url = forms.CharField(
        label=_("… or to this address"), max_length=256, required=False,
        help_text=_(
            'Such as https://example.org, or <span lang="en">/gi/</span> for a page here. '
            "Without either, it only holds others together."
        ),
    )  # fmt: skip
    parent = forms.ChoiceField(label=_("It stands below"), required=False)
    menu = forms.ModelChoiceField(queryset=Menu.objects.all(), label=_("menu"), widget=forms.HiddenInput)

    class Meta:
        model = MenuItem
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item = self.instance if self.instance.pk else None
        self.menu_of = menu = item.menu if item else self._menu()
        self.fields["target"].choices = [("", _("nothing of these")), *tree.targets()]  # type: ignore[attr-defined]
        places = tree.places(menu, but=item) if menu else []
        self.fields["parent"].choices = [("", _("nothing: it stands at the top")), *places]  # type: ignore[attr-defined]
        if item:
            self.initial.update(_stored(item))

    def _menu(self) -> Menu | None:
        """The menu that a new item is for, as the address of the form or the form says."""
        given = str((self.data or self.initial).get("menu") or "")
        return Menu.objects.filter(pk=int(given)).first() if given.isascii() and given.isdigit() and len(given) < 19 else None

    def clean(self) -> dict[str, Any]:
        """A name in another language is changed, not taken away."""
        values = super().clean()
        for code, _name in OTHERS:
            if self.initial.get(f"name_{code}") and not values.get(f"name_{code}"):
                self.add_error(f"name_{code}", _("This field is required."))
        return values

    def write(self) -> MenuItem:
        """A new item, or this one named, led and put anew. Refused naming the form's fields."""
        given, leads = self.cleaned_data, self._leads()
        parent = queries.item_to_change(int(given["parent"]), field="parent") if given["parent"] else None
        names = {code: given[f"name_{code}"] for code, _name in OTHERS if given[f"name_{code}"]}
        if not self.instance.pk:
            return actions.add_item(menu=given["menu"], name=given["name"], parent=parent, translations=names, **leads)
        item = queries.item_to_change(self.instance.pk)
        actions.change_item(item=item, name=given["name"], to=Target(**leads), translations=names)
        return actions.move_item(item=item, parent=parent) if "parent" in self.changed_data else item

    def _leads(self) -> dict[str, Any]:
        """What the item leads to, as the deeds take it. Refused NOT_FOUND where it is gone meanwhile."""
        leads: dict[str, Any] = {"url": self.cleaned_data["url"]} if self.cleaned_data["url"] else {}
        kind, _colon, key = self.cleaned_data["target"].partition(":")
        if kind:
            leads[kind] = _TABLES[kind].objects.filter(pk=int(key)).first()
        return leads


def _stored(item: MenuItem) -> dict[str, Any]:
    """What the form of an item begins with."""
    led = next((f"{kind}:{getattr(item, f'{kind}_id')}" for kind in _TABLES if getattr(item, f"{kind}_id")), "")
    names = {f"name_{row.language_code}": row.name for row in item.translations.all()}
    return {"name": item.name, "target": led, "url": item.url, "parent": str(item.parent_id or ""), "menu": item.menu_id, **names}


MenuItemForm = type(
    "MenuItemForm",
    (_MenuItemForm,),
    {
        "__doc__": "An item of a menu, named in every language of ours.",
        **{
            f"name_{code}": forms.CharField(
                label=format_lazy("{} ({})", _("Name"), name),
                max_length=120,
                required=False,
                widget=forms.TextInput({"lang": code}),
            )
            for code, name in OTHERS
        },
    },
)
