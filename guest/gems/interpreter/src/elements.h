/* Elements of arrays, as far as they are there: not those of subclasses, which may have other methods. */
#ifndef KOBAKO_ELEMENTS_H
#define KOBAKO_ELEMENTS_H

#include <mruby.h>
#include <mruby/array.h>
#include "operands.h"

/* r[0] = r[0][r[1]] */
INLINE mrb_bool
get_element(const mrb_state *mrb, mrb_value *r)
{
  const struct RArray *ary;

  if (r[0].tt != MRB_TT_ARRAY || r[1].tt != MRB_TT_INTEGER) return FALSE;
  ary = mrb_ary_ptr(*r);
  if (ary->c != mrb->array_class || (mrb_uint)r[1].value.i >= (mrb_uint)ARY_LEN(ary)) return FALSE;
  *r = ARY_PTR(ary)[r[1].value.i];
  return TRUE;
}

/* *to = of[0] */
INLINE mrb_bool
get_first(const mrb_state *mrb, const mrb_value *of, mrb_value *to)
{
  const struct RArray *ary;

  if (of->tt != MRB_TT_ARRAY) return FALSE;
  ary = mrb_ary_ptr(*of);
  if (ary->c != mrb->array_class || ARY_LEN(ary) == 0) return FALSE;
  *to = ARY_PTR(ary)[0];
  return TRUE;
}

/* r[0][r[1]] = r[2]; r[0] = r[2] */
INLINE mrb_bool
set_element(const mrb_state *mrb, mrb_value *r)
{
  struct RArray *ary;

  if (r[0].tt != MRB_TT_ARRAY || r[1].tt != MRB_TT_INTEGER) return FALSE;
  ary = mrb_ary_ptr(*r);
  if (ary->c != mrb->array_class) return FALSE;
  if (r[1].value.i == ARY_LEN(ary)) {
    if (!append(ary, r[2])) return FALSE;
  }
  else {
    if ((mrb_uint)r[1].value.i > (mrb_uint)ARY_LEN(ary) || ary->frozen || ARY_SHARED_P(ary) || MUST_TELL(ary, r[2]))
      return FALSE;
    ARY_PTR(ary)[r[1].value.i] = r[2];
  }
  *r = r[2];
  return TRUE;
}

#endif
