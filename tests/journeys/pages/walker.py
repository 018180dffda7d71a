"""Walks through the program as a person does: by links, buttons and labels, looking at each page it comes to."""

import re

import html5lib
from axe_playwright_python.sync_playwright import Axe

WIDEST_OVERFLOW = 1  # a pixel of rounding


class Walker:
    """A person at a browser. Each page they come to is valid, has one h1, passes axe and fits the window."""

    def __init__(self, page, *, looks_with_axe):
        self.page = page
        self.looks_with_axe = looks_with_axe
        self.seen = []
        self.complaints = []
        self.sent = []
        page.on("response", self.receives)
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, message):
        """Keep what the browser complains of, such as something the content security policy refused."""
        if message.type == "error":
            self.complaints.append(f"{message.text} {message.location.get('url', '')}".strip())

    def goes_to(self, address):
        """Type an address."""
        response = self.page.goto(address)
        assert response.status == 200, f"{address} answered {response.status}"
        return self.looks()

    def follows(self, words):
        """Click a link by its words; in the page itself before the navigation around it."""
        inside = self.page.get_by_role("main").get_by_role("link", name=words)
        (inside if inside.count() else self.page.get_by_role("link", name=words)).first.click()
        return self.looks()

    def presses(self, words, nth=0):
        """Press a button by its words."""
        self.page.get_by_role("button", name=words).nth(nth).click()
        return self.looks()

    def types(self, label, words):
        """Fill a field by its label."""
        self.page.get_by_label(label, exact=True).first.fill(str(words))
        return self

    def chooses(self, words, under=None):
        """Choose a radio button or tick a box by its words; `under` is the question it belongs to."""
        place = self.page.get_by_role("group", name=under) if under else self.page
        place.get_by_label(words, exact=True).first.check()
        return self

    def picks(self, label, words):
        """Choose from a drop-down list."""
        self.page.get_by_label(label, exact=True).select_option(label=words)
        return self

    def dates(self, question, day):
        """Fill the three boxes of a date."""
        boxes = self.page.get_by_role("group", name=question)
        for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            boxes.get_by_label(label, exact=True).fill(str(number))
        return self

    def opens(self, words):
        """Open a part of the page that is folded away."""
        self.page.locator("summary", has_text=words).first.click()
        return self

    def brings(self, label, name, content, mime):
        """Choose a file to send."""
        self.page.get_by_label(label).set_input_files({"name": name, "mimeType": mime, "buffer": content})
        return self

    def downloads(self, words):
        """Click a link or button that sends a file; its name and bytes."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=words).first.click()
        return coming.value.suggested_filename, coming.value.path().read_bytes()

    def reads(self, *sentences):
        """See each of these words on the page."""
        text = self.text
        for sentence in sentences:
            assert sentence in text, f"“{sentence}” is not on {self.page.url}:\n{text}"
        return self

    def does_not_read(self, *sentences):
        """See none of these words on the page."""
        text = self.text
        for sentence in sentences:
            assert sentence not in text, f"“{sentence}” is on {self.page.url}"
        return self

    @property
    def text(self):
        """The words of the page, on one line each, with folded parts too."""
        return re.sub(r"[ \t\u00a0]+", " ", self.page.locator("body").evaluate("node => node.textContent"))

    def looks(self):
        """Look a page over when it is first seen in this state."""
        self.page.wait_for_load_state()
        url = self.page.url
        self.validates()
        assert self.page.locator("h1").count() == 1, f"{url} has {self.page.locator('h1').count()} h1"
        wide = (
            self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") if self.looks_with_axe else 0
        )
        assert wide <= WIDEST_OVERFLOW, f"{url} is {wide} px wider than the window"
        if self.looks_with_axe:
            found = Axe().run(self.page)
            assert not found.violations_count, f"{url}: {found.generate_report()}"
        assert not self.complaints, f"{url}: {self.complaints}"
        self.seen.append(url)
        return self

    def validates(self):
        """What the server sent for this page is valid HTML, read strictly."""
        sent, self.sent = self.sent, []
        for response in sent:
            html5lib.HTMLParser(strict=True).parse(response.text())

    def receives(self, response):
        """Keep each page that the server sends."""
        is_page = response.request.resource_type == "document" and response.status == 200
        if is_page and "text/html" in response.headers.get("content-type", ""):
            self.sent.append(response)
