/* Keywords of a call that go right into the registers of their parameters. */
#ifndef KOBAKO_KEYWORDS_H
#define KOBAKO_KEYWORDS_H

#include <mruby.h>

/* Takes n arguments, and nk pairs of keywords behind them, in the registers `r` of a routine. Where the Hash of the
   keywords would be is an Integer then, whose bits are set for those given, by the indices of their names. Gives the
   instruction that comes next, or NULL if nothing was begun: the routine takes others, or not these. */
const mrb_code *kobako_take_keywords(mrb_value *r, const mrb_irep *irep, mrb_int n, mrb_int nk);

#endif
