"""Interrupts a simulation and looks at its VCD file.

    interrupt.py FILE.vcd command...

Starts the command, waits until the dump grows, sends SIGINT to the process group,
and prints the exit status and whether the dump is complete: a header, a last line
that is whole, and time stamps that never go back.
"""

import os
import re
import signal
import subprocess
import sys
import time

LINE = re.compile(r"#\d+|[01xXzZ]\S+|[bBrR]\S+ \S+|\$\w+")


def isComplete(path):
    with open(path, encoding="ascii") as file:
        text = file.read()
    header, found, body = text.partition("$enddefinitions $end\n")
    if not found or not text.endswith("\n") or "$var" not in header:
        return False
    lines = body.splitlines()
    if not all(LINE.fullmatch(line) for line in lines):
        return False
    times = [int(line[1:]) for line in lines if line.startswith("#")]
    return len(times) > 1 and times == sorted(times)


def main():
    path, command = sys.argv[1], sys.argv[2:]
    if os.path.exists(path):
        os.remove(path)
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if os.path.exists(path) and os.path.getsize(path) > 10000:
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    status = process.wait(60)
    print("status", 128 - status if status < 0 else status)
    print("complete dump" if isComplete(path) else "broken dump")


main()
