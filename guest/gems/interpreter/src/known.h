/* What methods of C give that say what they do (MRB_METHOD_KNOWN), as far as that takes no call. */
#ifndef KOBAKO_KNOWN_H
#define KOBAKO_KNOWN_H

#include <mruby.h>
#include <mruby/array.h>
#include <mruby/proc.h>
#include "operands.h"

/* Puts into r[0] what the method gives with the n arguments after it. */
INLINE mrb_bool
answered_plainly(mrb_state *mrb, const struct mrb_cache_entry *entry, mrb_value *r, mrb_int n)
{
  switch (MRB_METHOD_KNOWN_OF(entry->m)) {
  case MRB_KNOWN_SIZE:
    if (n != 0 || !is(r, MRB_TT_ARRAY)) return FALSE;
    SET_INT_VALUE(mrb, *r, ARY_LEN(mrb_ary_ptr(*r)));
    return TRUE;
  case MRB_KNOWN_PUSH:
    return n == 1 && is(r, MRB_TT_ARRAY) && append(mrb_ary_ptr(*r), r[1]);
  case MRB_KNOWN_MOD:
    if (n != 1 || !both(r, MRB_TT_INTEGER) || r[1].value.i <= 0) return FALSE;
    r->value.i %= r[1].value.i;
    if (r->value.i < 0) r->value.i += r[1].value.i;
    return TRUE;
  case MRB_KNOWN_AND:
    if (n != 1 || !both(r, MRB_TT_INTEGER)) return FALSE;
    r->value.i &= r[1].value.i;
    return TRUE;
  case MRB_KNOWN_SAME:
    if (n != 1 || !both(r, MRB_TT_INTEGER)) return FALSE;
    SET_BOOL_VALUE(*r, r[0].value.i == r[1].value.i);
    return TRUE;
  case MRB_KNOWN_COMPARE: /* `<=>` of a number */
    if (n != 1 || !both(r, MRB_TT_INTEGER)) return FALSE;
    SET_INT_VALUE(mrb, *r, (r[0].value.i > r[1].value.i) - (r[0].value.i < r[1].value.i));
    return TRUE;
  case MRB_KNOWN_NOT:
    if (n != 0) return FALSE;
    SET_BOOL_VALUE(*r, !mrb_test(*r));
    return TRUE;
  default:
    return FALSE;
  }
}

#endif
