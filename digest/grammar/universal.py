"""spaCy's trees as Universal Dependencies.

The English pipelines carry the ClearNLP labels (https://github.com/clir/clearnlp-guidelines): a preposition is the head
of its noun, "be" the head of what it links, each conjunct hangs on the one before. In UD the word with content is
the head: the noun with its ``case``, the predicate with its ``cop``, the first conjunct with all others. The other
pipelines are trained on UD treebanks and pass as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from digest.text.parsed import Token

_RENAMED = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt", "npadvmod": "obl:npmod", "nmod": "compound",
    "predet": "det:predet", "preconj": "cc:preconj", "quantmod": "advmod", "neg": "advmod", "intj": "discourse",
    "meta": "dep",
}  # fmt: skip
_LEFT_OVER = {"prep": "advmod", "agent": "advmod", "pobj": "obl", "pcomp": "advcl", "dative": "iobj", "attr": "xcomp",
              "acomp": "xcomp", "oprd": "xcomp"}  # fmt: skip
"""What becomes of a ClearNLP label where there was nothing to turn round."""
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


@dataclass(slots=True)
class _Node:
    """A word while its place in the tree is being changed."""

    index: int
    lemma: str
    pos: str
    head: int
    relation: str


def universal(doc: Any) -> tuple[Token, ...]:
    """The tokens of a spaCy ``Doc`` with UD relations; blanks are no tokens of ours."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    nodes = [
        _Node(i, t.lemma_.lower(), t.pos_, place.get(t.head.i, i), t.dep_ or "dep")
        for i, t in enumerate(kept)
    ]
    if doc.lang_ == "en":
        _turn_round(nodes)
    return tuple(
        Token(
            index=node.index,
            text=t.text,
            lemma=node.lemma,
            pos=node.pos,
            head=node.head,
            relation="root" if node.head == node.index else node.relation,
            start=t.idx,
            end=t.idx + len(t.text),
            entity=t.ent_type_,
            morph=tuple(str(t.morph).split("|")) if t.morph else (),
        )
        for node, t in zip(nodes, kept, strict=True)
    )


def _turn_round(nodes: list[_Node]) -> None:
    for node in nodes:
        node.relation = _RENAMED.get(node.relation, node.relation)
        if node.relation == "aux" and node.pos == "PART":
            node.relation = "mark"
    for node in reversed(nodes):  # the inner one of "because of" first
        if node.relation in _PREPOSITIONS and node.pos not in _NOMINAL:
            _lift_object(nodes, node)
    for node in nodes:
        if node.lemma == "be" and node.relation not in {"aux", "aux:pass"}:
            _lift_predicate(nodes, node)
    _flatten_conjuncts(nodes)
    for node in nodes:
        node.relation = _LEFT_OVER.get(node.relation, node.relation)


def _lift_object(nodes: list[_Node], node: _Node) -> None:
    """What a preposition governs takes its place; the preposition becomes its case or mark."""
    below = [n for n in nodes if n.head == node.index and n is not node]
    governed = next((n for n in below if n.relation in {"pobj", "pcomp"}), None)
    if governed is None:
        return
    clausal = governed.relation == "pcomp" and governed.pos not in _NOMINAL
    governed.relation = "pobj" if nodes[node.head].relation in _PREPOSITIONS else _role(nodes, node, clausal)
    governed.head = governed.index if node.head == node.index else node.head
    for other in below:
        other.head = governed.index if other is not governed else other.head
    node.head, node.relation = governed.index, "mark" if clausal else "case"


def _role(nodes: list[_Node], preposition: _Node, clausal: bool) -> str:
    nominal = nodes[preposition.head].pos in _NOMINAL
    if clausal:
        return "acl" if nominal else "advcl"
    if preposition.relation == "agent":
        return "obl:agent"
    return "nmod" if nominal else "obl"


def _lift_predicate(nodes: list[_Node], node: _Node) -> None:
    """What "be" links becomes the head, "be" its copula."""
    below = [n for n in nodes if n.head == node.index and n is not node]
    linked = next((n for n in below if n.relation in {"attr", "acomp"}), None)
    if linked is None:
        return
    linked.head = linked.index if node.head == node.index else node.head
    linked.relation = node.relation
    for other in below:
        other.head = linked.index if other is not linked else other.head
    node.head, node.relation = linked.index, "cop"


def _flatten_conjuncts(nodes: list[_Node]) -> None:
    """All conjuncts hang on the first; a conjunction hangs on the conjunct behind it."""
    for node in nodes:  # a chain is as long as its conjuncts, and each step shortens it
        while node.relation == "conj" and nodes[node.head].relation == "conj":
            node.head = nodes[node.head].head
    for node in nodes:
        if node.relation == "cc":
            first = nodes[node.head].head if nodes[node.head].relation == "conj" else node.head
            node.head = next(
                (n.index for n in nodes[node.index :] if n.head == first and n.relation == "conj"), node.head
            )
