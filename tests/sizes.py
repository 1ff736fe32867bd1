"""Print what has grown past the sizes we keep to as a guide: ``python tests/sizes.py``. It gates nothing."""

from __future__ import annotations

import ast

from source_tree import ROOT, modules

LINES_OF_A_MODULE = 250
LINES_OF_A_FUNCTION = 30


def main() -> None:
    """Print each module and function that is longer than the guide says."""
    for module in modules():
        path = module.path.relative_to(ROOT)
        length = len(module.path.read_text("utf-8").splitlines())
        if length > LINES_OF_A_MODULE:
            print(f"{path}: {length} lines")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
                length = node.end_lineno - node.body[0].lineno + 1
                if length > LINES_OF_A_FUNCTION:
                    print(f"{path}:{node.lineno}: {node.name} has {length} lines")


if __name__ == "__main__":
    main()
