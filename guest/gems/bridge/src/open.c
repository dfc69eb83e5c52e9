/* Boots the interpreter, and knows which constants it has from then on. Calls objects for the guest crate. */
#include <string.h>
#include <unistd.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/internal.h>
#include <mruby/presym.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako.h>
#include <kobako_enumerable.h>
#include <kobako_interpreter.h>
#include "guarded.h"

#ifdef __wasm__
/* A size that malloc refuses by itself goes to the host too: past its limit, it ends the
   invocation. */
void
kobako_alloc_failed(size_t size)
{
  __builtin_wasm_memory_grow(0, size >> 16);
}
#endif

static mrb_value baked_constants;

static mrb_value
constants(mrb_state *mrb)
{
  return mrb_funcall_argv(mrb, mrb_obj_value(mrb->object_class), MRB_SYM(constants), 0, NULL);
}

static void
note_constants(mrb_state *mrb)
{
  baked_constants = constants(mrb);
  mrb_gc_register(mrb, baked_constants);
}

/* For whoever builds the guest: an exception in the text of a gem, of which no invocation could tell. */
static void
report(mrb_state *mrb, struct RObject *exc)
{
  mrb->exc = NULL;
  mrb_value text = mrb_funcall_argv(mrb, mrb_obj_value(exc), MRB_SYM(full_message), 0, NULL);
  if (mrb->exc) text = mrb_exc_mesg_get(mrb, (struct RException *)exc); /* it came before full_message */

  if (mrb_string_p(text)) (void)!write(2, RSTRING_PTR(text), RSTRING_LEN(text));
  mrb->exc = exc;
}

#ifdef __wasm__
/* Bytes of free memory: of the largest and the smallest gap, and of some objects. */
#define LARGEST ((size_t)64 << 10)
#define SMALLEST ((size_t)8)
#define OBJECTS ((size_t)28 << 10)

static inline char *
take(size_t size)
{
  return (char *)mrb_basic_alloc_func(NULL, size);
}

/* What the collector is told of, to which an invocation adds, where its memory is, with room. */
static void
move_roots(mrb_state *mrb)
{
  mrb_value roots = mrb_gv_get(mrb, MRB_SYM(_gc_root_));
  mrb_value moved = mrb_ary_new_capa(mrb, 2 * RARRAY_LEN(roots));

  for (mrb_int i = 0; i < RARRAY_LEN(roots); i++) mrb_ary_push(mrb, moved, RARRAY_PTR(roots)[i]);
  mrb_obj_ptr(moved)->c = mrb_obj_ptr(roots)->c;
  mrb_gv_set(mrb, MRB_SYM(_gc_root_), moved);
}

/* Occupies the gaps among what the boot left, so that memory and objects of an invocation lie together: each page that it
   writes to has to be restored. */
static void
settle(mrb_state *mrb)
{
  const char *end = take(LARGEST);

  mrb_free(mrb, (void *)end);
  for (size_t size = LARGEST / 2; size >= SMALLEST; size /= 2) {
    char *piece;

    do piece = take(size);
    while (piece && piece < end);
    mrb_free(mrb, piece);
  }
  mrb_gc_add_region(mrb, take(OBJECTS), OBJECTS);
  move_roots(mrb);
}
#else
static void
settle(mrb_state *mrb)
{
}
#endif

/* Zeros take no room in a baked guest. */
static void
clear_boot(void)
{
#ifdef MRB_CLEARS_BOOT
  extern char __start_mrb_boot[], __stop_mrb_boot[];

  memset(__start_mrb_boot, 0, (size_t)(__stop_mrb_boot - __start_mrb_boot));
#endif
}

mrb_state *
kobako_open(kobako_send *send)
{
  mrb_state *mrb = mrb_open();

  kobako_send_requests_by(send);
  if (mrb && mrb->exc) report(mrb, mrb->exc);
  if (mrb && !mrb->exc) note_constants(mrb);
  if (mrb && !mrb->exc) kobako_note_exact_classes(mrb);
  if (mrb && !mrb->exc) kobako_share_loops(mrb);
  if (mrb && !mrb->exc) kobako_part_aliases(mrb);
  if (mrb && !mrb->exc) kobako_mark_by_each(mrb);
  if (mrb && !mrb->exc) kobako_note_core(mrb);
  if (mrb) mrb_full_gc(mrb);
  if (mrb) settle(mrb);
  clear_boot();
  return mrb && !mrb->exc ? mrb : NULL;
}

static mrb_value
new_constants(mrb_state *mrb, void *p)
{
  mrb_value found = constants(mrb);
  return mrb_funcall_argv(mrb, found, MRB_OPSYM(sub), 1, &baked_constants);
}

mrb_bool
kobako_new_constants(mrb_state *mrb, mrb_value *out)
{
  return kobako_guarded(mrb, new_constants, NULL, out);
}

struct name {
  const char *bytes;
  size_t len;
};

static mrb_value
constant(mrb_state *mrb, void *p)
{
  const struct name *given = (const struct name *)p;
  mrb_value object = mrb_obj_value(mrb->object_class);
  mrb_sym name = mrb_intern(mrb, given->bytes, given->len);

  if (!mrb_const_defined_at(mrb, object, name)) return mrb_undef_value();
  return mrb_const_get(mrb, object, name);
}

mrb_bool
kobako_constant(mrb_state *mrb, const char *name, size_t len, mrb_value *out)
{
  struct name given = { name, len };
  return kobako_guarded(mrb, constant, &given, out) && !mrb_undef_p(*out);
}

mrb_bool
kobako_responds_to_call(mrb_state *mrb, const mrb_value *object)
{
  return mrb_respond_to(mrb, *object, MRB_SYM(call));
}

struct call {
  mrb_value object;
  mrb_value args;
};

static mrb_value
call(mrb_state *mrb, void *p)
{
  const struct call *c = (const struct call *)p;
  return mrb_funcall_argv(mrb, c->object, MRB_SYM(call), RARRAY_LEN(c->args), RARRAY_PTR(c->args));
}

mrb_bool
kobako_call(mrb_state *mrb, const mrb_value *object, const mrb_value *args, mrb_value *out)
{
  struct call c = { *object, *args };
  return kobako_guarded(mrb, call, &c, out);
}

void
mrb_kobako_bridge_gem_init(mrb_state *mrb)
{
}

void
mrb_kobako_bridge_gem_final(mrb_state *mrb)
{
}
