#ifndef KOBAKO_WORLD_H
#define KOBAKO_WORLD_H

#include <mruby.h>

void kobako_init_world(mrb_state *mrb);
void kobako_init_random(mrb_state *mrb, struct RClass *random);

#endif
