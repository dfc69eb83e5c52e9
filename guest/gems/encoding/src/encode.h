/* From one encoding to another. */
#ifndef KOBAKO_ENCODE_H
#define KOBAKO_ENCODE_H

#include <mruby.h>

void kobako_init_encode(mrb_state *mrb);

#endif
