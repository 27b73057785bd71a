"""Mail that comes back, as receivers write it."""

from __future__ import annotations

TOKEN_ADDRESS = "bounces+abc@here.example"


def delivery_report(
    to: str = TOKEN_ADDRESS,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    said: str = "smtp; 550 5.1.1 no such user",
) -> bytes:
    """A report by RFC 3464, with the headers of the mail it is about."""
    return _crlf(f"""\
From: Mail Delivery System <mailer-daemon@mx.reader.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain; charset=us-ascii

Sorry.

--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.reader.example

Final-Recipient: rfc822; someone.else@reader.example
Action: {action}
Status: {status}
Diagnostic-Code: {said}

--edge
Content-Type: text/rfc822-headers

Subject: Council adopts budget

--edge--
""")


def complaint(returned_to: str = TOKEN_ADDRESS, kind: str = "abuse") -> bytes:
    """A complaint by RFC 5965: it comes to one address for all, and tells the envelope inside."""
    return _crlf(f"""\
From: complaints@reader.example
To: abuse@here.example
Subject: FW: Council adopts budget
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="edge"

--edge
Content-Type: text/plain; charset=us-ascii

Somebody pressed a button.

--edge
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: Button/1.0
Version: 1
Original-Mail-From: <{returned_to}>

--edge
Content-Type: message/rfc822

From: brief@here.example
To: ann@reader.example
Subject: Council adopts budget

Text.

--edge--
""")


def reply(to: str = TOKEN_ADDRESS, header: str = "X-Nothing: to say") -> bytes:
    """A mail that a person, or a program in a person's name, wrote."""
    return _crlf(f"""\
From: Ann <ann@reader.example>
To: {to}
Subject: Out of office
{header}

I am away. 5.1.1 Action: failed
""")


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()
