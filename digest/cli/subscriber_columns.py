"""What the columns of a list of readers are called, by the tools and in the languages that write such lists.

Names and values are compared as ``plain`` writes them: without case, accents, hyphens and the like.
"""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[\s_.:/()*'’\"\u2010-\u2015-]+")


def plain(text: str) -> str:
    """The text for comparing: in lower case, without accents, with single spaces for what stands between words."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in {"Mn", "Cf"}
    )
    return _BETWEEN.sub(" ", unicodedata.normalize("NFKC", bare).casefold()).strip()


def _names(text: str) -> tuple[str, ...]:
    return tuple(plain(name) for name in text.split("|"))


ADDRESS = _names(
    "address|email|e-mail|email address|e-mail address|mail|mail address|subscriber email|contact email|email 1|e-mail 1 - value"
    "|E-Mail-Adresse|E-Mailadresse|Emailadresse|Mailadresse"
    "|adresse e-mail|adresse email|adresse mail|adresse électronique|adresse courriel|courriel|mél"
    "|correo|correo electrónico|dirección de correo|dirección de correo electrónico|dirección de email"
    "|indirizzo email|indirizzo e-mail|indirizzo di posta elettronica|posta elettronica"
    "|endereço de e-mail|endereço de email|correio eletrônico|correio eletrónico"
    "|e-mailadres|mailadres|adres e-mail|adres email|adres mailowy|e-post|e-postadress|e-postadresse|e-mailadresse"
    "|sähköposti|sähköpostiosoite|e-mailová adresa|emailová adresa|e-mail cím|email cím|adresă de e-mail|adresă email"
    "|e-posta|e-posta adresi|eposta|электронная почта|адрес электронной почты|эл. почта|почта|имейл|електронна пошта"
    "|ηλεκτρονικό ταχυδρομείο|διεύθυνση email|メール|メールアドレス|電子メール|電子郵件|电子邮件|电子邮件地址|电子邮箱|邮箱|邮箱地址"
    "|이메일|이메일 주소|전자우편|البريد الإلكتروني|بريد إلكتروني|ایمیل|אימייל|דואר אלקטרוני|ईमेल|ई-मेल"
)
"""Names of the column of addresses. A plain "Adresse" is where somebody lives."""

SINCE = _names(
    "confirmed_at|confirm_time|optin_time|optin date|opt-in date|consent date|since"
    "|subscribed_at|subscription date|created_at|date added|date"
    "|bestätigt am|angemeldet am|anmeldedatum|einwilligung am|eingetragen am|erstellt am|datum"
    "|date de confirmation|date d'inscription|inscrit le|fecha de confirmación|fecha de alta|fecha de suscripción|fecha"
    "|data di conferma|data iscrizione|data di iscrizione|data|data de inscrição|data zapisu|inschrijfdatum|дата подписки|дата"
)
"""Names of columns that say since when somebody has agreed, the best proof first."""

STATUS = _names(
    "active|status|subscription status|state|subscribed|email status|opt-in|optin"
    "|aktiv|abonniert|angemeldet|bestätigt|zustand|statut|état|actif|abonné|inscrit|estado|activo|suscrito"
    "|stato|attivo|iscritto|situação|ativo|inscrito|actief|ingeschreven|aktywny|stan|stav|aktivní|tila|durum|aktif|állapot"
    "|статус|активен|подписан|стан|状态|狀態|状態|ステータス|상태|الحالة|وضعیت|סטטוס"
)
"""Names of columns in which only a yes means that mail is wanted."""

OFF = _names(
    "email_disabled|unsubscribed|unsubscribed_at|unsub_time|blocklisted|cleaned_time|opted out|opt-out|bounced|bounced_at"
    "|unsubscribe date|suppressed|complained|deleted_at"
    "|abgemeldet|abgemeldet am|abbestellt|gesperrt|gelöscht|désinscrit|désinscrit le|désabonné|désabonné le|date de désinscription"
    "|baja|dado de baja|fecha de baja|cancelado|disiscritto|disiscritto il|cancellato|descadastrado|cancelado em"
    "|uitgeschreven|uitgeschreven op|afgemeld|wypisany|data wypisania|odhlášen|avregistrerad|avmeldt|afmeldt|отписан|дата отписки"
    "|退订|取消订阅|配信停止|수신거부"
)
"""Names of columns in which anything but a no means that mail is not wanted."""

YES = frozenset(
    _names(
        "|yes|y|true|1|x|on|active|enabled|subscribed|confirmed|opted in|opted-in|valid|ok"
        "|ja|j|wahr|aktiv|abonniert|angemeldet|bestätigt|oui|o|vrai|actif|active|abonné|abonnée|inscrit|inscrite|confirmé|confirmée"
        "|sí|s|verdadero|activo|activa|suscrito|suscrita|confirmado|confirmada|vero|attivo|attiva|iscritto|iscritta|confermato"
        "|confermata|sim|verdadeiro|ativo|ativa|inscrito|inscrita|waar|actief|ingeschreven|bevestigd|tak|prawda|aktywny|aktywna"
        "|ano|pravda|aktivní|aktivni|sant|sand|tosi|kyllä|igen|igaz|evet|doğru|aktif|да|истина|активен|активна|активный|подписан"
        "|так|активний|是|有效|已订阅|已訂閱|はい|有効|예|활성|구독|نعم|فعال|כן|פעיל|हाँ"
    )
)
NO = frozenset(
    _names(
        "|no|n|false|0|none|null|nein|falsch|non|faux|falso|não|nee|onwaar|nie|fałsz|ne|nepravda|falskt|falsk|nej|nei|ei|epätosi"
        "|nem|hamis|hayır|yanlış|нет|ложь|ні|否|いいえ|아니요|لا|לא|नहीं|-"
    )
)
