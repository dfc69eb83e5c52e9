/* Instructions that a translation has done for it: calls of functions of C, and what makes an object, finds a constant or
   looks into a Hash. Any of them may run methods of Ruby. */
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/hash.h>
#include <mruby/irep.h>
#include <mruby/opcode.h>
#include <mruby/proc.h>
#include <mruby/range.h>
#include <mruby/string.h>
#include "elements.h"
#include "functions.h"
#include "operands.h"
#include "step.h"

mrb_value mrb_vm_const_get(mrb_state *mrb, mrb_sym sym);
mrb_value mrb_ensure_string_type(mrb_state *mrb, mrb_value v);
void mrb_str_join(mrb_state *mrb, mrb_value self, mrb_value part);

/* The registers of the frame that runs, which a call of Ruby may have moved. */
#define REGISTERS (mrb->c->ci->stack)

static mrb_value
literal_string(mrb_state *mrb, const mrb_irep_pool *literal)
{
  mrb_int length = literal->tt >> 2;

  return literal->tt & IREP_TT_SFLAG ? mrb_str_new_static(mrb, literal->u.str, length)
                                     : mrb_str_new(mrb, literal->u.str, length);
}

static mrb_value
hash_of(mrb_state *mrb, mrb_int first, mrb_int pairs)
{
  mrb_value hash = mrb_hash_new_capa(mrb, pairs);

  for (mrb_int i = first; i < first + 2 * pairs; i += 2) mrb_hash_set(mrb, hash, REGISTERS[i], REGISTERS[i + 1]);
  return hash;
}

/* Whether it is a Hash whose class may have no other methods. */
static inline mrb_bool
plain_hash_p(const mrb_state *mrb, mrb_value v)
{
  return is(&v, MRB_TT_HASH) && mrb_obj_ptr(v)->c == mrb->hash_class;
}

/* Does what gives one value. */
static const mrb_code *
make(mrb_state *mrb, const mrb_code *pc)
{
  mrb_callinfo *ci = mrb->c->ci;
  const mrb_irep *irep = ci->proc->body.irep;
  mrb_value *r = &ci->stack[pc[1]], made;
  const mrb_code *next = pc + 3;

  switch (*pc) {
  case OP_GETCONST:
    ci->pc = next;
    made = mrb_vm_const_get(mrb, irep->syms[pc[2]]);
    break;
  case OP_STRING:
    ci->pc = next;
    made = literal_string(mrb, &irep->pool[pc[2]]);
    break;
  case OP_STRCAT:
    ci->pc = next = pc + 2;
    made = *r = mrb_ensure_string_type(mrb, *r);
    mrb_str_join(mrb, made, r[1]);
    break;
  case OP_ARRAY:
    ci->pc = next;
    made = mrb_ary_new_from_values(mrb, pc[2], r);
    break;
  case OP_ARRAY2:
    ci->pc = next = pc + 4;
    made = mrb_ary_new_from_values(mrb, pc[3], &ci->stack[pc[2]]);
    break;
  case OP_HASH:
    ci->pc = next;
    made = hash_of(mrb, pc[1], pc[2]);
    break;
  case OP_RANGE_INC:
  case OP_RANGE_EXC:
    ci->pc = next = pc + 2;
    made = mrb_range_new(mrb, r[0], r[1], *pc == OP_RANGE_EXC);
    break;
  case OP_GETIDX:
    if (!plain_hash_p(mrb, *r)) return pc;
    ci->pc = next = pc + 2;
    made = mrb_hash_get(mrb, r[0], r[1]);
    break;
  case OP_SETIDX:
    if (set_element(mrb, r)) return pc + 2;
    if (!plain_hash_p(mrb, *r)) return pc;
    ci->pc = next = pc + 2;
    made = r[2];
    mrb_hash_set(mrb, r[0], r[1], made);
    break;
  default:
    return pc;
  }
  REGISTERS[pc[1]] = made;
  return next;
}

const mrb_code *
kobako_step(mrb_state *mrb, const mrb_code *pc)
{
  int arena = mrb->gc.arena_idx;
  const mrb_code *next;

  if (*pc == OP_SEND || *pc == OP_SEND0 || *pc == OP_SSEND || *pc == OP_SSEND0 || *pc == OP_EQ) {
    next = kobako_call_function(mrb, pc, arena);
    return next ? next : pc;
  }
  next = make(mrb, pc);
  mrb->gc.arena_idx = arena;
  return next;
}
