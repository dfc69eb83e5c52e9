/* What methods of C give that every script calls, without calling them. */
#include <string.h>
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
#include "known.h"
#include "operands.h"

#define MAX_CLASSES 8

mrb_value mrb_attr_reader(mrb_state *mrb, mrb_value obj);
mrb_value mrb_struct_ref(mrb_state *mrb, mrb_value obj);

/* Whether an object is of a class or module, as far as MAX_CLASSES above its own; -1 if that is further. */
static inline int
kind_of(mrb_state *mrb, mrb_value obj, const struct RClass *c)
{
  const struct RClass *above = mrb_class(mrb, obj);

  if ((c->flags & MRB_FL_CLASS_IS_PREPENDED) || !c->mt) return -1;
#pragma unroll
  for (int i = 0; i < MAX_CLASSES; i++) {
    if (!above) return 0;
    if (above == c || above->mt == c->mt) return 1;
    above = above->super;
  }
  return -1;
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

static inline uint64_t
bytes_at(const char *p, mrb_int size)
{
  uint64_t bytes = 0;

  memcpy(&bytes, p, size);
  return bytes;
}

/* Whether a text of 16 bytes at most is ASCII, without a loop. */
static inline mrb_bool
short_ascii_p(const char *p, mrb_int size)
{
  uint64_t bytes;

  if (size >= 8) bytes = bytes_at(p, 8) | bytes_at(p + size - 8, 8);
  else if (size >= 4) bytes = bytes_at(p, 4) | bytes_at(p + size - 4, 4);
  else bytes = size > 0 ? p[0] | p[size / 2] | p[size - 1] : 0;
  return size <= 16 && !(bytes & 0x8080808080808080u);
}

/* Appends the text in r[1] to that in r[0], whose encoding stays, if there is room for it. */
static inline mrb_bool
append_text(mrb_value *r)
{
  struct RString *s = mrb_str_ptr(r[0]);
  const struct RString *t = mrb_str_ptr(r[1]);
  mrb_int size = RSTR_LEN(s), more = RSTR_LEN(t);
  mrb_bool ascii =
      (t->flags & MRB_STR_STATE_MASK) == MRB_STR_SINGLE_BYTE || (!RSTR_WIDE_P(t) && short_ascii_p(RSTR_PTR(t), more));

  if (s == t || s->frozen || s->flags & (MRB_STR_SHARED | MRB_STR_FSHARED | MRB_STR_NOFREE)) return FALSE;
  if (RSTR_ENCODING(s) != RSTR_ENCODING(t) && (!ascii || RSTR_WIDE_P(s) || RSTR_WIDE_P(t))) return FALSE;
  if (more >= RSTR_CAPA(s) - size) return FALSE;
  memcpy(RSTR_PTR(s) + size, RSTR_PTR(t), more);
  RSTR_PTR(s)[size + more] = '\0';
  if (!ascii) RSTR_UNSET_SINGLE_BYTE_FLAG(s);
  else if (size == 0) RSTR_SET_SINGLE_BYTE_FLAG(s);
  RSTR_SET_LEN(s, size + more);
  return TRUE;
}

mrb_bool
kobako_answered(mrb_state *mrb, const struct mrb_cache_entry *entry, mrb_value *r, mrb_int n)
{
  int kind;

  if (MRB_METHOD_PROC_P(entry->m)) return n == 0 && read_by(entry->m.as.proc, r);
  if (answered_plainly(mrb, entry, r, n)) return TRUE;
  switch (MRB_METHOD_KNOWN_OF(entry->m)) {
  case MRB_KNOWN_PUSH:
    return n == 1 && both(r, MRB_TT_STRING) && append_text(r);
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
    if (n != 1 || !both(r, MRB_TT_SYMBOL)) return FALSE;
    SET_BOOL_VALUE(*r, r[0].value.sym == r[1].value.sym);
    return TRUE;
  case MRB_KNOWN_KIND:
    if (n != 1 || !(is(r, MRB_TT_CLASS) || is(r, MRB_TT_MODULE))) return FALSE;
    kind = kind_of(mrb, r[1], mrb_class_ptr(*r));
    if (kind < 0) return FALSE;
    SET_BOOL_VALUE(*r, kind);
    return TRUE;
  case MRB_KNOWN_FALSE:
    if (n != 0) return FALSE;
    SET_FALSE_VALUE(*r);
    return TRUE;
  case MRB_KNOWN_COMPARE: /* `==` of a text */
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

/* As a call of the method that a proc of Symbol#to_proc names, of the argument of its call at `pc`. */
mrb_bool
kobako_answered_by_name(mrb_state *mrb, const mrb_code *pc)
{
  const struct mrb_cache_entry *entry;
  mrb_value *r = &mrb->c->ci->stack[pc[1]], block = *r;

  if (pc[2] != 1 || !is(r, MRB_TT_PROC) || !MRB_PROC_BY_NAME_P(mrb, mrb_proc_ptr(*r))) return FALSE;
  entry = cached_method(mrb, r[1], MRB_PROC_ENV(mrb_proc_ptr(*r))->stack[0].value.sym, FALSE);
  if (!entry) return FALSE;
  *r = r[1];
  if (kobako_answered(mrb, entry, r, 0)) return TRUE;
  *r = block;
  return FALSE;
}
