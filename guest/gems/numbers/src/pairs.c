/* Rationals and Complexes are objects with two variables, made and read without their methods. */
#include <stddef.h>
#include <mruby.h>
#include <mruby/class.h>
#include <mruby/gc.h>
#include <mruby/presym.h>
#include <mruby/variable.h>
#include "numbers.h"
#include "pairs.h"

struct layout {
  struct RClass *class;
  mrb_iv_shape *shape;
};

static struct layout rationals, complexes;

static const mrb_value *
parts(const struct layout *layout, const mrb_value *value)
{
  struct RObject *object;
  mrb_shaped_iv *variables;

  if (mrb_type(*value) != MRB_TT_OBJECT) return NULL;
  object = mrb_obj_ptr(*value);
  if (object->c != layout->class || !MRB_OBJ_SHAPED_P(object)) return NULL;
  variables = (mrb_shaped_iv *)object->iv;
  return variables && variables->shape == layout->shape ? variables->values : NULL;
}

static mrb_value
make(mrb_state *mrb, const struct layout *layout, mrb_value first, mrb_value second)
{
  struct RObject *object = MRB_OBJ_ALLOC(mrb, MRB_TT_OBJECT, layout->class);
  mrb_shaped_iv *variables = (mrb_shaped_iv *)mrb_malloc(mrb, offsetof(mrb_shaped_iv, values) + 2 * sizeof(mrb_value));

  variables->shape = layout->shape;
  variables->values[0] = first;
  variables->values[1] = second;
  object->iv = (struct iv_tbl *)variables;
  mrb_field_write_barrier_value(mrb, (struct RBasic *)object, first);
  mrb_field_write_barrier_value(mrb, (struct RBasic *)object, second);
  return mrb_obj_value(object);
}

mrb_value
kobako_make_rational(mrb_state *mrb, mrb_value numerator, mrb_value denominator)
{
  return make(mrb, &rationals, numerator, denominator);
}

mrb_value
kobako_make_complex(mrb_state *mrb, mrb_value real, mrb_value imaginary)
{
  return make(mrb, &complexes, real, imaginary);
}

const mrb_value *
kobako_rational_parts(const mrb_value *value)
{
  return parts(&rationals, value);
}

const mrb_value *
kobako_complex_parts(const mrb_value *value)
{
  return parts(&complexes, value);
}

struct RClass *
kobako_rational_class(void)
{
  return rationals.class;
}

struct RClass *
kobako_complex_class(void)
{
  return complexes.class;
}

static void
lay_out(mrb_state *mrb, struct layout *layout, mrb_sym name, mrb_sym first, mrb_sym second)
{
  struct RObject *object;

  layout->class = mrb_define_class_id(mrb, name, mrb_class_get_id(mrb, MRB_SYM(Numeric)));
  mrb_gc_register(mrb, mrb_obj_value(layout->class));
  object = MRB_OBJ_ALLOC(mrb, MRB_TT_OBJECT, layout->class);
  mrb_obj_iv_set(mrb, object, first, mrb_fixnum_value(0));
  mrb_obj_iv_set(mrb, object, second, mrb_fixnum_value(1));
  layout->shape = ((mrb_shaped_iv *)object->iv)->shape;
}

void
kobako_init_pairs(mrb_state *mrb)
{
  lay_out(mrb, &rationals, MRB_SYM(Rational), MRB_IVSYM(numerator), MRB_IVSYM(denominator));
  lay_out(mrb, &complexes, MRB_SYM(Complex), MRB_IVSYM(real), MRB_IVSYM(imaginary));
}
