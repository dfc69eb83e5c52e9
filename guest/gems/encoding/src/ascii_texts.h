/* What goes by bytes where all is ASCII. */
#ifndef KOBAKO_ASCII_TEXTS_H
#define KOBAKO_ASCII_TEXTS_H

#include <mruby.h>

void kobako_init_ascii_texts(mrb_state *mrb);

#endif
