/* A stream on descriptor 0, 1 or 2. */
#ifndef KOBAKO_STREAM_H
#define KOBAKO_STREAM_H

#include <mruby.h>

/* A new stream of the class IO. */
mrb_value kobako_open_stream(mrb_state *mrb, struct RClass *io, int fd);

/* Gives a stream that has none its descriptor. */
void kobako_set_descriptor(mrb_value io, int fd);

/* From now on it has none. */
void kobako_close_stream(mrb_value io);

mrb_bool kobako_closed_stream_p(mrb_value io);

/* The descriptor of a stream; raises IOError if it has none. */
int kobako_descriptor(mrb_state *mrb, mrb_value io);

void kobako_write_all(mrb_state *mrb, int fd, const char *bytes, size_t len);

/* Whether it is a stream that nobody subclassed: its bytes need no `write` call. */
mrb_bool kobako_plain_io_p(mrb_state *mrb, mrb_value out);

/* Writes a String to a stream or to what has a method `write`. */
void kobako_emit(mrb_state *mrb, mrb_value out, mrb_value text);

#endif
