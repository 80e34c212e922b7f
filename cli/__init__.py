"""How people reach the record: one module for each noun, and the readers of agendas in `intake`."""

from cli import interrupted

interrupted.in_silence()
