/* Methods of Integer; Ruby has those that go on where these do not. */
#include <math.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/internal.h>
#include <mruby/numeric.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include "numbers.h"
#include "pairs.h"

/* Integers up to here are floats without loss. */
#define EXACT ((mrb_int)1 << 53)

static mrb_func_t plain_round;

static mrb_value
bit_at(mrb_state *mrb, mrb_value self)
{
  mrb_value args[] = { mrb_nil_value(), mrb_nil_value() };

  mrb_int argc = mrb_get_args(mrb, "o|o", &args[0], &args[1]);
  if (argc == 1 && mrb_integer_p(self) && mrb_integer_p(args[0])) {
    mrb_int at = mrb_integer(args[0]);
    return mrb_fixnum_value(at < 0 ? 0 : mrb_integer(self) >> (at > 63 ? 63 : at) & 1);
  }
  return kobako_go_on(mrb, MRB_SYM(__bits), 2, args);
}

static mrb_bool
exact_p(mrb_value value)
{
  return mrb_integer_p(value) && mrb_integer(value) <= EXACT && mrb_integer(value) >= -EXACT;
}

static mrb_value
fdiv(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);

  if (exact_p(self) && exact_p(other) && mrb_integer(other) != 0) {
    return mrb_float_value(mrb, (double)mrb_integer(self) / (double)mrb_integer(other));
  }
  return kobako_go_on(mrb, MRB_SYM(__fdiv), 1, &other);
}

static mrb_value
coerce(mrb_state *mrb, mrb_value self)
{
  mrb_value other = mrb_get_arg1(mrb);

  if (mrb_integer_p(self) && mrb_integer_p(other)) return mrb_assoc_new(mrb, other, self);
  if (mrb_integer_p(self) && mrb_float_p(other)) {
    return mrb_assoc_new(mrb, other, mrb_float_value(mrb, (double)mrb_integer(self)));
  }
  return kobako_go_on(mrb, MRB_SYM(__coerce), 1, &other);
}

static mrb_value
to_r(mrb_state *mrb, mrb_value self)
{
  return kobako_make_rational(mrb, self, mrb_fixnum_value(1));
}

static mrb_int
root_of(mrb_int n)
{
  uint64_t root = (uint64_t)sqrt((double)n);

  while (root * root > (uint64_t)n) root--;
  while ((root + 1) * (root + 1) <= (uint64_t)n) root++;
  return (mrb_int)root;
}

static mrb_value
square_root(mrb_state *mrb, mrb_value self)
{
  mrb_value number = mrb_get_arg1(mrb);

  if (mrb_integer_p(number) && mrb_integer(number) >= 0) return mrb_int_value(mrb, root_of(mrb_integer(number)));
  return kobako_go_on(mrb, MRB_SYM(__root), 1, &number);
}

static mrb_value
rounded(mrb_state *mrb, mrb_value self)
{
  return kobako_round(mrb, self, plain_round);
}

static const struct kobako_method methods[] = {
  { MRB_SYM(round), rounded, MRB_ARGS_OPT(1) | MRB_ARGS_KEY(1, 0) },
  { MRB_OPSYM(aref), bit_at, MRB_ARGS_ARG(1, 1) },
  { MRB_SYM(fdiv), fdiv, MRB_ARGS_REQ(1) },
  { MRB_SYM(coerce), coerce, MRB_ARGS_REQ(1) },
  { MRB_SYM(to_r), to_r, MRB_ARGS_NONE() },
};

void
kobako_init_integer(mrb_state *mrb)
{
  struct RClass *integer = mrb->integer_class;

  plain_round = kobako_replaced(mrb, integer, MRB_SYM(round));
  KOBAKO_DEFINE(mrb, integer, methods);
  mrb_define_class_method_id(mrb, integer, MRB_SYM(sqrt), square_root, MRB_ARGS_REQ(1));
}
