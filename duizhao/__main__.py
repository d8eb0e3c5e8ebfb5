"""`python -m duizhao`: the same as the command `duizhao`."""

import sys

from duizhao.cli import main

if __name__ == "__main__":
    sys.exit(main())
