/* What the rest of the guest tells the interpreter. */
#ifndef KOBAKO_INTERPRETER_H
#define KOBAKO_INTERPRETER_H

#include <mruby.h>

/* Once, when all methods of the core are defined: notes what the host has to know to translate programs. */
void kobako_note_core(mrb_state *mrb);

#endif
