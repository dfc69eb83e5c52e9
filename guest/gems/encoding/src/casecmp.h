/* Texts whatever the case of their letters. */
#ifndef KOBAKO_CASECMP_H
#define KOBAKO_CASECMP_H

#include <mruby.h>

void kobako_init_casecmp(mrb_state *mrb);

#endif
