"""What is known of Portuguese."""

from __future__ import annotations

from digest.text.languages.language import Language, NewsWords, PageWords, SentenceWords, groups, listed

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    stopwords=listed("""
a ainda alem algum alguma alguns ao aos apenas apos aquela aquele as ate cada com como contra da das de dela
dele deles depois desde dessa desse desta deste do dois dos durante e ela elas ele eles em enquanto entre era
eram essa essas esse esses esta estao estar estas estava este estes eu foi foram ha isso isto ja la lhe mais mas
me mesmo meu muito na nao nas nem no nos nossa nosso num numa o os ou outra outras outro outros para pela pelas
pelo pelos per pode podem por porque qual quando que quem se seja sem sempre ser sera seu seus si sido so sob
sobre sua suas tambem tao te tem tinha toda todas todo todos tudo um uma umas uns vai vao voce
"""),
    months=groups("""
janeiro jan| fevereiro fev| março mar| abril abr| maio mai| junho jun| julho jul| agosto ago|
setembro set| outubro out| novembro nov| dezembro dez
"""),
    weekdays=tuple("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo".split()),
    near_days={"hoje": 0, "ontem": -1, "amanhã": 1},
    denials=r"\b(?:nao|nunca|jamais|ninguem|nada|nem|nenhuma?|sem)\b",
    sentences=SentenceWords(
        titles=listed("sr sra srs dr dra drs prof profa eng gen d dep sen cel"),
        inner=listed("art arts pág págs núm aprox av vol ed p.ex cia n.º"),
        either=listed("etc lda ltda s.a jan fev mar abr mai jun jul ago set out nov dez"),
        numbered=listed("núm art pág págs n.º"),
        lettered=listed("plano"),
        starters=listed("""
o a os as um uma este esta ele ela eles elas se seu sua mas e ou quando após desde em no na por para com de do
da que
"""),
        after_quotation=listed("disse perguntou afirmou respondeu"),
    ),
    page=PageWords(
        elsewhere=r"(?:leia|veja|saiba) (?:também|mais)\b.*",
        action=r"publicidade|compartilhe\b.*|partilhe este\b.*|todos os direitos reservados.*",
        pictures="foto|imagem",
        by="por",
        byline="por|da",
        joins_names="e",
        stamps="publicado|atualizado",
        plea=r"\bassine (?:já|agora|o|a)\b|\binscreva-se\b|\bsubscreva\b",
        notes="correção|errata",
        machine=r"\bI\.?A\b|inteligência artificial",
        summary="resum[eo]",
        wall="(?:exclusivo|conteúdo exclusivo|só) para assinantes|exclusivo para subscritores",
        consent="consentimento|dados pessoais",
        error="página não encontrada",
        parts={"live_blog": "ao-vivo", "opinion": "opini(?:ão|ao)"},
        labels={"live_blog": "ao.vivo", "opinion": "opinião"},
        author_classes="autor(?:es)?",
        author_paths="autores",
        roles="redação",
        written="escrito",
    ),
    news=NewsWords(
        politics_labels=listed("politica"),
        other_labels=listed("esportes futebol"),
    ),
)
