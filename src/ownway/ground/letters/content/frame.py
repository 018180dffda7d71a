"""What every letter has around its own words: addresses, greeting, how to answer, other formats, and who wrote it."""

from __future__ import annotations

from ownway.ground.design import words
from ownway.ground.letters.content.correspondence import Contact, Correspondence, in_sentence
from ownway.ground.letters.content.letter import Block, Bullets, Heading, LetterContent, Paragraph

OTHER_FORMATS = (
    "We can send you this letter in large print, Easy Read, braille or audio, or in another language. "
    "We can also read it to you on the phone. It is free. Tell us what works best for you."
)


def framed(letter: Correspondence, *, title: str, purpose: str, body: tuple[Block, ...]) -> LetterContent:
    """The whole letter: its purpose first, then its own words, then how to reach us."""
    sender, recipient = letter.sender, letter.recipient
    return LetterContent(
        title=title,
        language=letter.language,
        written_on=letter.written_on,
        date=words.day(letter.written_on),
        reference=letter.reference,
        about=letter.about,
        sender=(sender.council, sender.contact.name, *sender.address.lines),
        recipient=(recipient.name, *(recipient.address.lines if recipient.address else ())),
        greeting=f"Dear {in_sentence(recipient.name)},",
        purpose=purpose,
        body=(*_why_you(letter), *body, *_how_to_reach_us(letter)),
        sign_off=("Yours sincerely,", *((letter.written_by,) if letter.written_by else ()), sender.contact.name),
        footer=f"{in_sentence(letter.about)} · Your reference: {letter.reference}",
        large_print=letter.large_print,
    )


def _why_you(letter: Correspondence) -> tuple[Block, ...]:
    """Somebody who acts for the person is told whose money the letter is about, and who “you” is."""
    if letter.is_to_the_person:
        return ()
    name = in_sentence(letter.about)
    return (
        Paragraph(
            f"You get this letter because you help {name} with their direct payment. "
            f"When we say “you” in this letter, we mean {name}."
        ),
    )


def _how_to_reach_us(letter: Correspondence) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("If you want to talk to us"), Bullets(ways_to_reach(letter.sender.contact))]
    if letter.sender.independent_support:
        blocks += _independent_support(letter.sender.independent_support)
    return (*blocks, Heading("Other ways to get this letter"), Paragraph(OTHER_FORMATS))


def _independent_support(support: Contact) -> list[Block]:
    who = f"You can also talk to {support.name}. They are not part of the council. They are free to use."
    return [Paragraph(who), Bullets(ways_to_reach(support))]


def ways_to_reach(contact: Contact) -> tuple[str, ...]:
    """Phone, email and web, each as a line; whatever is not known is left out."""
    phone = f"Phone: {contact.phone}" + (f" ({contact.hours})" if contact.hours else "")
    ways = (
        phone if contact.phone else "",
        f"Email: {contact.email}" if contact.email else "",
        f"Web: {contact.website}" if contact.website else "",
    )
    return tuple(way for way in ways if way)
