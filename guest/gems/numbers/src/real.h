/* Real numbers out of objects: small Integers, Rationals of such, and Floats. Functions that give FALSE have no
   answer, as a part does not fit or the answer is an error; a method written in Ruby then has. */
#ifndef KOBAKO_REAL_H
#define KOBAKO_REAL_H

#include <mruby.h>

enum kobako_kind { KOBAKO_WHOLE, KOBAKO_FRACTION, KOBAKO_FLOAT };

/* n / d in lowest terms with d > 0, or f. */
struct kobako_real {
  enum kobako_kind kind;
  mrb_int n, d;
  double f;
};

/* The product, FALSE if it is too long. */
mrb_bool kobako_product(mrb_int a, mrb_int b, mrb_int *product);

typedef mrb_bool kobako_operation(const struct kobako_real *a, const struct kobako_real *b, struct kobako_real *result);

mrb_bool kobako_real_of(const mrb_value *value, struct kobako_real *real);
mrb_value kobako_real_value(mrb_state *mrb, const struct kobako_real *real);
struct kobako_real kobako_whole(mrb_int n);

/* A fraction, reduced; d > 0. */
struct kobako_real kobako_reduced(mrb_int n, mrb_int d);

mrb_bool kobako_real_to_f(const struct kobako_real *real, double *f);

kobako_operation kobako_add, kobako_subtract, kobako_multiply;

/* The quotient, a fraction for two that are exact; none by an exact zero then. */
kobako_operation kobako_divide;

/* *order is -1, 0, 1; 2 if one is no number. */
mrb_bool kobako_compare(const struct kobako_real *a, const struct kobako_real *b, int *order);

#endif
