"""What readers' browsers load of ours is small, and is what the scripts in the sources say."""

import shutil
import subprocess

import pytest

from conftest import REPOSITORY

NAMES = ["site", "search"]


def test_the_scripts_are_small(real):
    sizes = [(real.root / f"assets/{name}.js").stat().st_size for name in NAMES]
    assert sum(sizes) < 12_000


@pytest.mark.parametrize("name", NAMES)
def test_a_script_is_made_of_its_source(name):
    esbuild = shutil.which("esbuild")
    version = esbuild and subprocess.run([esbuild, "--version"], capture_output=True, text=True)
    if not version or not version.stdout.startswith("0.17."):
        pytest.skip("needs the esbuild 0.17 that the scripts are made with")
    source = REPOSITORY / f"Sources/Site/Scripts/{name}.js"
    made = subprocess.run(
        [esbuild, "--minify", "--charset=utf8", source], capture_output=True, text=True, check=True
    )
    kept = (REPOSITORY / f"templates/assets/{name}.js").read_text("utf-8")
    assert kept.split("\n", 1)[1] == made.stdout, "run 'make scripts'"
