"""What shells are given to complete by."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from digest.cli import main
from digest.cli.completion import SHELLS


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_is_told_of_commands_and_their_options(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["completion", shell])

    script = capsys.readouterr().out
    assert "subscribers" in script
    assert "dry-run" in script


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not there")
def test_bash_completes_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out
    asked = "COMP_WORDS=(digest subs); COMP_CWORD=1; _shtab_digest; echo ${COMPREPLY[@]}"

    done = subprocess.run(["bash", "-c", f"{script}\n{asked}"], capture_output=True, text=True, check=True)

    assert "subscribers" in done.stdout
