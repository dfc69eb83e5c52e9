/* Constants that the host binds: services, and values. */
#include <string.h>
#include <mruby.h>
#include <mruby/array.h>
#include <mruby/class.h>
#include <mruby/error.h>
#include <mruby/hash.h>
#include <mruby/range.h>
#include <mruby/string.h>
#include <mruby/variable.h>
#include <kobako_services.h>
#include "services.h"

struct binding {
  const char *space;
  size_t space_len;
  mrb_sym member;
  const mrb_value *value;
  mrb_bool shadow;
};

static mrb_value
module_in(mrb_state *mrb, mrb_value outer, mrb_sym name)
{
  mrb_value space;

  if (!mrb_const_defined_at(mrb, outer, name)) {
    return mrb_obj_value(mrb_define_module_under_id(mrb, mrb_class_ptr(outer), name));
  }
  space = mrb_const_get(mrb, outer, name);
  if (mrb_type(space) != MRB_TT_MODULE && mrb_type(space) != MRB_TT_CLASS) {
    mrb_raisef(mrb, E_TYPE_ERROR, "%n is taken by a %T, no service can be in it", name, space);
  }
  return space;
}

static mrb_value
module_at(mrb_state *mrb, const char *path, size_t length)
{
  mrb_value space = mrb_obj_value(mrb->object_class);
  const char *end = path + length;

  while (path < end) {
    const char *colon = memchr(path, ':', (size_t)(end - path));
    const char *stop = colon ? colon : end;

    space = module_in(mrb, space, mrb_intern(mrb, path, (size_t)(stop - path)));
    path = colon ? colon + 2 : end;
  }
  return space;
}

static int freeze_pair(mrb_state *mrb, mrb_value key, mrb_value value, void *p);
static int freeze_variable(mrb_state *mrb, mrb_sym name, mrb_value value, void *p);

/* The host's messages nest 128 levels at most. */
static void
freeze_whole(mrb_state *mrb, mrb_value value)
{
  if (mrb_immediate_p(value)) return;
  if (mrb_array_p(value)) {
    mrb_int i;
    for (i = 0; i < RARRAY_LEN(value); i++) freeze_whole(mrb, RARRAY_PTR(value)[i]);
  }
  else if (mrb_hash_p(value)) {
    mrb_hash_foreach(mrb, mrb_hash_ptr(value), freeze_pair, NULL);
  }
  else if (mrb_range_p(value)) {
    freeze_whole(mrb, mrb_range_beg(mrb, value));
    freeze_whole(mrb, mrb_range_end(mrb, value));
  }
  else if (mrb_type(value) == MRB_TT_OBJECT) {
    mrb_iv_foreach(mrb, value, freeze_variable, NULL);
  }
  mrb_obj_freeze(mrb, value);
}

static int
freeze_pair(mrb_state *mrb, mrb_value key, mrb_value value, void *p)
{
  freeze_whole(mrb, key);
  freeze_whole(mrb, value);
  return 0;
}

static int
freeze_variable(mrb_state *mrb, mrb_sym name, mrb_value value, void *p)
{
  freeze_whole(mrb, value);
  return 0;
}

static mrb_value
service_of(mrb_state *mrb, const struct binding *b)
{
  mrb_value member = mrb_sym_str(mrb, b->member), path = member;

  if (b->space_len > 0) path = mrb_format(mrb, "%l::%v", b->space, b->space_len, member);
  return kobako_new_service(mrb, mrb_intern_str(mrb, path));
}

static mrb_value
bind(mrb_state *mrb, void *p)
{
  const struct binding *b = (const struct binding *)p;
  mrb_value space = module_at(mrb, b->space, b->space_len), object;

  if (b->space_len == 0 && !b->shadow && mrb_const_defined_at(mrb, space, b->member)) {
    mrb_raisef(mrb, E_NAME_ERROR, "%n is a constant of Ruby, nothing can be bound there", b->member);
  }
  if (b->value) {
    object = *b->value;
    freeze_whole(mrb, object);
  }
  else {
    object = service_of(mrb, b);
  }
  mrb_const_set(mrb, space, b->member, object);
  return space;
}

mrb_bool
kobako_bind(mrb_state *mrb, const char *space, size_t space_len, const char *member, size_t member_len,
            const mrb_value *value, mrb_bool shadow, mrb_value *out)
{
  mrb_bool error = FALSE;
  struct binding b = { space, space_len, mrb_intern(mrb, member, member_len), value, shadow };

  *out = mrb_protect_error(mrb, bind, &b, &error);
  return !error;
}
