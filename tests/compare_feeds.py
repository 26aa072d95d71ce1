"""Compares what Tidings reads in feed files with what Python's feedparser reads.

    cargo run --example read_feeds -- FOLDER.. > read.jsonl
    pip install feedparser && python3 tests/compare_feeds.py read.jsonl

An entry without title and text is left out by Tidings and therefore here too.
"""

import calendar
import html
import json
import re
import sys
import time
import urllib.parse

import feedparser

NOW = time.time()


def plain(text):
    text = re.sub(r"<[^>]*>", "", text or "")
    text = html.unescape(text)
    return re.sub(r"[\s\u00ad\u200b\ufeff]+", " ", text).strip()


def same_title(ours, theirs):
    strip = lambda text: re.sub(r"[^\w]", "", text).lower()
    # feedparser gives HTML where ours is plain text.
    if strip(ours) == strip(theirs) or strip(plain(ours)) == strip(plain(theirs)):
        return True
    ours, theirs = strip(ours), strip(plain(theirs))
    return ours == theirs or (len(ours) > 200 and ours[:150] == theirs[:150])


def key(url):
    url = re.sub(r"^https?://(www\.)?", "", urllib.parse.unquote((url or "").strip()))
    url = re.sub(r"([?&])(utm_[^&#]*|fbclid=[^&#]*)", r"\1", url)
    return url.rstrip("/?&#").lower()


def seconds(entry):
    parsed = entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")
    at = calendar.timegm(parsed) if parsed else None
    return at if at is not None and 631152000 <= at <= NOW else None


def has_text(entry):
    texts = [entry.get("title"), entry.get("summary")] + [content.value for content in entry.get("content", [])]
    return any(plain(text) for text in texts)


def compare(read):
    counts = {"files": 0, "entries": 0, "title": [], "link": [], "date": [], "count": [], "refused": []}
    for line in read:
        ours = json.loads(line)
        with open(ours["file"], "rb") as file:
            data = file.read()
        try:
            theirs = feedparser.parse(data, response_headers={"content-location": "http://127.0.0.1:8097/"})
        except Exception:
            continue
        entries = theirs.get("entries", [])
        if not theirs.get("version") or not entries:
            continue
        counts["files"] += 1
        if "error" in ours:
            counts["refused"].append((ours["file"], ours["error"]))
            counts["entries"] += len(entries)
            continue
        items = ours["items"]
        if len(items) + ours["merged"] + ours["left_out"] != min(len(entries), 500):
            counts["count"].append((ours["file"], len(items), len(entries)))
        if ours["left_out"]:
            entries = [entry for entry in entries if has_text(entry)]
        for mine, other in zip(items, entries) if not ours["merged"] else []:
            counts["entries"] += 1
            title = other.get("title")
            if plain(title) and not same_title(mine["title"], title):
                counts["title"].append((ours["file"], mine["title"], title))
            link = other.get("link")
            if link and link.startswith("http") and key(mine["link"]) != key(link):
                counts["link"].append((ours["file"], mine["link"], link))
            if mine["date"] != seconds(other):
                raw = other.get("published") or other.get("updated") or other.get("created")
                counts["date"].append((ours["file"], mine["date"], seconds(other), raw))
    return counts


def main():
    with open(sys.argv[1]) as read:
        counts = compare(read)
    print(f"{counts['files']} files, {counts['entries']} entries")
    for kind in ("refused", "count", "title", "link", "date"):
        print(f"{kind}: {len(counts[kind])}")
        for case in counts[kind]:
            print("   ", *case, sep="  ")


if __name__ == "__main__":
    main()
