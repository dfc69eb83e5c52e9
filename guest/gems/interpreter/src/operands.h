/* Values in registers and variables, as instructions without calls look at them. No loop is in here, each of whose turns
   would look at the clock, for which what is live is saved: all goes as far as its bound. */
#ifndef KOBAKO_OPERANDS_H
#define KOBAKO_OPERANDS_H

#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/object.h>
#include <mruby/proc.h>
#include <mruby/variable.h>

/* Also in functions that are made small: a call in them would cost more. */
#define INLINE static inline __attribute__((always_inline))

/* Whether the collector has to be told that an object gets a reference: it has seen it, and not what it gets. */
#define BLACK 4
#define MUST_TELL(obj, v) ((obj)->gc_color == BLACK && !mrb_immediate_p(v))

/* Keeps the compiler from making a table of jumps of tests of this value. */
#define ALONE(value) __asm__ volatile("" : "+r"(value))

INLINE mrb_bool
is(const mrb_value *v, enum mrb_vtype tt)
{
  uint32_t found = v->tt;

  ALONE(found);
  return found == tt;
}

INLINE mrb_bool
both(const mrb_value *v, enum mrb_vtype tt)
{
  return is(v, tt) && is(v + 1, tt);
}

INLINE mrb_bool
is_int32(mrb_int i)
{
  return i == (int32_t)i;
}

#define MAX_UP 3
#define MAX_CLEARED 8
#define MAX_VARIABLES 8

/* NULL also where it is further up. */
INLINE const struct REnv *
env_at(const struct RProc *proc, mrb_int up)
{
#pragma unroll
  for (int i = 0; i < MAX_UP; i++) {
    if (i == up) return MRB_PROC_ENV(proc);
    proc = proc->upper;
    if (!proc) return NULL;
  }
  return NULL;
}

/* MAX_CLEARED at most. */
INLINE void
clear(mrb_value *v, mrb_int n)
{
#pragma unroll
  for (int i = 0; i < MAX_CLEARED; i++) {
    if (i >= n) return;
    SET_NIL_VALUE(v[i]);
    __asm__ volatile(""); /* no call of memset */
  }
}

/* Where an instance variable is that an object with a shape has; NULL if it has none of this name. */
INLINE mrb_value *
shaped_value(struct RObject *obj, mrb_sym name)
{
  mrb_shaped_iv *variables = (mrb_shaped_iv *)obj->iv;
  const mrb_iv_shape *shape;

  if (!MRB_OBJ_SHAPED_P(obj) || !variables) return NULL;
  shape = variables->shape;
#pragma unroll
  for (int i = 0; i < MAX_VARIABLES; i++) {
    if (shape->count == 0) return NULL;
    if (shape->edge == name) {
      mrb_value *v = &variables->values[shape->count - 1];

      return v->tt == MRB_TT_UNDEF ? NULL : v;
    }
    shape = shape->parent;
  }
  return NULL;
}

/* Appends to an array that has room for it. */
INLINE mrb_bool
append(struct RArray *ary, mrb_value v)
{
  mrb_int length = ARY_LEN(ary);

  if (ary->frozen || ARY_SHARED_P(ary) || MUST_TELL(ary, v) || length >= ARY_CAPA(ary)) return FALSE;
  ARY_PTR(ary)[length] = v;
  ARY_SET_LEN(ary, length + 1);
  return TRUE;
}

enum next_item { ITEM, NONE, OTHER };

/* Puts into r[2] what comes next of the Array in r[0], or the next Integer below that in r[0], and counts r[1] on. */
INLINE enum next_item
next_item(mrb_value *r)
{
  mrb_int at = r[1].value.i;

  if (is(r, MRB_TT_ARRAY)) {
    const struct RArray *ary = mrb_ary_ptr(r[0]);

    if (at >= ARY_LEN(ary)) return NONE;
    r[2] = ARY_PTR(ary)[at];
  }
  else {
    if (!both(r, MRB_TT_INTEGER)) return OTHER;
    if (at >= r[0].value.i) return NONE;
    SET_INT_VALUE(mrb, r[2], at);
  }
  r[1].value.i = at + 1;
  return ITEM;
}

/* The same of the key and value of a Hash, into r[2] and r[3]; the first, what is behind a deleted one, and
   one of a Hash that got a new key, is for others. */
INLINE mrb_bool
next_pair(mrb_value *r)
{
  const struct RHash *h = mrb_hash_ptr(r[0]);
  mrb_bool large = (h->flags & MRB_HASH_HT) != 0;
  mrb_int at = r[1].value.i;
  mrb_int used = large ? h->hsh.ht->ea_n_used : (h->flags & MRB_HASH_AR_EA_N_USED_MASK) >> MRB_HASH_AR_EA_N_USED_SHIFT;
  const struct hash_entry *entry;

  if (at == 0 || at >= used || !(h->frozen || h->flags & MRB_HASH_LISTED)) return FALSE;
  entry = (large ? h->hsh.ht->ea : h->hsh.ea) + at;
  if (mrb_undef_p(entry->key)) return FALSE;
  r[1].value.i = at + 1;
  r[2] = entry->key;
  r[3] = entry->val;
  return TRUE;
}

#endif
