/* A text that is written to its end. */
#ifndef KOBAKO_OUTPUT_H
#define KOBAKO_OUTPUT_H

#include <mruby.h>

/* Where the next byte goes, and how many have room; both until something else is allocated for it. */
struct kobako_output {
  mrb_value text;
  char *end;
  mrb_int left;
};

struct kobako_output kobako_output(mrb_state *mrb, mrb_int size);

/* Makes room for so many bytes and more. */
void kobako_make_room(mrb_state *mrb, struct kobako_output *output, mrb_int wanted);

/* The String that it has become, of the encoding that the flags say. */
mrb_value kobako_output_text(mrb_state *mrb, struct kobako_output *output, uint32_t flags);

#endif
