"""Is this plain, and is it kind? Measures of the words people are sent, for tests over pages and letters.

The grade is Flesch and Kincaid's (1975), with syllables counted by their vowels; a reading age is about grade + 5. It
is a measure for catching long sentences and long words, not a promise that anyone understands.
"""

import re
from dataclasses import dataclass

WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_E = re.compile(r"(?:[^aeiouylrscxzgh]es|[^aeioutdy]ed|[^aeiouyl]e)$")
TAGS = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL | re.IGNORECASE)
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|tr|dt|dd|label|legend|summary|caption|div)>|<br>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Harshness:
    """A phrase that puts people off, where it stands, and what to say instead."""

    phrase: str
    instead: str
    place: int


# What not to say → what to say. Each is a whole word or phrase, in any case.
SAY_INSTEAD = {
    r"audit(?:s|ed|ing|ors?)?": "financial check-up",
    r"unauthori[sz]ed (?:expenditure|spend(?:ing)?)": "spending we would like to understand with you",
    r"misus(?:e|ed|ing)|mis-?spen[dt]|misappropriat\w+": "spending we would like to understand with you",
    r"demand(?:s|ed|ing)?": "ask",
    r"(?:we|the council) (?:require|insist)s?|you are required": "please, or say which law asks for it",
    r"failure to|fail(?:ed|s|ing)? to|non-?compl\w+": "if you have not been able to",
    r"you must|you are obliged|you should have (?:asked|kept|known|sent|told)": "please",
    r"with immediate effect|forthwith|final (?:warning|notice|reminder)": "give a day, and time to answer",
    r"(?:legal|enforcement|recovery) action|debt recovery|claw ?back": "say what happens next, and how to talk about it",
    r"suspicio\w+|suspect(?:s|ed)?|fraud\w*|abus(?:e|ed|ing) (?:of )?(?:the|your) (?:money|payment)": "ask what happened",
    r"sanctions?|penalt(?:y|ies)|breach(?:es|ed)?": "say what happens next, kindly",
    r"service users?|customers?|clients?": "person, people",
    r"suffer(?:s|ing)? from|wheelchair-?bound|confined to": "has, uses",
    r"the (?:elderly|disabled|vulnerable)|challenging behaviou?r": "older people, disabled people, what the person tells us",
    r"herein\w*|hereby|aforementioned|pursuant|in accordance with|in respect of|notwithstanding": "plain words",
    r"utilis(?:e|ed|ing|ation)|commenc(?:e|ed|ing|ement)|prior to|in the event (?:of|that)|per annum": "use, start, before, if, a year",
    r"remit(?:tance|ted|s)?|expenditure|disburse\w*|reconcil\w+": "payment, spending, checking the bank statement",
}
TONE = [(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), instead) for pattern, instead in SAY_INSTEAD.items()]


def grade(text: str) -> float:
    """The school grade at which the words are easy to read; 0 for a text with no words. Tags are left out."""
    said = without_tags(text)
    sentences = [part for part in SENTENCE_END.split(said) if WORD.search(part)]
    words = WORD.findall(said)
    if not words:
        return 0.0
    syllable_count = sum(syllables(word) for word in words)
    return round(0.39 * len(words) / len(sentences) + 11.8 * syllable_count / len(words) - 15.59, 1)


def syllables(word: str) -> int:
    """About how many syllables an English word has: "payment" 2, "paid" 1, "people" 2."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(VOWELS.findall(SILENT_E.sub("", letters)))
    return max(groups, 1)


def longest_sentence(text: str) -> str:
    """The sentence with most words, for a failing test to point at."""
    return max(SENTENCE_END.split(without_tags(text)), key=lambda part: len(WORD.findall(part))).strip()


def harsh_words(text: str) -> list[Harshness]:
    """Phrases that threaten, accuse, label people or sound like an office, in the order in which they stand."""
    said = without_tags(text)
    found = [Harshness(hit[0], instead, hit.start()) for pattern, instead in TONE for hit in pattern.finditer(said)]
    return sorted(found, key=lambda one: one.place)


def without_tags(text: str) -> str:
    """The words of a page or letter, each block on a line of its own."""
    return TAGS.sub(" ", BLOCK_END.sub("\n", text))
