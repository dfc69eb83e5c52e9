/* Values that are kept until they are let go, at places that the guest crate numbers. */
#include <mruby.h>
#include <mruby/array.h>
#include <kobako.h>
#include "guarded.h"

/* An Array, nil before the first value. */
static mrb_value roots;

struct place {
  mrb_int index;
  mrb_value value;
};

static mrb_value
put(mrb_state *mrb, void *p)
{
  const struct place *place = (const struct place *)p;

  if (mrb_nil_p(roots)) {
    mrb_value array = mrb_ary_new(mrb);

    mrb_gc_register(mrb, array);
    roots = array;
  }
  mrb_ary_set(mrb, roots, place->index, place->value);
  return mrb_nil_value();
}

mrb_bool
kobako_root(mrb_state *mrb, size_t index, const mrb_value *value)
{
  struct place place = { (mrb_int)index, *value };
  mrb_value ignored;

  return kobako_guarded(mrb, put, &place, &ignored);
}
