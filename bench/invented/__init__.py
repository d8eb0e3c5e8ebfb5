"""An invented newspaper: its language, its issues, its articles. `bench.archive` writes it into a folder."""
