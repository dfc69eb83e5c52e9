/* The state of a StringIO: its variables, as far as C needs them. */
#ifndef KOBAKO_STRING_IO_H
#define KOBAKO_STRING_IO_H

#include <mruby.h>

/* Of @mode, as string_io.rb has them. */
enum { READABLE = 1, WRITABLE = 2, MAY_READ = 4, MAY_WRITE = 8, APPENDS = 16 };

void kobako_init_string_io(mrb_state *mrb, struct RClass *text);
void kobako_init_string_io_read(mrb_state *mrb, struct RClass *text);
void kobako_init_string_io_write(mrb_state *mrb, struct RClass *text);

/* Its String, which may be nil; raises IOError unless it is of that mode. */
mrb_value kobako_string_io_text(mrb_state *mrb, mrb_value io, int mode);

mrb_int kobako_string_io_mode(mrb_state *mrb, mrb_value io);

/* In bytes, never less than 0. */
mrb_int kobako_string_io_position(mrb_state *mrb, mrb_value io);

/* Whether the String is UTF-8 or binary, and the stream's encoding is the same. */
mrb_bool kobako_string_io_plain_p(mrb_state *mrb, mrb_value io, mrb_value text);

/* Calls a method in Ruby with an Array of the arguments and a Hash of the keywords. */
mrb_value kobako_string_io_in_ruby(mrb_state *mrb, mrb_value io, mrb_sym name);

#endif
