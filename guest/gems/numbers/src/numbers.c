/* Defines what the files of this gem have. */
#include <mruby.h>
#include "binary_digits.h"
#include "numbers.h"

void
mrb_kobako_numbers_gem_init(mrb_state *mrb)
{
  kobako_init_math(mrb);
  kobako_init_pairs(mrb);
  kobako_init_rational(mrb);
  kobako_init_complex(mrb);
  kobako_init_integer(mrb);
  kobako_init_float(mrb);
  kobako_init_binary_digits(mrb);
  kobako_init_conversions_of_numbers(mrb);
}

void
mrb_kobako_numbers_gem_final(mrb_state *mrb)
{
}
