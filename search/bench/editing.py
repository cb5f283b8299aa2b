"""One who edits: `python -m search.bench.editing SEED MANY RATE`, random edits, so many a second (0: as fast as it goes).

A line for each edit on its output: what was done, then the product that it shows in, a version that whoever reads the catalogue
after it has passed, and the moment of its commit; `-` where it shows in none.
"""

import sys
import time

import django


def main(seed: int, many: int, rate: float) -> None:
    """Edit, and tell."""
    django.setup()

    from catalog.products.models import Product  # noqa: PLC0415  after Django is set up
    from search.bench import apart, lag  # noqa: F401, PLC0415
    from search.bench.edits import Editor  # noqa: PLC0415

    editor = Editor(seed, Product.objects.values_list("id", flat=True))
    began = time.monotonic()
    for number in range(many):
        if rate:
            time.sleep(max(0.0, began + number / rate - time.monotonic()))
        done = editor.edit()
        told = "-" if done.product is None else f"{done.product} {lag.mark()} {time.time()}"
        sys.stdout.write(f"{done.kind.replace(' ', '-')} {told}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
