"""An edition in, an e-mail or a web page out.

``render_email`` makes subject, preheader, HTML and plain text; ``render_page`` makes one complete web page that
loads nothing from anywhere. Both say the same with the same links. What is printed comes from outside, so
every template escapes, and only http, https and mailto addresses become links.
"""

from digest.render.email import ArchivePosition, render_email, render_page

__all__ = ["ArchivePosition", "render_email", "render_page"]
