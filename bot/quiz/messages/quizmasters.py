"""Quizmasters: who they are, what was changed, and whether somebody wants to be told."""

from bot.model.event import Actor
from bot.model.message import Block, Button, Buttons, Listing, Message, Section, Small, Weight
from bot.model.team import Member, Quizmasters, UserGroup, name_of
from bot.model.text import Text, line, strong
from bot.quiz.actions import DISMISS, TELL, OfMember, Place, Switch
from bot.quiz.messages.formatting import count

_SHOWN = 20
_BUTTONS = 5
"""People who can be dismissed by a button; the rest by the command."""


def who(named: Quizmasters, managers: str, actor: Actor) -> Message:
    """Who decides in a team, and whether the one who asks is told."""
    rows: list[Text] = [line(f"{managers[0].upper()}{managers[1:]}")]
    rows += [line("Everybody in ", strong(group.name)) for group in named.groups[:_SHOWN]]
    rows += [_row(member) for member in named.members[:_SHOWN]]
    hidden = len(named.members) + len(named.groups) + 1 - len(rows)
    told = any(member.id == actor.member_id for member in named.told)
    blocks: list[Block] = [Section(line(strong("Quizmasters"))), Listing(tuple(rows))]
    if hidden:
        blocks.append(Small(line(f"and {hidden} more")))
    if not named.told:
        blocks.append(Section(line("Nobody is told when something needs a quizmaster.")))
    place = Place.of(actor.team_id, actor.channel_id)
    blocks.append(Buttons((_switch(told, place), *_dismissals(named, actor))))
    blocks.append(
        Small(line("/quizmaster appoint adds a person or a group, /quizmaster dismiss removes it."))
    )
    return Message(tuple(blocks), summary="Quizmasters")


def _row(member: Member) -> Text:
    office = "appointed" if member.quizmaster else "by their rights"
    return line(strong(member.name), f" — {office}{', is told' if member.told else ''}")


def _switch(told: bool, place: Place) -> Button:
    label = "Do not tell me any more" if told else "Tell me when I am needed"
    return Button(label, TELL.action(Switch(not told, place.team, place.channel_id)))


def _dismissals(named: Quizmasters, actor: Actor) -> tuple[Button, ...]:
    team = name_of(actor.team_id)
    return tuple(
        Button(f"Dismiss {member.name}", DISMISS.action(OfMember(member.id, team)))
        for member in named.appointed[:_BUTTONS]
    )


def appointed(member: Member) -> Message:
    """Somebody is a quizmaster now."""
    words = " is a quizmaster now."
    back = Button("Take it back", DISMISS.action(OfMember(member.id, name_of(member.team_id))))
    told = "They are told when something needs one; /quizmaster who shows everybody."
    return Message(
        (Section(line(strong(member.name), words)), Small(line(told)), Buttons((back,))),
        summary=f"{member.name}{words}",
    )


def dismissed(member: Member, *, stays: bool) -> Message:
    """Somebody is no quizmaster any more, unless a group or the platform makes them one."""
    words = " is no quizmaster any more."
    if stays:
        words = " is not named any more, and stays a quizmaster by a group or by their rights."
    return Message((Section(line(strong(member.name), words)),), summary=f"{member.name}{words}")


def group_appointed(group: UserGroup) -> Message:
    """Everybody in a group is a quizmaster now."""
    words = "Everybody in ", strong(group.name), " is a quizmaster now."
    return Message((Section(line(*words)),), summary=f"Everybody in {group.name} is one now.")


def group_dismissed(group: UserGroup, *, was_one: bool) -> Message:
    """A group makes nobody a quizmaster any more, or never did."""
    words = " makes nobody a quizmaster any more." if was_one else " made nobody a quizmaster."
    return Message((Section(line(strong(group.name), words)),), summary=f"{group.name}{words}")


def told(wanted: bool, *, waiting: int = 0) -> Message:
    """Somebody is told from now on, or not any more; suggestions that wait come at once."""
    if wanted:
        words = "You hear from me when something needs a quizmaster."
        if waiting:
            words += f" {count(waiting, 'suggestion')} waiting for a decision: see your messages."
    else:
        words = "You are left in peace. /quizmaster who shows who is told, and changes it."
    return Message.of(words)


def offered(place: Place, where: str) -> tuple[str, tuple[Button, ...]]:
    """The question to somebody who manages a team in which nobody is told."""
    words = (
        f"Nobody is told when the quiz in {where} needs a quizmaster: a post that is refused, a "
        "question that somebody suggests or reports. Shall I tell you?"
    )
    yes, no = (Switch(on, place.team, place.channel_id) for on in (True, False))
    return words, (
        Button("Yes, tell me", TELL.action(yes), Weight.PRIMARY),
        Button("No", TELL.action(no)),
    )
