"""A real llama.cpp server on random weights: it keeps to a JSON schema and fills it with nonsense.

Needs the extra ``llama`` (packages ``xllamacpp`` and ``gguf``). Nothing that it says may ever reach a reader.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import xllamacpp

WIDTH, LAYERS, HEADS, HIDDEN, CONTEXT = 64, 2, 4, 128, 32_768
SPECIAL = ("<unk>", "<s>", "</s>")
PRINTABLE = range(0x20, 0x7F)
LIKELY = {'"': 4.0, "{": 4.0, "]": 2.0, "}": 2.0}
"""Characters that are made likelier: with random weights no string would ever end."""
TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: "


def write_weights(path: Path) -> None:
    """A two-layer llama with a token for each byte.

    Channel 0 of the residual stream is held at 1, and bytes outside printable ASCII get a weight of -100 there:
    random bytes would be no UTF-8, which ends in an error of the server.
    """
    random = np.random.default_rng(7)

    def matrix(rows: int, columns: int) -> Any:
        return random.normal(0, columns**-0.5, (rows, columns)).astype(np.float32)

    tokens = [*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256))]
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(
        [gguf.TokenType.UNKNOWN, *[gguf.TokenType.CONTROL] * 2, *[gguf.TokenType.BYTE] * 256]
    )
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(TEMPLATE)
    for name, weights in _tensors(matrix, len(tokens)).items():
        writer.add_tensor(name, weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _tensors(matrix: Callable[[int, int], Any], vocabulary: int) -> dict[str, Any]:
    ones = np.ones(WIDTH, dtype=np.float32)
    embedding, output = matrix(vocabulary, WIDTH), matrix(vocabulary, WIDTH)
    embedding[:, 0] = 1
    output[:, 0] = [-100 if token - len(SPECIAL) not in PRINTABLE else 0 for token in range(vocabulary)]
    output[2, 0] = 0
    for character, weight in LIKELY.items():
        output[len(SPECIAL) + ord(character), 0] = weight
    tensors = {"token_embd.weight": embedding, "output_norm.weight": ones, "output.weight": output}
    for layer in range(LAYERS):
        block = {
            "attn_norm": ones,
            **{f"attn_{name}": matrix(WIDTH, WIDTH) for name in ("q", "k", "v", "output")},
            "ffn_norm": ones,
            "ffn_gate": matrix(HIDDEN, WIDTH),
            "ffn_up": matrix(HIDDEN, WIDTH),
            "ffn_down": matrix(WIDTH, HIDDEN),
        }
        block["attn_output"][0] = block["ffn_down"][0] = 0
        tensors |= {f"blk.{layer}.{name}.weight": weights for name, weights in block.items()}
    return tensors


@contextmanager
def served() -> Iterator[str]:
    """The ``base_url`` of a running server."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "random.gguf"
        write_weights(path)
        params = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_ctx, params.n_parallel, params.port, params.warmup = CONTEXT, 2, 0, False
        params.cpuparams.n_threads, params.verbosity = 1, -1
        server = xllamacpp.Server(params)
        yield f"{server.listening_address}/v1"
        del server
