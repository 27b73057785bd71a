"""Languages of which little is known: what their pages say, and where their sentences end."""

from __future__ import annotations

from digest.text.languages.language import Language, PageWords, SentenceWords, groups, listed

_KNOWN = (
    Language(
        code="da",
        name="Danish",
        months=groups("""
januar jan| februar feb| marts| april apr| maj| juni jun| juli jul| august aug| september sep|
oktober okt| november nov| december dec
"""),
        sentences=SentenceWords(
            titles=listed("hr fr dr prof adv"),
            inner=listed("bl.a f.eks kl ca nr pr jf stk ifm ift mht"),
            ordinal_point=True,
        ),
        page=PageWords(
            elsewhere=r"læs også\b.*",
            byline="af",
            joins_names="og",
            summary="sammendrag",
        ),
    ),
    Language(
        code="no",
        name="Norwegian",
        sentences=SentenceWords(
            titles=listed("hr fr dr prof adv"),
            inner=listed("bl.a f.eks kl ca nr pr jf ifm mht"),
            ordinal_point=True,
        ),
        page=PageWords(
            elsewhere=r"les også\b.*",
            byline="av",
            joins_names="og",
            summary="sammendrag",
            parts={"opinion": "debatt? kronikk? meninger"},
            written="skrevet",
        ),
    ),
    Language(
        code="sv",
        name="Swedish",
        sentences=SentenceWords(
            titles=listed("hr fr dr prof"),
            inner=listed("bl.a t.ex kl ca nr dvs resp m.fl"),
        ),
        page=PageWords(
            elsewhere=r"läs mer\b.*",
            byline="av",
            joins_names="och",
            summary="sammanfatt",
            parts={"opinion": "debatt? ledare"},
        ),
    ),
    Language(
        code="ru",
        name="Russian",
        months=groups("""
января янв| февраля фев| марта мар| апреля апр| мая| июня июн| июля июл| августа авг| сентября сен|
октября окт| ноября ноя| декабря дек
"""),
        sentences=SentenceWords(
            titles=listed("г гг проф акад им св"),
            inner=listed("т.е т.н ул д стр тыс млн млрд руб"),
        ),
    ),
    Language(
        code="tr",
        name="Turkish",
        months=groups("""
ocak| şubat| mart| nisan| mayıs| haziran| temmuz| ağustos| eylül| ekim| kasım| aralık
"""),
        sentences=SentenceWords(ordinal_point=True),
    ),
    Language(
        code="fi",
        name="Finnish",
        sentences=SentenceWords(ordinal_point=True),
        page=PageWords(elsewhere=r"lue myös\b.*"),
    ),
    Language(
        code="cs",
        name="Czech",
        sentences=SentenceWords(ordinal_point=True),
        page=PageWords(elsewhere=r"čtěte (?:také|více)\b.*", byline="od"),
    ),
    Language(code="ar", name="Arabic", page=PageWords(error="الصفحة غير موجودة")),
    Language(code="ko", name="Korean", page=PageWords(summary="요약")),
    Language(code="ja", name="Japanese", page=PageWords(machine="人工知能|生成AI", summary="要約")),
    Language(code="zh", name="Chinese", page=PageWords(summary="摘要")),
    *(
        Language(code=code, name=name, sentences=SentenceWords(ordinal_point=True))
        for code, name in {
            "nb": "Norwegian Bokmål",
            "nn": "Norwegian Nynorsk",
            "sk": "Slovak",
            "hu": "Hungarian",
            "hr": "Croatian",
            "sl": "Slovene",
            "is": "Icelandic",
            "et": "Estonian",
            "lv": "Latvian",
        }.items()
    ),
)
OTHERS = {one.code: one for one in _KNOWN}
"""By their codes."""
