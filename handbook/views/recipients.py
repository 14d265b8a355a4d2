"""Whom a plan is sent to, and whom it says to ask."""

from __future__ import annotations

from typing import NamedTuple

from handbook.model.plan import Contact, Plan, Recipient
from handbook.status import body_finding
from handbook.views.site import Link, Place, Site, place

_PARTS = ("kính gửi", "nơi nhận")


class RecipientView(NamedTuple):
    """A printed line of recipients.  `link` is the line itself when it names a single body."""

    text: str
    link: Link | None
    bodies: list[Link]
    purpose: str
    place: Place


class ContactView(NamedTuple):
    """Whom to ask, through whom, in the document's words."""

    body: Link | None
    via: Link | None
    printed: str
    place: Place


class ContactsView(NamedTuple):
    """Whom the plan says to ask; `past` when a body is no longer what it was."""

    ones: list[ContactView]
    past: bool
    year: str


def recipient_groups(site: Site, plan: Plan) -> list[tuple[str, list[RecipientView]]]:
    """Group recipients by the part they are printed in; a single part needs no name."""
    groups = [
        (part.capitalize(), [_recipient(site, one) for one in plan.recipients if one.part == part])
        for part in _PARTS
    ]
    printed = [(title, ones) for title, ones in groups if ones]
    if len(printed) == 1 and printed[0][0] == "Nơi nhận":
        return [("", printed[0][1])]
    return printed


def _recipient(site: Site, one: Recipient) -> RecipientView:
    bodies = site.bodies(one.bodies)
    link = bodies[0]._replace(text=one.text) if len(bodies) == 1 else None
    purpose = one.purpose if one.purpose and one.purpose not in one.text else ""
    return RecipientView(one.text, link, [] if link else bodies, purpose, place(one.at))


def contacts_view(site: Site, plan: Plan) -> ContactsView:
    """Give whom the plan says to ask, and whether that was long ago: a body may have changed."""
    named = [plan.issuer, *(one.body for one in plan.contacts)]
    past = any(body_finding(site.index, one, site.today) for one in named)
    return ContactsView(
        [_contact(site, one) for one in plan.contacts], past, (plan.issued or "")[:4]
    )


def _contact(site: Site, one: Contact) -> ContactView:
    body, via = site.body(one.body), site.body(one.via) if one.via else None
    # “Bộ phận Tổ chức (LĐLĐ quận X)” already says whose it is.
    said = via is not None and body.text in via.text
    return ContactView(None if said else body, via, one.printed, place(one.at))
