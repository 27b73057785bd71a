"""What is known of Polish."""

from __future__ import annotations

from digest.text.languages.language import Language, NewsWords, PageWords, SentenceWords, groups, listed

LANGUAGE = Language(
    code="pl",
    name="Polish",
    stopwords=listed("""
a aby ale albo ani az bardzo bez bo bowiem by byc byl byla bylo byly bym bedzie beda choc co coraz czy czyli dla
dlaczego dlatego do dopiero dzis gdy gdyz gdzie go i ich ile im inne inny innych iz ja jak jako jakie jaki
jakich je jednak jednego jednej jeden jedna jego jej jemu jesli jest jestem jeszcze juz kazdy kiedy kilka kto
ktora ktore ktorej ktorego ktory ktorych ktorym ktorzy ku lecz lub ma maja mam mi mial miala mialo mnie moga
moze mozna mu musi my na nad nam nami nas nasz nasza nasze natomiast nawet nia nich nie niego niej niemu niz nim
nimi no o obok od odkad ona one oni ono oraz po pod podczas pomimo ponad poniewaz poza przed przede przez przy
raz rowniez sa sam sama same sie skad soba sobie swoj swoja swoje swojej swoim ta tak taka takie taki takich
takze tam te tego tej temu ten teraz tez to toba tobie totez tu tutaj twoj ty tych tylko tym u w wam was we
wedlug wiec wiele wobec wszyscy wszystkich wszystkie wszystko wsrod z za zas ze zaden zeby zostal zostala
zostalo zostaly
"""),
    months=groups("""
stycznia styczeń sty| lutego luty lut| marca marzec mar| kwietnia kwiecień kwi| maja maj| czerwca
czerwiec cze| lipca lipiec| sierpnia sierpień| września wrzesień wrz| października październik paź|
listopada listopad| grudnia grudzień gru
"""),
    weekdays=tuple("poniedziałek wtorek środa czwartek piątek sobota niedziela".split()),
    near_days={"dziś": 0, "dzisiaj": 0, "wczoraj": -1, "jutro": 1},
    denials=r"\b(?:nie|nigdy|nikt|nikogo|nic|zaden|zadna|zadne|zadnych|ani|bez)\b",
    sentences=SentenceWords(
        titles=listed("dr prof inż mgr hab ks gen płk mjr kpt św red p"),
        inner=listed("m.in np tzw tzn ok godz ul al nr art ust im por pkt poz lek wg cz"),
        either=listed("itd itp r w rb br ub proc tys min zł"),
        numbered=listed("nr art ust pkt poz"),
        lettered=listed("grupa grupy"),
        starters=listed("""
to ta ten te ci tego tej tych on ona ono oni one my w we na do od po przed przez przy z ze za o u i a ale lecz
oraz jednak gdy kiedy jeśli jeżeli ponieważ choć jak co kto gdzie dlaczego nie wszyscy wielu jego jej ich według
zdaniem podczas teraz tu tam
"""),
        after_quotation=listed(
            "powiedział powiedziała zapytał zapytała dodał dodała pytał pytała mówił mówiła"
        ),
        ordinal_point=True,
    ),
    page=PageWords(
        elsewhere=r"(?:(?:czytaj|zobacz) (?:więcej|także|też|również)|przeczytaj)\b.*",
        action=r"reklama|udostępnij.*|zapisz się na newsletter.*|wszelkie prawa zastrzeżone.*",
        pictures=r"fot\.|zdjęcie",
        byline=r"od|autor(?:ka|zy)?:?",
        joins_names="i(?= [A-ZĄĆĘŁŃÓŚŹŻ][^ ]+ [A-ZĄĆĘŁŃÓŚŹŻ])",
        stamps="opublikowano|zaktualizowano|data publikacji",
        plea=r"\bzaprenumeruj\b|\bzasubskrybuj\b|\bobserwuj nas\b",
        notes="sprostowanie",
        machine=r"sztuczn\w+ inteligencj\w+",
        summary="podsumow",
        wall="(?:tylko|wyłącznie) dla (?:prenumeratorów|subskrybentów)",
        consent="polityka prywatności|dane osobowe|danych osobowych",
        error="strona nie (?:istnieje|została znaleziona)|nie znaleziono strony",
        parts={
            "live_blog": "na-zywo",
            "round_up": "przeglad-prasy",
            "opinion": "opinie komentarze felietony",
        },
        labels={
            "live_blog": "na.żywo relacja.na.żywo",
            "round_up": "przegląd.prasy",
            "opinion": "opinia komentarz felieton",
        },
        author_classes="autorzy",
        author_paths="autorzy",
        roles="redakcja",
        written="napisał|autor",
    ),
    news=NewsWords(
        politics_labels=listed("polityka"),
        other_labels=listed("sport"),
    ),
)
