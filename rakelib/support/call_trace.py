"""For gdb: says at each call of a function of the project's own crates which file it is in."""

import gdb

SOURCES = ("ext/kobako/src/", "crates/engine/src/", "crates/wire/src/")


def place(symtab):
    name = symtab.fullname() if symtab else ""
    return next((name[name.index(source):] for source in SOURCES if source in name), None)


class Call(gdb.Breakpoint):
    def stop(self):
        if gdb.selected_thread().num != 1:
            return False
        frame = gdb.selected_frame()
        file = place(frame.find_sal().symtab)
        if file:
            gdb.write(f"TRACE native {file} {frame.name()}\n")
            gdb.flush()
        return False


def functions():
    file = None
    for line in gdb.execute("info functions -n -q kobako", to_string=True).splitlines():
        if line.startswith("File "):
            file = line[len("File "):].rstrip(":")
        elif file and any(source in file for source in SOURCES) and line[:1].isdigit():
            yield f"{file}:{line.split(':')[0]}"


def main():
    gdb.execute("set pagination off")
    gdb.execute("set breakpoint pending off")
    for signal in ("SIGSEGV", "SIGVTALRM", "SIGURG"):
        gdb.execute(f"handle {signal} nostop noprint pass")
    # The script stops itself before and after what is to be looked at.
    gdb.execute("run")
    for position in sorted(set(functions())):
        Call(position, internal=True).silent = True
    gdb.execute("signal 0")
    gdb.execute("kill")


main()
