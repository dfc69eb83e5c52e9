/* Rationals and Complexes: objects of two variables, whose classes and layouts are known. */
#ifndef KOBAKO_PAIRS_H
#define KOBAKO_PAIRS_H

#include <mruby.h>

/* In lowest terms, the denominator above zero. */
mrb_value kobako_make_rational(mrb_state *mrb, mrb_value numerator, mrb_value denominator);
mrb_value kobako_make_complex(mrb_state *mrb, mrb_value real, mrb_value imaginary);

/* The two values of a number as it was made; NULL for anything else. A script may have put anything in them. */
const mrb_value *kobako_rational_parts(const mrb_value *value);
const mrb_value *kobako_complex_parts(const mrb_value *value);

struct RClass *kobako_rational_class(void);
struct RClass *kobako_complex_class(void);

#endif
