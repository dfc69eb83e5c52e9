/* From one encoding to another. */
#ifndef KOBAKO_TRANSCODE_H
#define KOBAKO_TRANSCODE_H

#include <mruby.h>

void kobako_init_transcode(mrb_state *mrb);

#endif
