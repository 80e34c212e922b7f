"""How people reach the record: one module for each noun, and the readers of agendas in `intake`."""

import gc

from cli import interrupted

interrupted.in_silence()
gc.set_threshold(50_000, 20, 20)  # of what an import or an act makes hardly anything holds on to itself
