"""Lists of feeds as other readers write and read them: OPML 2.0 (opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Sequence

import lxml.etree
from lxml.builder import ElementMaker

from digest.collect.parsing.encoding import xml_bytes
from digest.collect.parsing.urls import clean
from digest.collect.parsing.values import UnreadableError
from digest.collect.parsing.xml_feed import without_entities
from digest.models import Feed
from digest.text.decoding import utf8


def read_opml(body: bytes) -> tuple[Feed, ...]:
    """The feeds in an OPML file, each address once; folders are left aside. Raises UnreadableError if it is not one."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = lxml.etree.fromstring(without_entities(xml_bytes(utf8(body))), parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("it is no OPML file") from error
    if lxml.etree.QName(root).localname.lower() != "opml":
        raise UnreadableError("it is no OPML file")
    outlines = [{name.lower(): value for name, value in node.attrib.items()} for node in root.iter("outline")]
    named = {clean(o.get("xmlurl", "")): o.get("title") or o.get("text") or "" for o in reversed(outlines)}
    return tuple(Feed(url, " ".join(name.split()) or url) for url, name in reversed(named.items()) if url)


def write_opml(feeds: Sequence[Feed], title: str) -> bytes:
    """The feeds as an OPML file."""
    make = ElementMaker()
    outlines = (make.outline(type="rss", text=f.outlet, title=f.outlet, xmlUrl=f.url) for f in feeds)
    root = make.opml(make.head(make.title(title)), make.body(*outlines), version="2.0")
    return lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
