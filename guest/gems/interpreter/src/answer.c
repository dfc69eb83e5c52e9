/* What methods of C give that every script calls, without calling them. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/presym.h>
#include <mruby/proc.h>
#include <mruby/string.h>
#include "answer.h"
#include "calls.h"
#include "operands.h"

#define MAX_CLASSES 8

mrb_value mrb_attr_reader(mrb_state *mrb, mrb_value obj);
mrb_value mrb_struct_ref(mrb_state *mrb, mrb_value obj);

/* Whether an object is of a class or module, as far as MAX_CLASSES above its own; -1 if that is further. */
static inline int
kind_of(mrb_state *mrb, mrb_value obj, const struct RClass *c)
{
  const struct RClass *above = mrb_class(mrb, obj);

  if (c->flags & MRB_FL_CLASS_IS_PREPENDED) return -1;
#pragma unroll
  for (int i = 0; i < MAX_CLASSES; i++) {
    if (!above) return 0;
    if (above == c || above->mt == c->mt) return 1;
    above = above->super;
  }
  return -1;
}

static inline mrb_bool
append(struct RArray *ary, mrb_value v)
{
  mrb_int length = ARY_LEN(ary);

  if (ary->frozen || ARY_SHARED_P(ary) || MUST_TELL(ary, v) || length >= ARY_CAPA(ary)) return FALSE;
  ARY_PTR(ary)[length] = v;
  ARY_SET_LEN(ary, length + 1);
  return TRUE;
}

/* Puts into r[0] what a reader of an instance variable or of a member gives. */
static inline mrb_bool
read_by(const struct RProc *reader, mrb_value *r)
{
  mrb_value key;

  if (!MRB_PROC_CFUNC_P(reader) || !MRB_PROC_ENV_P(reader)) return FALSE;
  key = MRB_PROC_ENV(reader)->stack[0];
  if (reader->body.func == mrb_attr_reader && is(r, MRB_TT_OBJECT)) {
    const mrb_value *v = shaped_value(mrb_obj_ptr(*r), key.value.sym);

    if (v) *r = *v;
    return v != NULL;
  }
  if (reader->body.func == mrb_struct_ref && is(r, MRB_TT_STRUCT)) {
    const struct RArray *members = (const struct RArray *)mrb_ptr(*r);

    if ((mrb_uint)key.value.i >= (mrb_uint)ARY_LEN(members)) return FALSE;
    *r = ARY_PTR(members)[key.value.i];
    return TRUE;
  }
  return FALSE;
}

/* Puts into r[0] what a method of C with these arguments gives, if that is known here. */
static inline mrb_bool
answered(mrb_state *mrb, const struct mrb_cache_entry *entry, mrb_value *r, mrb_int n)
{
  int kind;

  if (MRB_METHOD_PROC_P(entry->m)) return n == 0 && read_by(entry->m.as.proc, r);
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
  case MRB_KNOWN_OR:
    if (n != 1 || !both(r, MRB_TT_INTEGER)) return FALSE;
    r->value.i |= r[1].value.i;
    return TRUE;
  case MRB_KNOWN_XOR:
    if (n != 1 || !both(r, MRB_TT_INTEGER)) return FALSE;
    r->value.i ^= r[1].value.i;
    return TRUE;
  case MRB_KNOWN_LSHIFT:
    if (n != 1 || !both(r, MRB_TT_INTEGER) || (mrb_uint)r[1].value.i > 31 || !is_int32(r->value.i)) return FALSE;
    r->value.i *= (mrb_int)1 << r[1].value.i;
    return TRUE;
  case MRB_KNOWN_RSHIFT:
    if (n != 1 || !both(r, MRB_TT_INTEGER) || (mrb_uint)r[1].value.i > 63) return FALSE;
    r->value.i >>= r[1].value.i;
    return TRUE;
  case MRB_KNOWN_SAME:
    if (n != 1) return FALSE;
    if (both(r, MRB_TT_INTEGER)) SET_BOOL_VALUE(*r, r[0].value.i == r[1].value.i);
    else if (both(r, MRB_TT_SYMBOL)) SET_BOOL_VALUE(*r, r[0].value.sym == r[1].value.sym);
    else return FALSE;
    return TRUE;
  case MRB_KNOWN_KIND:
    if (n != 1 || !(is(r, MRB_TT_CLASS) || is(r, MRB_TT_MODULE))) return FALSE;
    kind = kind_of(mrb, r[1], mrb_class_ptr(*r));
    if (kind < 0) return FALSE;
    SET_BOOL_VALUE(*r, kind);
    return TRUE;
  case MRB_KNOWN_NOT:
    if (n != 0) return FALSE;
    SET_BOOL_VALUE(*r, !mrb_test(*r));
    return TRUE;
  case MRB_KNOWN_FALSE:
    if (n != 0) return FALSE;
    SET_FALSE_VALUE(*r);
    return TRUE;
  case MRB_KNOWN_TEXT:
    if (n != 1 || !both(r, MRB_TT_STRING)) return FALSE;
    SET_BOOL_VALUE(*r, mrb_str_equal(mrb, r[0], r[1]));
    return TRUE;
  case MRB_KNOWN_EVEN:
    if (n != 0 || !is(r, MRB_TT_INTEGER)) return FALSE;
    SET_BOOL_VALUE(*r, (r->value.i & 1) == 0);
    return TRUE;
  case MRB_KNOWN_ODD:
    if (n != 0 || !is(r, MRB_TT_INTEGER)) return FALSE;
    SET_BOOL_VALUE(*r, (r->value.i & 1) != 0);
    return TRUE;
  default:
    return FALSE;
  }
}

const mrb_code *
kobako_answer(mrb_state *mrb, const mrb_code *pc)
{
  const mrb_callinfo *ci = mrb->c->ci;
  const struct mrb_cache_entry *entry;
  mrb_value *r = &ci->stack[pc[1]];

  switch (*pc) {
  case OP_SEND:
  case OP_SEND0: {
    mrb_int n = *pc == OP_SEND ? pc[3] : 0;

    entry = cached_method(mrb, *r, ci->proc->body.irep->syms[pc[2]], FALSE);
    return entry && answered(mrb, entry, r, n) ? pc + (*pc == OP_SEND ? 4 : 3) : NULL;
  }
  case OP_SSEND0:
    entry = cached_method(mrb, ci->stack[0], ci->proc->body.irep->syms[pc[2]], TRUE);
    if (!entry) return NULL;
    *r = ci->stack[0];
    return answered(mrb, entry, r, 0) ? pc + 3 : NULL;
  case OP_EQ:
    entry = cached_method(mrb, *r, MRB_OPSYM(eq), FALSE);
    return entry && answered(mrb, entry, r, 1) ? pc + 2 : NULL;
  case OP_BLKCALL: {
    mrb_value block = *r;

    if (pc[2] != 1 || !is(r, MRB_TT_PROC) || !MRB_PROC_BY_NAME_P(mrb, mrb_proc_ptr(*r))) return NULL;
    entry = cached_method(mrb, r[1], MRB_PROC_ENV(mrb_proc_ptr(*r))->stack[0].value.sym, FALSE);
    if (!entry) return NULL;
    *r = r[1];
    if (answered(mrb, entry, r, 0)) return pc + 3;
    *r = block;
    return NULL;
  }
  default:
    return NULL;
  }
}
