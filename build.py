"""Build the site of this folder: `python build.py --help` says how."""

import sys

try:
    from duizhao.cli import main
except ModuleNotFoundError as error:
    if str(error.name).startswith("duizhao"):
        raise
    sys.stderr.write(f"{error.name} is not installed here: say `make site`, or run .venv/bin/python build.py\n")
    sys.exit(2)

if __name__ == "__main__":
    sys.exit(main())
