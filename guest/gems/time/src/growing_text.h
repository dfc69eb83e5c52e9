/* A text that grows: its end is in `bytes`, what is before in a String. */
#ifndef KOBAKO_GROWING_TEXT_H
#define KOBAKO_GROWING_TEXT_H

#include <mruby.h>

struct kobako_growing {
  mrb_state *mrb;
  mrb_value string; /* nil to begin with */
  size_t len;
  char bytes[160];
};

void kobako_grow(struct kobako_growing *text, const char *bytes, size_t len);
void kobako_grow_byte(struct kobako_growing *text, char byte);
void kobako_grow_fill(struct kobako_growing *text, char fill, int64_t count);

/* A number at least so wide, with a sign before zeros or behind spaces. */
void kobako_grow_int(struct kobako_growing *text, int64_t number, int64_t width, char fill);
void kobako_grow_integer(struct kobako_growing *text, mrb_value number, int64_t width, char fill);

/* Puts all of the text into the String. */
void kobako_grown(struct kobako_growing *text);

#endif
