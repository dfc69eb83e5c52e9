/* Numbers out of plain texts. What has blanks, underscores, prefixes or too many digits is for Ruby: those give FALSE. */
#ifndef KOBAKO_NUMBER_TEXT_H
#define KOBAKO_NUMBER_TEXT_H

#include <mruby.h>
#include "real.h"

struct kobako_text {
  const char *at, *end;
};

/* The bytes of a String; FALSE for another value. They are good until something is called. */
mrb_bool kobako_text_of(mrb_value value, struct kobako_text *text);

/* The whole of a text as one number. */
mrb_bool kobako_integer_text(struct kobako_text text, mrb_int base, mrb_int *n);
mrb_bool kobako_float_text(struct kobako_text text, double *f);
mrb_bool kobako_rational_text(struct kobako_text text, struct kobako_real *fraction);
mrb_bool kobako_complex_text(struct kobako_text text, struct kobako_real *re, struct kobako_real *im);

/* The digits of a text without a sign +, and how many are behind its point. */
mrb_bool kobako_decimal_text(struct kobako_text text, mrb_int *n, int *behind);

#endif
